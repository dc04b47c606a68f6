import { createHash } from 'node:crypto';

/** JSON with sorted object keys and no white space: the same value always gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}

/**
 * Bytes to hash or sign: purpose and version, channel, then the content, each preceded by its length, so that a
 * signature for one purpose or channel can never be taken for another's.
 */
export function taggedBytes(purpose: string, channel: string, ...parts: (string | Uint8Array)[]): Buffer {
  const fields = [purpose, channel, ...parts].map((part) =>
    typeof part === 'string' ? Buffer.from(part) : part,
  );
  return Buffer.concat(
    fields.flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(field.length);
      return [length, field];
    }),
  );
}

/** SHA-256 of {@link taggedBytes}, as base64url without padding. */
export function taggedHash(purpose: string, channel: string, ...parts: (string | Uint8Array)[]): string {
  return createHash('sha256')
    .update(taggedBytes(purpose, channel, ...parts))
    .digest('base64url');
}

/**
 * Key on the ledger of what `account` creates by `method` under `idempotencyKey`. The method is part of it because
 * coins are numbered under the id of what created them: a payment and a bid must never have the same id.
 */
export function requestIdOf(
  channel: string,
  account: string,
  method: string,
  idempotencyKey: string,
): string {
  return taggedHash('commonwatt/request/1', channel, account, method, idempotencyKey);
}

/** What a resent command must equal to be the same command. */
export function commandHashOf(channel: string, method: string, command: unknown): string {
  return taggedHash('commonwatt/command/1', channel, method, canonicalJson(command));
}
