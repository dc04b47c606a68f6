import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What scanners of repositories and logs find lost keys by. */
const PREFIX = 'cwk_';
const SECRET_BYTES = 32;
const API_KEY = /^cwk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;
/** Compared with when there is no key of that id, so that this takes no less time. */
const NO_HASH = '0'.repeat(64);

/** `cwk_<id>_<secret>`: an id, 16 bytes in hex, and 32 random bytes in base64url. */
export interface ApiKeyText {
  readonly id: string;
  readonly secret: string;
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

export function formatApiKey({ id, secret }: ApiKeyText): string {
  return `${PREFIX}${id}_${secret}`;
}

/** Whether a bearer token means to be an API key. */
export function isApiKey(token: string): boolean {
  return token.startsWith(PREFIX);
}

export function parseApiKey(token: string): ApiKeyText | undefined {
  const [, id, secret] = API_KEY.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** SHA-256, hex. The secret is random and long: nobody finds it by guessing, however fast each guess is checked. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** In constant time; false without a hash. */
export function isSecretOf(secret: string, hash: string | undefined): boolean {
  const isEqual = timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(hash ?? NO_HASH));
  return isEqual && hash !== undefined;
}
