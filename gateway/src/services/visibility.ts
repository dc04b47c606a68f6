import { parseAccountId, type Role } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';

/** Who sees records of others, besides their owner. */
interface Audience {
  readonly everywhere: readonly Role[];
  /** Records of the own organisation's accounts. */
  readonly ownOrganisation: readonly Role[];
}

/** What is not for everybody in the consortium; everything else is. */
export const AUDIENCES = {
  /** A household's interval data, and how far they were certified. */
  readings: { everywhere: ['gridOperator', 'registrar', 'auditor'], ownOrganisation: ['manager', 'gateway'] },
  /** Where a meter's chain stands, without any value. */
  heads: {
    everywhere: ['gridOperator', 'registrar', 'auditor'],
    ownOrganisation: ['manager', 'gateway', 'collector'],
  },
  /** Coins, payments and holds. */
  money: { everywhere: ['treasurer', 'registrar', 'auditor'], ownOrganisation: [] },
} as const satisfies Record<string, Audience>;
export type Audited = keyof typeof AUDIENCES;

/** @throws BusinessError NOT_AUTHORISED unless the caller is one of the parties, or in the audience */
export function requireVisible(caller: Caller, what: Audited, parties: readonly string[]): void {
  if (!isVisible(caller, what, parties)) throw new BusinessError('NOT_AUTHORISED', `${what} of others`);
}

/** The part of a list that the caller may see, as a filter by owner: narrower than asked for, or refused. */
export interface OwnerFilter {
  readonly owner?: string;
  readonly organisation?: string;
}

/** @throws BusinessError NOT_AUTHORISED for a filter that asks for more than the caller may see */
export function visibleOwners(caller: Caller, what: Audited, asked: OwnerFilter): OwnerFilter {
  const audience: Audience = AUDIENCES[what];
  if (audience.everywhere.includes(caller.role)) return asked;
  if (audience.ownOrganisation.includes(caller.role))
    return { ...asked, organisation: only(caller.mspId, asked.organisation) };
  return { owner: only(caller.account, asked.owner) };

  function only(own: string, wanted: string | undefined): string {
    if (wanted !== undefined && wanted !== own)
      throw new BusinessError('NOT_AUTHORISED', `${what} of ${wanted}`);
    return own;
  }
}

/** Whether the caller is one of the parties, or in the audience. */
export function isVisible(caller: Caller, what: Audited, parties: readonly string[]): boolean {
  const audience: Audience = AUDIENCES[what];
  return (
    parties.includes(caller.account) ||
    audience.everywhere.includes(caller.role) ||
    (audience.ownOrganisation.includes(caller.role) &&
      parties.some((party) => parseAccountId(party).mspId === caller.mspId))
  );
}

/** @throws BusinessError NOT_AUTHORISED for a filter by other parties than the caller may see */
export function visibleParty(caller: Caller, asked: string | undefined): { readonly party?: string } {
  const audience: Audience = AUDIENCES.money;
  if (audience.everywhere.includes(caller.role)) return asked === undefined ? {} : { party: asked };
  if (asked !== undefined && asked !== caller.account)
    throw new BusinessError('NOT_AUTHORISED', `money of ${asked}`);
  return { party: caller.account };
}
