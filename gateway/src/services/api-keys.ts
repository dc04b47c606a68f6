import { createHash } from 'node:crypto';
import {
  enrolmentId,
  epochSeconds,
  type MeteredSubject,
  meteredSubject,
  type Role,
  text,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { formatApiKey, hashSecret, newSecret } from '../authentication/api-key.ts';
import { meterAccount, type Caller } from '../authentication/principal.ts';
import { covers, type RouteScope } from '../authentication/scope.ts';
import { BusinessError } from '../fabric/errors.ts';
import { Problem } from '../problem/problem.ts';
import type { ApiKey, ApiKeyStatus } from '../read-model/api-key-table.ts';
import { requireActive } from './active-account.ts';
import { requireOwnMeter } from './mint-tokens.ts';
import { ROLE_BY_REGISTRANT } from './register-members.ts';
import type { Page, PageRequest, Services } from './services.ts';

const PURPOSE = 'commonwatt/api-key/1';
const MS_PER_SECOND = 1000;
const MAX_PER_ACCOUNT = 20;
const ID_BYTES = 16;

/** A key lasts: it cannot manage, so that none can make others. */
export const API_KEY_SCOPES = ['readings:write', 'read', 'trade'] as const satisfies RouteScope[];
const DEFAULT_SCOPES = ['readings:write'] as const;
/** What a manager may let a collector's key do: the collector's own consent is not among it. */
const COLLECTOR_SCOPES: readonly RouteScope[] = ['readings:write', 'read'];

export const createApiKeyRequest = z.strictObject({
  name: text.describe('What it is for'),
  subject: z
    .union([z.strictObject({ enrolmentId }), z.strictObject({ meter: meteredSubject })])
    .optional()
    .describe('Whom it acts for; default: the caller'),
  scopes: z
    .array(z.enum(API_KEY_SCOPES))
    .min(1)
    .max(API_KEY_SCOPES.length)
    .default([...DEFAULT_SCOPES])
    .describe('That of a meter is `readings:write`'),
  expiresAt: epochSeconds.optional().describe('Default: never'),
});
type CreateApiKeyRequest = z.output<typeof createApiKeyRequest>;

/**
 * Makes a key for the caller, for a meter of the organisation (manager), a member (manager; supplier for buyers) or a
 * collector (manager). The same request again makes no other one, and cannot tell the secret any more.
 *
 * @returns the key's record, and its text, null when it was told before
 * @throws BusinessError ACCOUNT_SUSPENDED, NOT_AUTHORISED, NOT_FOUND, EXPIRY_PASSED, STATE_CONFLICT for too many,
 * EXISTS_WITH_DIFFERENT_CONTENT
 * @throws Problem SCOPE_MISSING for more than the caller's own scopes
 */
export async function createApiKey(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: CreateApiKeyRequest,
): Promise<{ apiKey: ApiKey; text: string | null }> {
  await requireActive(services, caller);
  const { apiKeys } = services.ledger;
  const id = idFor(caller.account, idempotencyKey);
  const grant = await grantOf(services, caller, request);
  if ((await apiKeys.find(id)) === undefined) {
    const now = services.clock() * MS_PER_SECOND;
    if (grant.expiresAt !== null && grant.expiresAt <= now)
      throw new BusinessError('EXPIRY_PASSED', 'the key would have expired already');
    const secret = newSecret();
    const apiKey = { ...grant, id, secretHash: hashSecret(secret) };
    const outcome = await apiKeys.add(apiKey, MAX_PER_ACCOUNT, now);
    if (outcome === 'full')
      throw new BusinessError('STATE_CONFLICT', `${grant.account} has ${MAX_PER_ACCOUNT} API keys`);
    if (outcome === 'added') return { apiKey, text: formatApiKey({ id, secret }) };
  }
  const apiKey = await ownApiKey(services, caller, id);
  if (!isSameRequest(apiKey, grant))
    throw new BusinessError('EXISTS_WITH_DIFFERENT_CONTENT', `API key ${id}`);
  return { apiKey, text: null };
}

/** In the order in which they were made: the caller's own, those it has made, and a registrant's also other registrants'. */
export function listApiKeys(
  { ledger, clock }: Services,
  caller: Caller,
  status: ApiKeyStatus | undefined,
  page: PageRequest,
): Promise<Page<ApiKey>> {
  const audience = { account: caller.account, delegated: isRegistrant(caller) };
  return ledger.apiKeys.list(audience, status, clock() * MS_PER_SECOND, page);
}

/** @throws BusinessError NOT_FOUND, also for one that the caller may not see */
export async function ownApiKey({ ledger }: Services, caller: Caller, id: string): Promise<ApiKey> {
  const key = await ledger.apiKeys.find(id);
  const isOwn = key?.account === caller.account || key?.createdBy === caller.account;
  const isDelegated = key !== undefined && key.createdBy !== key.account && isRegistrant(caller);
  if (key === undefined || !(isOwn || isDelegated)) throw new BusinessError('NOT_FOUND', `API key ${id}`);
  return key;
}

/**
 * From the next request on the key opens nothing; done again it does nothing.
 *
 * @throws BusinessError NOT_FOUND, ACCOUNT_SUSPENDED
 */
export async function revokeApiKey(services: Services, caller: Caller, id: string): Promise<ApiKey> {
  await requireActive(services, caller);
  await ownApiKey(services, caller, id);
  await services.ledger.apiKeys.revoke(id, services.clock() * MS_PER_SECOND);
  return ownApiKey(services, caller, id);
}

/** @param now epoch seconds */
export function apiKeyStatus({ revokedAt, expiresAt }: ApiKey, now: number): ApiKeyStatus {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now * MS_PER_SECOND ? 'expired' : 'active';
}

type Subject = { readonly enrolmentId: string } | { readonly meter: MeteredSubject };
type Grant = Omit<ApiKey, 'id' | 'secretHash'>;

/** What the request asks for, when the caller may grant it. */
async function grantOf(
  services: Services,
  caller: Caller,
  { name, subject = { enrolmentId: caller.identity.enrolmentId }, scopes, expiresAt }: CreateApiKeyRequest,
): Promise<Grant> {
  await requireGrantable(services, caller, subject, scopes);
  const { mspId } = caller;
  return {
    name,
    ...('meter' in subject
      ? { account: meterAccount(mspId, subject.meter), meter: subject.meter }
      : { account: `${mspId}/${subject.enrolmentId}`, meter: null }),
    scopes: [...new Set(scopes)].sort(),
    createdBy: caller.account,
    createdAt: Date.now(),
    expiresAt: expiresAt === undefined ? null : expiresAt * MS_PER_SECOND,
    revokedAt: null,
    lastUsedAt: null,
  };
}

async function requireGrantable(
  services: Services,
  caller: Caller,
  subject: Subject,
  scopes: readonly RouteScope[],
): Promise<void> {
  if ('meter' in subject) {
    await requireOwnMeter(services, caller, subject.meter);
    if (scopes.some((scope) => scope !== 'readings:write'))
      throw new BusinessError('NOT_AUTHORISED', 'a meter can only deliver readings');
    return;
  }
  if (subject.enrolmentId === caller.identity.enrolmentId) {
    const missing = scopes.find((scope) => !covers(caller.scopes, [scope]));
    if (missing !== undefined)
      throw new Problem('SCOPE_MISSING', `the scope ${missing} is none of the caller's`);
    return;
  }
  const identity = services.ledger.wallet.get(subject.enrolmentId);
  if (identity === undefined) throw new BusinessError('NOT_FOUND', `identity ${subject.enrolmentId}`);
  if (!mayDelegate(caller, services.authentication.roleOf(identity), scopes))
    throw new BusinessError(
      'NOT_AUTHORISED',
      `${caller.role} may not make such a key for ${identity.account}`,
    );
}

function mayDelegate(caller: Caller, role: Role | undefined, scopes: readonly RouteScope[]): boolean {
  if (role === undefined) return false;
  if (role === ROLE_BY_REGISTRANT[caller.role]) return true;
  const isCollectors = caller.role === 'manager' && role === 'collector';
  return isCollectors && scopes.every((scope) => COLLECTOR_SCOPES.includes(scope));
}

function isRegistrant({ role }: Caller): boolean {
  return ROLE_BY_REGISTRANT[role] !== undefined;
}

function isSameRequest(made: ApiKey, wanted: Grant): boolean {
  const asked = ({ name, account, scopes, expiresAt }: Grant) =>
    JSON.stringify([name, account, scopes, expiresAt]);
  return asked(made) === asked(wanted);
}

/** Of the request that makes it, so that the same request makes the same one. */
function idFor(account: string, idempotencyKey: string): string {
  const content = JSON.stringify([PURPOSE, account, idempotencyKey]);
  return createHash('sha256').update(content).digest().subarray(0, ID_BYTES).toString('hex');
}
