import { z } from 'zod';
import { type Counterparties, requireActive } from '../account/counterparty';
import { canonicalJson } from '../canonical';
import type { Change } from '../change';
import { type Decision, done } from '../decision';
import type { Device } from '../device/device';
import { DomainError, type ErrorCode } from '../error-code';
import { assetId, idempotencyKey, type MeteredSubject, parseAccountId, requestId } from '../identifier';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import { units, type WattHours } from '../quantity';
import type { RegisterName } from '../reading/register';
import type { Request } from '../request';
import { type Scheme, schemeRef, type SchemeRef } from '../scheme/scheme';
import { type Batch, type Cursor, type Issuance, position, type Position } from './batch';
import { type BlockAtHand, usedBlocks } from './issue-blocks';
import { energyIntervals, type UsedBlock } from './issue-intervals';
import { energyOf, fillUnits, type FilledUnits } from './issue-units';

/** Most profile blocks that one command uses. */
export const MAX_ISSUE_BLOCKS = 62;
/** Most bytes that one command may write, so that no value outgrows what Fabric stores well. */
export const MAX_ISSUE_BYTES = 100_000;

export const issueCommand = z
  .strictObject({ idempotencyKey, device: assetId, scheme: schemeRef, from: position, to: position })
  .refine(({ from, to }) => isBefore(from, to), 'to must be after from')
  .refine((range) => blocksBetween(range).length <= MAX_ISSUE_BLOCKS, `at most ${MAX_ISSUE_BLOCKS} blocks`);
export type IssueCommand = z.infer<typeof issueCommand>;

export const issueResult = z.strictObject({ id: requestId, units: z.int().min(0), batches: z.int().min(0) });
export type IssueResult = z.infer<typeof issueResult>;

/** Makes certificates of a device's readings. */
export const issueMethod = defineMethod({
  name: 'certificates:issue',
  kind: 'submit',
  roles: ['gateway', 'manager', 'registrar'],
  command: issueCommand,
  result: issueResult,
  intent: ({ device, scheme }) => ({ device, scheme }),
});

/** Sequences of the profile blocks that hold the intervals from `from` to before `to`. */
export function blocksBetween({ from, to }: { from: Position; to: Position }): {
  first: number;
  length: number;
} {
  const end = to.index === 0 ? to.sequence : to.sequence + 1;
  return { first: from.sequence, length: end - from.sequence };
}
