import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSealed, type KeySeal, SealBroken } from './key-seal.ts';
import { replaceKey } from './replace-key.ts';

const KEY = 'key.pem';

/**
 * Seals all sealed keys of a wallet anew. Killed in between it leaves each key under one of the two secrets, and goes on
 * when it is called again; plain keys stay plain. Nothing else may use the wallet meanwhile.
 *
 * @param directory with a folder for each enrolment id
 * @returns enrolment ids whose keys were sealed anew
 * @throws SealBroken before anything is changed, when a key opens under neither secret
 */
export function resealWallet(directory: string, mspId: string, from: KeySeal, to: KeySeal): string[] {
  requireSealedWith(directory, mspId, [from, to]);
  const left = sealedKeys(directory, mspId).filter(({ text, owner }) => !to.opens(text, owner));
  for (const { file, text, owner } of left) {
    const key = from.open(text, owner);
    replaceKey(file, key, owner, to);
    key.fill(0);
  }
  return left.map(({ owner }) => owner.enrolmentId);
}

/** @throws SealBroken when a sealed key of the wallet opens under none of the secrets */
export function requireSealedWith(directory: string, mspId: string, seals: readonly KeySeal[]): void {
  const broken = sealedKeys(directory, mspId).filter(
    ({ text, owner }) => !seals.some((seal) => seal.opens(text, owner)),
  );
  if (broken.length === 0) return;
  const ids = broken.map(({ owner }) => owner.enrolmentId).join(', ');
  throw new SealBroken(`no key was changed: those of ${ids} were not sealed with the wallet's secret`);
}

function sealedKeys(directory: string, mspId: string) {
  return readdirSync(directory).flatMap((enrolmentId) => {
    const file = join(directory, enrolmentId, KEY);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return isSealed(text) ? [{ file, text, owner: { mspId, enrolmentId } }] : [];
  });
}
