import { isApiKey } from './api-key.ts';
import type { ApiKeys } from './api-keys.ts';
import type { Tokens, Verified } from './token.ts';

/** All that a request can identify itself with. */
export class Credentials {
  readonly #tokens: Pick<Tokens, 'verify'>;
  readonly #apiKeys: Pick<ApiKeys, 'verify'>;

  constructor(tokens: Pick<Tokens, 'verify'>, apiKeys: Pick<ApiKeys, 'verify'>) {
    this.#tokens = tokens;
    this.#apiKeys = apiKeys;
  }

  /**
   * @param bearer what stands behind `Bearer`
   * @throws Problem TOKEN_INVALID
   */
  verify(bearer: string): Promise<Verified> {
    return isApiKey(bearer) ? this.#apiKeys.verify(bearer) : this.#tokens.verify(bearer);
  }
}
