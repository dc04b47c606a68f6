/** The secret that the keys of an organisation's wallet are sealed with. */
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import {
  flushFolder,
  KeySeal,
  readSealSecret,
  requireSealedWith,
  resealWallet,
  SealBroken,
  SealSecretInvalid,
} from '../../key-sealing/index.ts';
import type { Organisation } from '../../network/consortium.ts';
import { OperatorError } from '../../network/operator-error.ts';
import { writeAtomically } from '../atomic-file.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { readRunRecord } from '../supervisor/node-spec.ts';
import { isAlive } from '../supervisor/process-identity.ts';

const SECRET_BYTES = 32;

/** A gateway has the secret in memory, and would go on to seal keys with it. */
export class GatewayRuns extends OperatorError {
  override readonly name = 'GatewayRuns';
}

/** A secret that is none, or a key that was sealed with another one; nothing was changed. */
export class WalletUnusable extends OperatorError {
  override readonly name = 'WalletUnusable';
}

/** Makes the secret, once: without it the keys are lost. */
export function ensureWalletSecret(folder: OrganisationFolder): void {
  if (!existsSync(folder.walletSecret)) writeSecret(folder.walletSecret, newSecret());
}

/**
 * Seals all keys of the wallet with another secret. Killed anywhere it is finished by the next call, or by `up`.
 *
 * @param secretFile has the new secret; default: a random one
 * @returns enrolment ids whose keys were sealed anew
 * @throws GatewayRuns, WalletUnusable
 */
export function changeWalletSecret(
  organisation: Organisation,
  folder: OrganisationFolder,
  secretFile?: string,
): string[] {
  const runs = (['supervisor', 'gateway'] as const).some((node) => {
    const record = readRunRecord(folder, node);
    return record !== undefined && isAlive(record);
  });
  if (runs)
    throw new GatewayRuns(`the gateway of ${organisation.name} runs: npm run network -- down ends it`);
  const secret = secretFile === undefined ? newSecret() : usable(() => readSealSecret(secretFile));
  finishSecretChange(organisation, folder);
  // A change that cannot be finished is not begun.
  usable(() => requireSealedWith(folder.wallet, organisation.mspId, [sealOf(folder.walletSecret)]));
  writeSecret(folder.nextWalletSecret, secret);
  return finishSecretChange(organisation, folder);
}

/**
 * Goes on with a change that was interrupted. The old secret is given up last, when no key is sealed with it any more.
 *
 * @returns enrolment ids whose keys were sealed anew
 * @throws WalletUnusable
 */
export function finishSecretChange({ mspId }: Organisation, folder: OrganisationFolder): string[] {
  const { walletSecret, nextWalletSecret } = folder;
  if (!existsSync(nextWalletSecret)) return [];
  const sealed = usable(() =>
    resealWallet(folder.wallet, mspId, sealOf(walletSecret), sealOf(nextWalletSecret)),
  );
  renameSync(nextWalletSecret, walletSecret);
  flushFolder(folder.gateway);
  return sealed;
}

/** @throws WalletUnusable */
function usable<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SealSecretInvalid || error instanceof SealBroken)) throw error;
    throw new WalletUnusable(error.message, { cause: error });
  }
}

/** @throws SealSecretInvalid */
function sealOf(secretFile: string): KeySeal {
  return new KeySeal(readSealSecret(secretFile));
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function writeSecret(file: string, secret: string): void {
  writeAtomically(file, `${secret}\n`);
}
