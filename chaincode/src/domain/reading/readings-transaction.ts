import type { ProfileBlock } from './profile-block';
import { decodeProfileBlock } from './profile-block-codec';
import { profileBlockHash } from './profile-block-signature';
import type { ReadingsResult } from './readings-result';
import { decodeSubmission } from './submission-codec';

/** A block that a transaction brought into its subject's chain. */
export interface AcceptedBlock {
  /** Position in the submission, from 0. */
  readonly at: number;
  readonly block: ProfileBlock;
  readonly body: Uint8Array;
  readonly hash: string;
}

/**
 * The accepted blocks of a valid `readings:submit` transaction, in order, from its argument and its response's result:
 * what a read model takes over, and `advanceHead` turns into heads. They arrived at the transaction's time.
 */
export function decodeReadingsTransaction(
  channel: string,
  argument: Uint8Array,
  { exists, refused }: ReadingsResult,
): AcceptedBlock[] {
  const others = new Set([...exists, ...refused.map(({ at }) => at)]);
  return decodeSubmission(argument).flatMap(({ body }, at) =>
    others.has(at)
      ? []
      : [{ at, block: decodeProfileBlock(body), body, hash: profileBlockHash(channel, body) }],
  );
}
