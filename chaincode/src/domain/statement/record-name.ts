import type { z } from 'zod';
import { DomainError } from '../error-code';
import {
  accountId,
  assetId,
  meteredSubject,
  outputId,
  requestId,
  sha256,
  type MeteredSubject,
} from '../identifier';
import { schemeRef, type SchemeRef } from '../scheme/scheme';

/** What names a record, by the type of its key. */
export type RecordName =
  | { readonly type: 'consortium' }
  | { readonly type: 'meter'; readonly keyHash: string }
  | { readonly type: 'head'; readonly subject: MeteredSubject }
  | { readonly type: 'block'; readonly subject: MeteredSubject; readonly sequence: number }
  | { readonly type: 'cursor'; readonly device: string }
  | { readonly type: 'scheme'; readonly ref: SchemeRef }
  | { readonly type: 'holding'; readonly batch: string; readonly start: number }
  /** No record, but the sum of coins that are. */
  | { readonly type: 'balance'; readonly account: string }
  | { readonly type: PlainType; readonly id: string };

/** Types whose key is one id. */
type PlainType = keyof typeof PLAIN_IDS;

const PLAIN_IDS = {
  account: accountId,
  point: assetId,
  device: assetId,
  issuance: requestId,
  batch: outputId,
  transfer: requestId,
  retirement: requestId,
  coin: outputId,
  payment: requestId,
  hold: requestId,
  offer: requestId,
  bid: requestId,
  trade: requestId,
  proposal: requestId,
};

function isPlain(type: string): type is PlainType {
  return Object.hasOwn(PLAIN_IDS, type);
}

/** Sequence numbers, versions and unit indices, written without padding. */
const NUMBER = /^(0|[1-9][0-9]{0,12})$/;

/**
 * Reads `<key type>/<attributes>`, attributes as the domain writes them: `holding/<batch id>/<start>`.
 * @throws DomainError COMMAND_MALFORMED
 */
export function parseRecordName(id: string): RecordName {
  const slash = id.indexOf('/');
  const type = slash < 0 ? id : id.slice(0, slash);
  const rest = slash < 0 ? '' : id.slice(slash + 1);
  const name = isPlain(type) ? plainName(type, rest) : compositeName(type, rest);
  if (name === null) throw new DomainError('COMMAND_MALFORMED', 'id: names no type of record');
  return name;
}

function plainName(type: PlainType, id: string): RecordName | null {
  return matches(PLAIN_IDS[type], id) ? { type, id } : null;
}

function compositeName(type: string, rest: string): RecordName | null {
  const [first = '', second = '', third, ...more] = rest.split('/');
  if (more.length > 0) return null;
  if (third !== undefined) return type === 'block' ? blockName(first, second, third) : null;
  switch (type) {
    case 'consortium':
      return rest === '' ? { type } : null;
    case 'meter':
      return matches(sha256, rest) ? { type, keyHash: rest } : null;
    case 'balance':
      return matches(accountId, rest) ? { type, account: rest } : null;
    case 'cursor':
      return matches(assetId, rest) ? { type, device: rest } : null;
    case 'head': {
      const subject = { kind: first, id: second };
      return matches(meteredSubject, subject) ? { type, subject } : null;
    }
    case 'scheme': {
      const ref = { id: first, version: Number(second) };
      return NUMBER.test(second) && matches(schemeRef, ref) ? { type, ref } : null;
    }
    case 'holding':
      return matches(outputId, first) && NUMBER.test(second)
        ? { type, batch: first, start: Number(second) }
        : null;
    default:
      return null;
  }
}

function blockName(kind: string, id: string, sequence: string): RecordName | null {
  const subject = { kind, id };
  return matches(meteredSubject, subject) && NUMBER.test(sequence)
    ? { type: 'block', subject, sequence: Number(sequence) }
    : null;
}

function matches<Schema extends z.ZodType>(schema: Schema, value: unknown): value is z.output<Schema> {
  return schema.safeParse(value).success;
}
