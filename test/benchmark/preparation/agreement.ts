import type { ProposalSubject } from '@commonwatt/chaincode/domain';
import type { LedgerIdentity } from '../../ledger/index.ts';
import type { MarketClients } from '../market-clients.ts';

const EVIDENCE_HASH = 'E'.repeat(43);

/**
 * Two signatures of two organisations.
 *
 * @returns the proposal's id
 */
export async function agree(
  market: MarketClients,
  idempotencyKey: string,
  subject: ProposalSubject,
  [proposer, confirmer]: readonly [LedgerIdentity, LedgerIdentity],
): Promise<string> {
  const command = { idempotencyKey, subject, evidenceHash: EVIDENCE_HASH };
  const { result } = await market.submit<{ id: string }>(proposer, 'proposals:propose', command);
  await market.submit(confirmer, 'proposals:confirm', { proposal: result.id });
  return result.id;
}
