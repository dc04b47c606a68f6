import { createHmac, createPrivateKey, hkdfSync } from 'node:crypto';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import { Problem } from '../problem/problem.ts';
import type { Delivery, Webhook, WebhookTable } from '../read-model/webhook-table.ts';
import { requireActive } from './active-account.ts';
import { endOfBlock, formatEventId } from './event-feed.ts';
import type { Services } from './services.ts';
import { urlProblem } from './webhook-address.ts';

/** What webhooks need besides the ledger. */
export interface WebhookParts {
  readonly table: WebhookTable;
  readonly secrets: WebhookSecrets;
  /** For development: private addresses, and http to the own machine. */
  readonly allowPrivate: boolean;
}

const PURPOSE = 'commonwatt/webhook/1';
const KEY_BYTES = 32;
const ID_BYTES = 16;
const MAX_PER_ACCOUNT = 10;

/** Makes the secrets that deliveries are signed with, anew whenever one is needed: none is kept. */
export class WebhookSecrets {
  readonly #key: Buffer;

  /** @param secretKeyPem a private key of the organisation; with another one all secrets are others */
  constructor(secretKeyPem: string) {
    const secret = createPrivateKey(secretKeyPem).export({ type: 'pkcs8', format: 'der' });
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES));
  }

  of(webhook: string): string {
    return createHmac('sha256', this.#key).update(`secret/${webhook}`).digest('base64url');
  }

  /** Id of the webhook that a request makes, so that the same request makes the same one. */
  idFor(account: string, idempotencyKey: string): string {
    const content = `id/${JSON.stringify([account, idempotencyKey])}`;
    return createHmac('sha256', this.#key).update(content).digest().subarray(0, ID_BYTES).toString('hex');
  }
}

export interface WebhookRequest {
  readonly url: string;
  readonly types: readonly string[] | null;
  /** Id of the event after which it begins; undefined: with what happens from now on. */
  readonly after: string | undefined;
}

/**
 * @throws Problem REQUEST_MALFORMED for a URL that nothing is sent to
 * @throws BusinessError ACCOUNT_SUSPENDED, STATE_CONFLICT for too many, EXISTS_WITH_DIFFERENT_CONTENT
 */
export async function createWebhook(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  { url, types, after }: WebhookRequest,
): Promise<{ webhook: Webhook; secret: string }> {
  await requireActive(services, caller);
  const { table, secrets, allowPrivate } = services.webhooks;
  const problem = urlProblem(url, allowPrivate);
  if (problem !== undefined) throw new Problem('REQUEST_MALFORMED', `body.url: ${problem}`);
  const { account } = caller;
  const id = secrets.idFor(account, idempotencyKey);
  if ((await table.find(id)) === undefined && (await table.ofAccount(account)).length >= MAX_PER_ACCOUNT)
    throw new BusinessError('STATE_CONFLICT', `${account} has ${MAX_PER_ACCOUNT} webhooks`);
  await table.add({
    ...{ id, account, url, types, status: 'active', reason: null, failures: 0, failingSince: null },
    cursor: after ?? formatEventId(endOfBlock(services.ledger.projection.blockNumber)),
    createdAt: Date.now(),
  });
  const webhook = await ownWebhook(services, caller, id);
  if (webhook.url !== url || JSON.stringify(webhook.types) !== JSON.stringify(types))
    throw new BusinessError('EXISTS_WITH_DIFFERENT_CONTENT', `webhook ${id}`);
  return { webhook, secret: secrets.of(id) };
}

export function ownWebhooks({ webhooks }: Services, { account }: Caller): Promise<Webhook[]> {
  return webhooks.table.ofAccount(account);
}

/** @throws BusinessError NOT_FOUND, also for another's */
export async function ownWebhook({ webhooks }: Services, caller: Caller, id: string): Promise<Webhook> {
  const webhook = await webhooks.table.find(id);
  if (webhook?.account !== caller.account) throw new BusinessError('NOT_FOUND', `webhook ${id}`);
  return webhook;
}

/** @throws BusinessError NOT_FOUND */
export async function webhookDeliveries(services: Services, caller: Caller, id: string): Promise<Delivery[]> {
  await ownWebhook(services, caller, id);
  return services.webhooks.table.deliveries(id);
}

const CHANGES = {
  suspend: (table: WebhookTable, id: string) => table.suspend(id, 'OWNER'),
  resume: (table: WebhookTable, id: string) => table.resume(id),
  remove: (table: WebhookTable, id: string) => table.remove(id),
} as const;
export type WebhookChange = keyof typeof CHANGES;

/**
 * Suspends, resumes or removes; done again it does nothing.
 *
 * @returns the webhook, as it was last when it is removed
 * @throws BusinessError NOT_FOUND, ACCOUNT_SUSPENDED
 */
export async function changeWebhook(
  services: Services,
  caller: Caller,
  id: string,
  change: WebhookChange,
): Promise<Webhook> {
  await requireActive(services, caller);
  const before = await ownWebhook(services, caller, id);
  await CHANGES[change](services.webhooks.table, id);
  return (await services.webhooks.table.find(id)) ?? before;
}
