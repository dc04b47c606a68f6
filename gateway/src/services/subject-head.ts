import type { Head, MeteredSubject } from '@commonwatt/chaincode/domain';
import type { Principal } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from './services.ts';
import { requireVisible } from './visibility.ts';

/**
 * Where the subject's chain of profile blocks stands.
 *
 * @throws BusinessError NOT_AUTHORISED
 * @throws Problem SCOPE_MISSING, NOT_FOUND
 */
export async function findHead(
  { ledger: { readModel } }: Services,
  principal: Principal | null,
  { kind, id }: MeteredSubject,
): Promise<Head> {
  const owner = await (kind === 'point' ? readModel.points.find(id) : readModel.devices.find(id));
  if (principal?.kind === 'meter') {
    const isOwn = principal.subject.kind === kind && principal.subject.id === id;
    if (!isOwn) throw new Problem('SCOPE_MISSING', 'a meter sees its own head only');
  } else if (principal !== null && owner !== undefined) {
    requireVisible(principal, 'heads', [owner.owner]);
  }
  const found = await readModel.heads.find(`${kind}/${id}`);
  if (found === undefined) throw new Problem('NOT_FOUND', `${kind} ${id}`);
  return found;
}
