import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { enrolmentId, meteredSubject, type MeteredSubject } from '@commonwatt/chaincode/domain';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Problem } from '../problem/problem.ts';
import { scopesOf, type Scope } from './scope.ts';

const ALGORITHM = 'ES256';
/** How far apart clocks may be. */
export const CLOCK_TOLERANCE_SEC = 5;

/** Whom a token is made for: an enrolled identity, or the meter of one subject, which may only deliver readings. */
export type TokenSubject = { readonly enrolmentId: string } | { readonly meter: MeteredSubject };

/** A token that was found good. */
export type Verified = TokenSubject & { readonly scopes: readonly Scope[] };

const EVERYTHING: readonly Scope[] = ['commonwatt'];

const claims = z.object({ sub: z.string(), scope: z.string().default('commonwatt') });

/** Signs and checks the bearer tokens of one organisation. */
export class Tokens {
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #mspId: string;

  /** @param privateKeyPem a P-256 key, PKCS#8 */
  constructor(privateKeyPem: string, mspId: string) {
    this.#privateKey = createPrivateKey(privateKeyPem);
    if (this.#privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
      throw new RangeError('tokens are signed by a P-256 key');
    }
    this.#publicKey = createPublicKey(this.#privateKey);
    this.#mspId = mspId;
  }

  /**
   * @param expiresAt epoch seconds
   * @param scopes of an identity's token; a meter's can only deliver
   */
  mint(subject: TokenSubject, expiresAt: number, scopes = EVERYTHING): Promise<string> {
    const isMeter = 'meter' in subject;
    return new SignJWT({ scope: isMeter ? 'readings:write' : scopes.join(' ') })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(issuerOf(this.#mspId))
      .setAudience(this.#mspId)
      .setSubject(isMeter ? `${subject.meter.kind}.${subject.meter.id}` : subject.enrolmentId)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(this.#privateKey);
  }

  /** @throws Problem TOKEN_INVALID */
  async verify(token: string): Promise<Verified> {
    const payload = await this.#payload(token);
    const parsed = claims.safeParse(payload);
    if (!parsed.success) throw invalid('a claim is missing or unknown');
    const { sub, scope } = parsed.data;
    if (enrolmentId.safeParse(sub).success) return { enrolmentId: sub, scopes: scopesOf(scope.split(' ')) };
    return { meter: meterOf(sub), scopes: ['readings:write'] };
  }

  async #payload(token: string): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, this.#publicKey, {
        algorithms: [ALGORITHM],
        issuer: issuerOf(this.#mspId),
        audience: this.#mspId,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SEC,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw invalid('expired');
      if (error instanceof errors.JWTClaimValidationFailed) throw invalid(`claim ${error.claim}`);
      throw invalid('not a token of this organisation');
    }
  }
}

export function issuerOf(mspId: string): string {
  return `urn:commonwatt:${mspId}`;
}

/** A meter is no enrolled identity: its subject is `<kind>.<id>`, which no enrolment id can be. */
function meterOf(sub: string): MeteredSubject {
  const dot = sub.indexOf('.');
  const parsed = meteredSubject.safeParse({ kind: sub.slice(0, dot), id: sub.slice(dot + 1) });
  if (!parsed.success) throw invalid('the subject is neither an enrolment id nor a meter');
  return parsed.data;
}

function invalid(detail: string): Problem {
  return new Problem('TOKEN_INVALID', detail);
}
