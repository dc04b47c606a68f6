import { z } from 'zod';

/** Fabric membership service provider id of an organisation. */
export const mspId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,39}$/);
/** Enrolment id: for people a random pseudonym, for offices their name. */
export const enrolmentId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{1,39}$/);
/** `<MSP id>/<enrolment id>`. */
export const accountId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,39}\/[A-Za-z0-9][A-Za-z0-9_-]{1,39}$/);
/** Pseudonym of a connection point or device, chosen by the co-operative. */
export const assetId = z.string().regex(/^[A-Za-z0-9_-]{4,40}$/);
/** SHA-256 in base64url without padding: ids of what commands create, and hashes. */
export const sha256 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Id of what a command created: SHA-256 over its account and idempotency key. */
export const requestId = sha256;
/** `<request id>.<index>`: a coin or batch among those that one command created. */
export const outputId = z.string().regex(/^[A-Za-z0-9_-]{43}\.(0|[1-9][0-9]{0,3})$/);
/** Chosen by the client, unique per account; a resent command carries the same one. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9._:-]{1,80}$/);
/** Without control characters and lone surrogates, which databases and terminals cannot hold. */
export const text = z
  .string()
  .min(1)
  .max(200)
  // Not as \p{Cc}, which not every implementation of JSON Schema understands.
  // eslint-disable-next-line no-control-regex -- they are what is to be found
  .regex(/^[^\u0000-\u001F\u007F-\u009F]+$/)
  .refine((content) => !/\p{Cs}/u.test(content), 'holds half of a character');
/** Version of a stored value's format. */
export const formatVersion = z.literal(1);

/** The connection point or device whose meter signs profile blocks. */
export const meteredSubject = z.strictObject({ kind: z.enum(['point', 'device']), id: assetId });
export type MeteredSubject = z.infer<typeof meteredSubject>;

/** Splits an account id into its organisation and enrolment id. */
export function parseAccountId(id: string): { mspId: string; enrolmentId: string } {
  const slash = id.indexOf('/');
  return { mspId: id.slice(0, slash), enrolmentId: id.slice(slash + 1) };
}
