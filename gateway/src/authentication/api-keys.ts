import { parseAccountId } from '@commonwatt/chaincode/domain';
import { Problem } from '../problem/problem.ts';
import type { ApiKey } from '../read-model/api-key-table.ts';
import { isSecretOf, parseApiKey } from './api-key.ts';
import { scopesOf } from './scope.ts';
import type { Verified } from './token.ts';

/** Of a key that is used all the time, its last use is known to the minute. */
const NOTED_EVERY_MS = 60_000;

interface Keys {
  find(id: string): Promise<ApiKey | undefined>;
  noteUse(id: string, now: number): Promise<void>;
}

/** Checks API keys. */
export class ApiKeys {
  readonly #keys: Keys;
  readonly #now: () => number;

  /** @param now epoch milliseconds */
  constructor(keys: Keys, now: () => number = Date.now) {
    this.#keys = keys;
    this.#now = now;
  }

  /** @throws Problem TOKEN_INVALID */
  async verify(token: string): Promise<Verified> {
    const text = parseApiKey(token);
    if (text === undefined) throw new Problem('TOKEN_INVALID', 'this is no API key');
    const key = await this.#keys.find(text.id);
    if (!isSecretOf(text.secret, key?.secretHash) || key === undefined)
      throw new Problem('TOKEN_INVALID', 'there is no such API key');
    const now = this.#now();
    if (key.revokedAt !== null) throw new Problem('TOKEN_INVALID', 'the API key is revoked');
    if (key.expiresAt !== null && key.expiresAt <= now)
      throw new Problem('TOKEN_INVALID', 'the API key has expired');
    if (now - (key.lastUsedAt ?? 0) >= NOTED_EVERY_MS) await this.#keys.noteUse(key.id, now);
    const scopes = scopesOf(key.scopes);
    return key.meter === null
      ? { enrolmentId: parseAccountId(key.account).enrolmentId, scopes }
      : { meter: key.meter, scopes };
  }
}
