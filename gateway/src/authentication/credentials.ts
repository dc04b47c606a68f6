import { decodeJwt } from 'jose';
import { Problem } from '../problem/problem.ts';
import { isApiKey } from './api-key.ts';
import type { Verified } from './token.ts';

/** Longer than any bearer token: what is longer is not even decoded. */
const MAX_LENGTH = 8_000;

interface Verifier {
  /** @throws Problem */
  verify(bearer: string): Promise<Verified>;
}

interface Verifiers {
  /** For tokens of the organisation's own issuer. */
  readonly tokens: Verifier;
  readonly apiKeys: Verifier;
  /** For tokens of others, by the claim `iss`. */
  readonly issuers: ReadonlyMap<string, Verifier>;
}

/** All that a request can identify itself with. */
export class Credentials {
  readonly #verifiers: Verifiers;

  constructor(verifiers: Verifiers) {
    this.#verifiers = verifiers;
  }

  /**
   * @param bearer what stands behind `Bearer`
   * @throws Problem TOKEN_INVALID, ISSUER_UNAVAILABLE
   */
  async verify(bearer: string): Promise<Verified> {
    if (bearer.length > MAX_LENGTH) throw new Problem('TOKEN_INVALID', 'too long');
    const { tokens, apiKeys, issuers } = this.#verifiers;
    if (isApiKey(bearer)) return apiKeys.verify(bearer);
    return (issuers.get(issuerIn(bearer) ?? '') ?? tokens).verify(bearer);
  }
}

/** What the token says of itself: it chooses who checks it, and nothing else. */
function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
