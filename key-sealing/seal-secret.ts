import { readFileSync } from 'node:fs';

/** Less could be guessed, however slowly each guess is checked. */
const MIN_CHARACTERS = 16;

/** The file does not hold a secret that keys can be sealed with. */
export class SealSecretInvalid extends Error {
  override readonly name = 'SealSecretInvalid';
}

/**
 * The secret of a wallet, from a file of one line.
 *
 * @throws SealSecretInvalid
 */
export function readSealSecret(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new SealSecretInvalid(`the wallet's secret cannot be read from ${file}`, { cause: error });
  }
  if (secret.length < MIN_CHARACTERS)
    throw new SealSecretInvalid(`the wallet's secret in ${file} has fewer than ${MIN_CHARACTERS} characters`);
  return secret;
}
