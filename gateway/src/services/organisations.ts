import { FOUNDING_CONSORTIUM, type Organisation } from '@commonwatt/chaincode/domain';
import type { Page, PageRequest } from '../read-model/page.ts';
import type { OrganisationFilter, ReadModel } from '../read-model/read-model.ts';

/**
 * Organisations of the consortium. The founding ones are named in the chaincode and cannot be changed, so that no
 * block tells of them: they come before all that were entered.
 */
export async function listOrganisations(
  { organisations }: ReadModel,
  filter: OrganisationFilter,
  page: PageRequest,
): Promise<Page<Organisation>> {
  const { items, next } = await organisations.list(filter, page);
  const founding = FOUNDING_CONSORTIUM.organisations.filter((organisation) => fits(organisation, filter));
  if (page.order === 'asc')
    return { items: page.cursor === undefined ? [...founding, ...items] : items, next };
  return { items: next === null ? [...items, ...founding.toReversed()] : items, next };
}

export async function findOrganisation(
  { organisations }: ReadModel,
  mspId: string,
): Promise<Organisation | undefined> {
  const founding = FOUNDING_CONSORTIUM.organisations.find((organisation) => organisation.mspId === mspId);
  return founding ?? organisations.find(mspId);
}

function fits({ kind, status }: Organisation, filter: OrganisationFilter): boolean {
  const kinds = filter.kind === undefined ? [kind] : [filter.kind].flat();
  return kinds.includes(kind) && (filter.status ?? status) === status;
}
