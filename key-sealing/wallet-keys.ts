import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isSealed, type KeyOwner, KeySeal } from './key-seal.ts';
import { readSealSecret } from './seal-secret.ts';

/** Reads keys of a wallet as its operator does, who has the wallet's secret: sealed ones and plain ones. */
export class WalletKeys {
  readonly #secretFile: string;
  #seal: KeySeal | undefined;

  /** @param secretFile is read when the first sealed key is */
  constructor(secretFile: string) {
    this.#secretFile = secretFile;
  }

  /**
   * @param file of a key in PEM, sealed or plain
   * @throws SealBroken, SealSecretInvalid
   */
  read(file: string, owner: KeyOwner): KeyObject {
    const text = readFileSync(file, 'utf8');
    if (!isSealed(text)) return createPrivateKey(text);
    const opened = this.seal.open(text, owner);
    try {
      return createPrivateKey(opened);
    } finally {
      opened.fill(0);
    }
  }

  /** @throws SealSecretInvalid */
  get seal(): KeySeal {
    this.#seal ??= new KeySeal(readSealSecret(this.#secretFile));
    return this.#seal;
  }
}
