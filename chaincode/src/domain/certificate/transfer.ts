import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import { type Decision, done } from '../decision';
import { accountId, idempotencyKey, requestId } from '../identifier';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import type { Request } from '../request';
import { type Holding, pieces, sumUnits } from './holding';
import { requireCuts, splitAll } from './pieces';
import type { Transfer } from './retirement';

export const transferCommand = z.strictObject({ idempotencyKey, to: accountId, pieces });
export type TransferCommand = z.infer<typeof transferCommand>;

export const transferCertificates = defineMethod({
  name: 'certificates:transfer',
  kind: 'submit',
  roles: ['member', 'manager', 'buyer'],
  command: transferCommand,
  result: z.strictObject({ id: requestId }),
  intent: ({ to, pieces }) => ({ to, units: sumUnits(pieces) }),
});

export interface TransferRecords {
  readonly consortium: Consortium;
  readonly recipient: Counterparties;
  /** For each piece. */
  readonly holdings: readonly (Holding | undefined)[];
}

/**
 * Gives free certificates of the caller to another account.
 * @throws DomainError ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED, HOLDING_CHANGED, HOLDING_FOREIGN
 */
export function decideTransferCertificates(
  { id, account, at, commandHash }: Request,
  { to, pieces }: TransferCommand,
  { consortium, recipient, holdings }: TransferRecords,
): Decision<{ id: string }> {
  requireActive(recipient, consortium);
  const cuts = requireCuts(pieces, holdings, { owner: account });
  const value: Transfer = {
    v: 1,
    id,
    from: account,
    to,
    pieces,
    units: sumUnits(pieces),
    at,
    commandHash,
  };
  return done({ id }, [{ type: 'transfer', value }, ...splitAll(cuts, { owner: to })]);
}
