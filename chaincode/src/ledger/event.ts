import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical';
import type { Decision, SideRecord } from '../domain/decision';
import { recordIdOf, type RecordId } from '../domain/record-id';

export const EVENT_NAME = 'changes';

/**
 * Payload of a transaction's event: ids of what it changed, and a hash over the changes; with profile blocks, over the
 * result, which holds their verdicts.
 */
export function eventPayload(decision: Decision<unknown>): Buffer {
  const { changes, records, result } = decision;
  const blocks = records.filter((record) => record.type === 'block');
  const ids = [...changes.map(recordIdOf), ...blocks.map(blockId)];
  const hashed = blocks.length > 0 ? result : changes;
  const hash = createHash('sha256').update(canonicalJson(hashed)).digest('base64url');
  return Buffer.from(JSON.stringify({ ids, hash }));
}

function blockId({ subject, sequence }: SideRecord & { type: 'block' }): RecordId {
  return ['block', `${subject.kind}/${subject.id}/${sequence}`];
}
