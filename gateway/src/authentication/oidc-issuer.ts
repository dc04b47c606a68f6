import { enrolmentId } from '@commonwatt/chaincode/domain';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwtVerify,
  type FetchImplementation,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { Problem } from '../problem/problem.ts';
import { isTrustworthy, type OidcSettings } from './oidc-settings.ts';
import { scopesOf, type Scope } from './scope.ts';
import { CLOCK_TOLERANCE_SEC, type Verified } from './token.ts';

/** Signatures that only the holder of a private key can make: never `none`, nor a MAC under a public key. */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

/** How long an issuer is waited for, and its keys are kept. */
export interface OidcTimes {
  readonly answerMs: number;
  readonly keysMs: number;
  /** Between two fetches for keys that are not among those known, or after a failure. */
  readonly cooldownMs: number;
}
const TIMES: OidcTimes = { answerMs: 5_000, keysMs: 600_000, cooldownMs: 5_000 };

const discovered = z.object({ issuer: z.string(), jwks_uri: z.string().refine(isTrustworthy) });
const scopeClaims = z.object({
  scope: z.string().optional(),
  /** In place of `scope` with some issuers. */
  scp: z.union([z.string(), z.array(z.string())]).optional(),
});

/** The keys of an issuer cannot be had now; whether the token is good is not known. */
class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/** Checks tokens of one OpenID Connect issuer (RFC 9068, or any JWT with its claims), with the keys that it publishes. */
export class OidcIssuer {
  readonly #settings: OidcSettings;
  readonly #times: OidcTimes;
  #keys: Promise<JWTVerifyGetKey> | undefined;
  #quietUntil = 0;

  constructor(settings: OidcSettings, times: OidcTimes = TIMES) {
    this.#settings = settings;
    this.#times = times;
  }

  /** @throws Problem TOKEN_INVALID, ISSUER_UNAVAILABLE */
  async verify(token: string): Promise<Verified> {
    const payload = await this.#payload(token);
    // Whoever shows it would have to prove that it holds this key (RFC 9449, RFC 8705).
    if (payload.cnf !== undefined) throw invalid('it is bound to a key, of which no proof is taken here');
    const { enrolmentIdClaim } = this.#settings;
    const id = enrolmentId.safeParse(payload[enrolmentIdClaim]);
    if (!id.success) throw invalid(`claim ${enrolmentIdClaim} is no enrolment id`);
    return { enrolmentId: id.data, scopes: this.#scopesOf(payload) };
  }

  async #payload(token: string): Promise<JWTPayload> {
    const { issuer, audience, enrolmentIdClaim } = this.#settings;
    try {
      const { payload } = await jwtVerify(token, await this.#getKey(), {
        algorithms: ALGORITHMS,
        ...{ issuer, audience },
        requiredClaims: ['exp', enrolmentIdClaim],
        clockTolerance: CLOCK_TOLERANCE_SEC,
      });
      return payload;
    } catch (error) {
      if (error instanceof IssuerUnavailable)
        throw new Problem('ISSUER_UNAVAILABLE', `the keys of ${issuer} cannot be had now`, { cause: error });
      if (error instanceof errors.JWTExpired) throw invalid('expired');
      if (error instanceof errors.JWTClaimValidationFailed) throw invalid(`claim ${error.claim}`);
      if (error instanceof errors.JOSEError) throw invalid(`no token of ${issuer}`);
      throw error;
    }
  }

  /** A scope that the issuer's own is mapped to, or of the same name. A token without scopes has none. */
  #scopesOf(payload: JWTPayload): Scope[] {
    const { scope = '', scp = [] } = scopeClaims.safeParse(payload).data ?? {};
    const claimed = [scope, scp].flat().join(' ').split(' ');
    const { scopes } = this.#settings;
    if (scopes === undefined) return scopesOf(claimed);
    return [...new Set(claimed.flatMap((name) => (Object.hasOwn(scopes, name) ? (scopes[name] ?? []) : [])))];
  }

  async #getKey(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#discover();
    try {
      return await this.#keys;
    } catch (error) {
      this.#keys = undefined;
      throw error;
    }
  }

  /** OpenID Connect Discovery 1.0, section 4: where the issuer's keys are. */
  async #discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.#settings;
    const { answerMs, keysMs, cooldownMs } = this.#times;
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const signal = AbortSignal.timeout(answerMs);
    const answer = await this.#fetch(url, {
      headers: new Headers(),
      method: 'GET',
      redirect: 'manual',
      signal,
    });
    const found = discovered.safeParse(await answer.json().catch(unavailable));
    if (!found.success || found.data.issuer !== issuer)
      throw this.#failed(new Error(`${url} does not describe ${issuer}`));
    const keys = createRemoteJWKSet(new URL(found.data.jwks_uri), {
      timeoutDuration: answerMs,
      cacheMaxAge: keysMs,
      cooldownDuration: cooldownMs,
      [customFetch]: (...request) => this.#fetch(...request),
    });
    return async (header, token) => {
      try {
        return await keys(header, token);
      } catch (error) {
        throw isOfToken(error) ? error : this.#failed(error);
      }
    };
  }

  /** Asks the issuer; not at all soon after a failure, so that nobody has it asked with every request. */
  #fetch: FetchImplementation = async (url, options) => {
    if (Date.now() < this.#quietUntil) throw new IssuerUnavailable('it could not be reached just now');
    let response: Response;
    try {
      response = await fetch(url, options);
    } catch (error) {
      throw this.#failed(error);
    }
    if (response.status !== 200) throw this.#failed(new Error(`${url} answers ${response.status}`));
    return response;
  };

  #failed(cause: unknown): IssuerUnavailable {
    if (cause instanceof IssuerUnavailable) return cause;
    this.#quietUntil = Date.now() + this.#times.cooldownMs;
    return new IssuerUnavailable('the issuer does not answer as it should', { cause });
  }
}

/** Whether the token names a key or algorithm that the issuer does not have; everything else is the issuer's failure. */
function isOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

function unavailable(cause: unknown): never {
  throw new IssuerUnavailable('its description is no JSON', { cause });
}

function invalid(detail: string): Problem {
  return new Problem('TOKEN_INVALID', detail);
}
