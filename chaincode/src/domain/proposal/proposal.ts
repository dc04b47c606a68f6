import { z } from 'zod';
import { accountId, formatVersion, requestId, sha256, text } from '../identifier';
import { coinIds } from '../money/coin';
import { epochSeconds, positiveMoney } from '../quantity';
import { schemeTerms } from '../scheme/scheme';

/** What takes two signatures of two organisations. */
export const proposalSubject = z.discriminatedUnion('kind', [
  /** Treasurer and registrar: new money against a deposit. */
  z.strictObject({ kind: z.literal('mint'), account: accountId, amount: positiveMoney }),
  /** Treasurer and registrar: coins of the treasurer's own account leave the ledger. They are held meanwhile. */
  z.strictObject({ kind: z.literal('burn'), coins: coinIds }),
  /** Registrar and an officer of another organisation. */
  z.strictObject({ kind: z.literal('scheme'), scheme: schemeTerms }),
  /** Manager (or the utility's supplier for its buyers) and registrar: a new key for an account that lost its own. */
  z.strictObject({ kind: z.literal('accountKey'), account: accountId, keyHash: sha256 }),
]);
export type ProposalSubject = z.infer<typeof proposalSubject>;

export const proposal = z.strictObject({
  v: formatVersion,
  id: requestId,
  subject: proposalSubject,
  evidenceHash: sha256,
  note: text.optional(),
  proposedBy: accountId,
  decidedBy: accountId.optional(),
  status: z.enum(['open', 'confirmed', 'rejected', 'withdrawn']),
  at: epochSeconds,
  decidedAt: epochSeconds.optional(),
  /** Why it was rejected. */
  reason: text.optional(),
  commandHash: sha256,
});
export type Proposal = z.infer<typeof proposal>;
