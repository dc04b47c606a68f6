import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { Services } from './services.ts';

/**
 * Rows and hashes of the read model's tables, for whoever runs the gateway.
 *
 * @throws BusinessError NOT_AUTHORISED
 */
export function readModelContent({ ledger: { projection } }: Services, caller: Caller) {
  requireOperator(caller);
  return projection.content();
}

/**
 * Builds the read model anew from block 0; nothing else is answered meanwhile.
 *
 * @returns number of the last block, which it has when it is built again
 * @throws BusinessError NOT_AUTHORISED
 */
export async function rebuildReadModel(
  { ledger: { projection } }: Services,
  caller: Caller,
): Promise<{ toBlock: number }> {
  requireOperator(caller);
  const toBlock = projection.blockNumber;
  await projection.rebuild();
  return { toBlock };
}

/** The gateway's own identity is its operator's. */
function requireOperator({ role }: Caller): void {
  if (role !== 'gateway') throw new BusinessError('NOT_AUTHORISED', `${role} does not run this gateway`);
}
