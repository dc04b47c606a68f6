import { z } from 'zod';
import { accountId, formatVersion, sha256, text } from '../identifier';

/** What the holder of an account is; `officer` holds an office of an organisation. */
export const accountKind = z.enum([
  'prosumer',
  'consumer',
  'storage',
  'microgrid',
  'region',
  'utility',
  'thirdParty',
  'officer',
]);
export type AccountKind = z.infer<typeof accountKind>;

export const account = z.strictObject({
  v: formatVersion,
  id: accountId,
  kind: accountKind,
  status: z.enum(['active', 'suspended']),
  /** SHA-256 of the public key (SubjectPublicKeyInfo) pinned at first use; null until then. */
  keyHash: sha256.nullable(),
  /** Of the last suspension or reinstatement. */
  reason: text.optional(),
  /** Who suspended it; its organisation or the registrar may reinstate it. */
  suspendedBy: accountId.optional(),
});
export type Account = z.infer<typeof account>;
