import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { enrolmentId as enrolmentIdSchema } from '@commonwatt/chaincode/domain';
import { isSealed, type KeyOwner, type KeySeal, SealBroken } from '../../../key-sealing/index.ts';
import { CERTIFICATE, KEY, UNFINISHED } from './file-wallet.ts';

/** The secret opens no key of the wallet: it is not the one that they were sealed with. */
export class WrongWalletSecret extends Error {
  override readonly name = 'WrongWalletSecret';
}

interface StoredKey {
  readonly owner: KeyOwner;
  readonly folder: string;
  readonly text: string;
}

/**
 * Looks whether the secret is the wallet's, and seals the plain keys that an earlier version of the gateway has left.
 * A process that is killed in between leaves each key plain or sealed, and the next start goes on.
 *
 * @param belongsHere by its certificate (PEM), whether a plain key is to be sealed
 * @returns enrolment ids of those whose keys were sealed
 * @throws WrongWalletSecret before anything is changed
 */
export function sealWallet(
  directory: string,
  mspId: string,
  seal: KeySeal,
  belongsHere: (certificate: string) => boolean,
): string[] {
  const keys = [...storedKeys(directory, mspId)];
  const sealed = keys.filter(({ text }) => isSealed(text));
  // One that does not open may be damaged by itself; its owner is told when it is used.
  if (sealed.length > 0 && !sealed.some(({ text, owner }) => opens(seal, text, owner)))
    throw new WrongWalletSecret(
      `GATEWAY_WALLET_SECRET_FILE does not hold the secret that the keys in ${directory} are sealed with`,
    );
  const plain = keys.filter(
    ({ text, folder }) => !isSealed(text) && belongsHere(readFileSync(join(folder, CERTIFICATE), 'utf8')),
  );
  for (const key of plain) sealInPlace(key, seal);
  return plain.map(({ owner }) => owner.enrolmentId);
}

function* storedKeys(directory: string, mspId: string): Generator<StoredKey> {
  for (const enrolmentId of readdirSync(directory)) {
    const folder = join(directory, enrolmentId);
    if (!enrolmentIdSchema.safeParse(enrolmentId).success || !existsSync(join(folder, CERTIFICATE))) continue;
    if (!existsSync(join(folder, KEY))) continue;
    yield { owner: { mspId, enrolmentId }, folder, text: readFileSync(join(folder, KEY), 'utf8') };
  }
}

function opens(seal: KeySeal, text: string, owner: KeyOwner): boolean {
  try {
    seal.open(text, owner).fill(0);
    return true;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** The sealed key is on the disk under another name, and opens, before it takes the place of the plain one. */
function sealInPlace({ folder, text, owner }: StoredKey, seal: KeySeal): void {
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name));
  const plain = Buffer.from(text);
  const unfinished = join(folder, `${KEY}${UNFINISHED}${randomUUID()}`);
  writeFileSync(unfinished, seal.seal(plain, owner), { mode: 0o600, flush: true });
  if (!seal.open(readFileSync(unfinished, 'utf8'), owner).equals(plain))
    throw new SealBroken(`the key of ${owner.enrolmentId} cannot be sealed`);
  renameSync(unfinished, join(folder, KEY));
  flushFolder(folder);
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
