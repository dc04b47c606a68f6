import { z } from 'zod';
import { done, exists, type Decision } from '../decision';
import { sha256 } from '../identifier';
import type { Admission } from '../identity/admit';
import { role } from '../identity/role';
import { defineMethod } from '../method';
import { account, type Account } from './account';

export const rotateAccountKeyCommand = z.strictObject({
  /** SHA-256 of the new public key (SubjectPublicKeyInfo). */
  keyHash: sha256,
});

/** Called with the old key: the account belongs to the new one from then on. */
export const rotateAccountKey = defineMethod({
  name: 'accounts:rotateKey',
  kind: 'submit',
  roles: role.options,
  command: rotateAccountKeyCommand,
  result: account,
});

/** `exists` when the account belongs to that key already. */
export function decideRotateAccountKey(
  { account: current, pins }: Admission,
  { keyHash }: z.infer<typeof rotateAccountKeyCommand>,
): Decision<Account> {
  if (current.keyHash === keyHash && !pins) return exists(current);
  const value: Account = { ...current, keyHash };
  return done(value, [{ type: 'account', value }]);
}
