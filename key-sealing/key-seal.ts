import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** Whose key it is: a sealed key opens for nobody else. */
export interface KeyOwner {
  readonly mspId: string;
  readonly enrolmentId: string;
}

/** The text is damaged, of another owner, or sealed with another secret. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const CIPHER = 'aes-256-gcm';
const PURPOSE = 'commonwatt wallet key, version 1';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 32 MiB and about 0.2 s, once for each salt (OWASP's password storage recommendation, r = 8). */
const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 };
const LINE = /.{1,64}/g;

const BEGIN = '-----BEGIN COMMONWATT SEALED KEY-----';
const END = '-----END COMMONWATT SEALED KEY-----';
const ARMOUR = new RegExp(
  `^${BEGIN}\\nVersion: 1\\nSalt: ([A-Za-z0-9+/=]{24})\\n\\n([A-Za-z0-9+/=\\n]+)\\n${END}\\n$`,
);

/** Whether the content of a key file is a sealed key, of whatever secret. */
export function isSealed(text: string): boolean {
  return text.startsWith(BEGIN);
}

/**
 * Encrypts keys with AES-256-GCM under a key that scrypt derives from a secret and a salt. Keys of a wallet share a salt;
 * each carries it, so that each can be opened by itself.
 */
export class KeySeal {
  readonly #secret: string;
  readonly #derived = new Map<string, Buffer>();
  #salt: Buffer | undefined;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The sealed text of a private key; salted as what was opened first, else anew. */
  seal(privateKey: Uint8Array, owner: KeyOwner): string {
    this.#salt ??= randomBytes(SALT_BYTES);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keyOf(this.#salt), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(owner));
    const content = [nonce, cipher.update(privateKey), cipher.final(), cipher.getAuthTag()];
    const lines = Buffer.concat(content).toString('base64').match(LINE) ?? [];
    const head = [BEGIN, 'Version: 1', `Salt: ${this.#salt.toString('base64')}`, ''];
    return [...head, ...lines, END, ''].join('\n');
  }

  /**
   * @returns the private key as it was sealed; the caller overwrites it after use
   * @throws SealBroken
   */
  open(text: string, owner: KeyOwner): Buffer {
    const [, saltText, body] = ARMOUR.exec(text) ?? [];
    if (saltText === undefined || body === undefined)
      throw new SealBroken(`the key of ${owner.enrolmentId} is no sealed key`);
    const salt = Buffer.from(saltText, 'base64');
    const key = decrypt(this.#keyOf(salt), Buffer.from(body, 'base64'), owner);
    this.#salt ??= salt;
    return key;
  }

  /** Whether a text is a key of this owner, sealed with this secret. */
  opens(text: string, owner: KeyOwner): boolean {
    try {
      this.open(text, owner).fill(0);
      return true;
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }

  #keyOf(salt: Buffer): Buffer {
    const name = salt.toString('base64');
    const key = this.#derived.get(name) ?? scryptSync(this.#secret, salt, KEY_BYTES, SCRYPT);
    this.#derived.set(name, key);
    return key;
  }
}

function decrypt(key: Buffer, content: Buffer, owner: KeyOwner): Buffer {
  const end = content.length - TAG_BYTES;
  if (end <= NONCE_BYTES) throw new SealBroken(`the sealed key of ${owner.enrolmentId} is cut short`);
  const decipher = createDecipheriv(CIPHER, key, content.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(owner)).setAuthTag(content.subarray(end));
  const opened = decipher.update(content.subarray(NONCE_BYTES, end));
  try {
    decipher.final();
    return opened;
  } catch (error) {
    opened.fill(0);
    throw new SealBroken(
      `the sealed key of ${owner.enrolmentId} was altered, is another's, or was sealed with another secret`,
      { cause: error },
    );
  }
}

function boundTo({ mspId, enrolmentId }: KeyOwner): Buffer {
  return Buffer.from(JSON.stringify([PURPOSE, mspId, enrolmentId]));
}
