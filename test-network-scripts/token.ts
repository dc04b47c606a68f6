/** Bearer tokens for development: what an identity provider would issue in production. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { SignJWT, calculateJwkThumbprint } from 'jose';
import type { ConsortiumDefinition, Organisation } from '../network/consortium.ts';
import type { StateFolder } from './state-folder.ts';
import { OperatorError } from '../network/operator-error.ts';

export type TokenOptions = {
  /** Blank-separated; default `commonwatt`. */
  scope?: string;
  /** Seconds until it expires; default 30 days. */
  ttlSec?: number;
};

/** No such organisation, or no key to sign with. */
export class NoToken extends OperatorError {
  override readonly name = 'NoToken';
}

const DEFAULT_SCOPE = 'commonwatt';
const DEFAULT_TTL_SEC = 30 * 24 * 3600;

/**
 * A JWT that the organisation's gateway accepts for one of its identities.
 *
 * @param organisation name or MSP id
 * @param user enrolment id
 * @throws NoToken
 */
export async function issueToken(
  consortium: ConsortiumDefinition,
  state: StateFolder,
  organisation: string,
  user: string,
  { scope = DEFAULT_SCOPE, ttlSec = DEFAULT_TTL_SEC }: TokenOptions = {},
): Promise<string> {
  const { name, mspId } = findOrganisation(consortium, organisation);
  const file = state.organisation(name).tokenKey;
  if (!existsSync(file))
    throw new NoToken(`${name} has no key for tokens yet: npm run network -- up makes one`);
  const key = createPrivateKey(readFileSync(file));
  const issuedAt = Math.floor(Date.now() / 1000);
  return await new SignJWT({ scope })
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'JWT',
      kid: await calculateJwkThumbprint(createPublicKey(key).export({ format: 'jwk' })),
    })
    .setSubject(user)
    .setAudience(mspId)
    .setIssuer(`urn:commonwatt:${mspId}`)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ttlSec)
    .sign(key);
}

/** By name or MSP id, in any case. */
export function findOrganisation({ organisations }: ConsortiumDefinition, wanted: string): Organisation {
  const matches = (text: string) => text.toLowerCase() === wanted.toLowerCase();
  const found = organisations.find(({ name, mspId }) => matches(name) || matches(mspId));
  if (!found)
    throw new NoToken(
      `there is no organisation ${wanted}; there are ${organisations.map(({ name }) => name).join(', ')}`,
    );
  return found;
}
