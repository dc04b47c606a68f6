import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enrolmentId as enrolmentIdSchema } from '@commonwatt/chaincode/domain';
import { isSealed, type KeyOwner, type KeySeal, replaceKey } from '../../../key-sealing/index.ts';
import { CERTIFICATE, KEY } from './file-wallet.ts';

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
  if (sealed.length > 0 && !sealed.some(({ text, owner }) => seal.opens(text, owner)))
    throw new WrongWalletSecret(
      `GATEWAY_WALLET_SECRET_FILE does not hold the secret that the keys in ${directory} are sealed with`,
    );
  const plain = keys.filter(
    ({ text, folder }) => !isSealed(text) && belongsHere(readFileSync(join(folder, CERTIFICATE), 'utf8')),
  );
  for (const { folder, text, owner } of plain) replaceKey(join(folder, KEY), Buffer.from(text), owner, seal);
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
