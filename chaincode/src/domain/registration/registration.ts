import { z } from 'zod';
import { accountId, assetId, sha256, text } from '../identifier';

/**
 * Life of a connection point or device: submitted by its manager, confirmed by the grid operator, approved by the
 * registrar (two signatures of two organisations), suspended and reinstated, rejected or retired for good.
 */
export const registrationStatus = z.enum([
  'submitted',
  'confirmed',
  'approved',
  'suspended',
  'rejected',
  'retired',
]);
export type RegistrationStatus = z.infer<typeof registrationStatus>;

export const registration = {
  status: registrationStatus,
  submittedBy: accountId,
  confirmedBy: accountId.optional(),
  approvedBy: accountId.optional(),
  /** Who suspended it; its organisation or the registrar may reinstate it. */
  suspendedBy: accountId.optional(),
  /** Of the last transition that has one. */
  reason: text.optional(),
  /** Of the documents behind the submission; they stay with the co-operative. */
  evidenceHash: sha256.optional(),
  /** Of the submitting command, to tell a resent one from another. */
  commandHash: sha256,
};

export type Registration = z.infer<z.ZodObject<typeof registration>>;

/** What became of one item of a list. */
export const verdict = z.strictObject({
  id: z.string(),
  verdict: z.enum(['done', 'exists', 'refused']),
  code: z.string().optional(),
  detail: z.string().optional(),
});
export type Verdict = z.infer<typeof verdict>;

/** Result of a list command: a verdict for each item, in order. */
export const verdictList = z.strictObject({ verdicts: z.array(verdict) });
export type VerdictList = z.infer<typeof verdictList>;

/** Largest list in one command. */
export const LIST_LIMIT = 100;

const ids = z.array(assetId).min(1).max(LIST_LIMIT);
/** Command of a transition of several connection points or devices. */
export const idList = z.strictObject({ ids });
export type IdList = z.infer<typeof idList>;
/** The same, for a transition that takes a reason. */
export const idListWithReason = z.strictObject({ ids, reason: text });
export type IdListWithReason = z.infer<typeof idListWithReason>;
