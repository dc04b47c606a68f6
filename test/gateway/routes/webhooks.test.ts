import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommonwattClient } from '@commonwatt/client';
import { WebhookDeliveries } from '../../../gateway/src/services/webhook-deliveries.ts';
import { codeOf } from '../code-of.ts';
import { silent } from '../fabric/stub-ledger.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

interface Taken {
  readonly signature: string;
  readonly body: string;
}

/** Takes deliveries, or refuses as many as the test says. */
class Receiver {
  readonly taken: Taken[] = [];
  refusals = 0;
  refused = 0;
  /** How many it takes at most. */
  room = Infinity;
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const isRefused = this.refusals > this.refused || this.taken.length >= this.room;
        if (isRefused) this.refused += 1;
        else {
          const signature = String(request.headers['commonwatt-signature']);
          this.taken.push({ signature, body: Buffer.concat(chunks).toString() });
        }
        response.writeHead(isRefused ? 500 : 204).end();
      });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/events`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get records(): string[] {
    return this.taken.flatMap(({ body }) =>
      (JSON.parse(body) as { events: { record: string }[] }).events.map(({ record }) => record),
    );
  }
}

const DAY_MS = 86_400_000;

async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await pause(25);
  }
  assert.fail('it did not come to that');
}

describe('webhooks', function () {
  this.timeout(60_000);
  let consortium: MemoryConsortium;
  let manager: CommonwattClient;
  let receiver: Receiver;
  let url: string;
  let deliveries: WebhookDeliveries;
  let made: string[] = [];

  before(async () => {
    consortium = await sharedConsortium();
    manager = await consortium.riverside.client('manager');
  });
  beforeEach(async () => {
    receiver = new Receiver();
    url = await receiver.open();
    deliveries = new WebhookDeliveries(consortium.riverside.services, silent);
    deliveries.start();
  });
  afterEach(async () => {
    await deliveries.stop();
    receiver.close();
    for (const id of made)
      await manager.create('/v1/webhooks/{id}/removals', { path: { id }, body: {} }).catch(() => undefined);
    made = [];
  });

  async function webhook(body: { types?: ['account']; after?: string } = {}) {
    const created = await manager.create('/v1/webhooks', { body: { url, types: ['account'], ...body } });
    made.push(created.id);
    return created;
  }
  const view = (id: string) => manager.get('/v1/webhooks/{id}', { path: { id } });
  const log = async (id: string) =>
    (await manager.get('/v1/webhooks/{id}/deliveries', { path: { id } })).items;

  it('deliver events signed over timestamp and body under the secret, and keep a log', async () => {
    const { id, secret } = await webhook();
    const members = await newMembers(consortium, 2);
    await eventually(() => receiver.records.length === 2);
    assert.deepEqual(receiver.records, members);
    const [{ signature, body } = { signature: '', body: '' }] = receiver.taken;
    const [, timestamp = '', given] = /^t=([0-9]+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    assert.ok(Math.abs(Number(timestamp) - Date.now() / 1000) < 10);
    assert.equal(given, createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'));
    await eventually(async () => (await log(id)).length > 0);
    const [delivery] = await log(id);
    assert.deepEqual([delivery?.status, delivery?.error, delivery?.attempt], [204, null, 1]);
  });

  it('go on after a restart where they were, each event in order and no delivered one again', async () => {
    const { id } = await webhook();
    const first = await newMembers(consortium, 1);
    await eventually(async () => receiver.records.length === 1 && (await log(id)).length === 1);
    await deliveries.stop();
    const missed = await newMembers(consortium, 3);
    deliveries = new WebhookDeliveries(consortium.riverside.services, silent);
    deliveries.start();
    await eventually(() => receiver.records.length >= 4);
    assert.deepEqual(receiver.records, [...first, ...missed]);
  });

  it('send again what was refused, later and later, and lose nothing', async () => {
    receiver.refusals = 1;
    const { id } = await webhook();
    const members = await newMembers(consortium, 1);
    await eventually(async () => (await view(id)).failures === 1);
    assert.deepEqual(receiver.records, []);
    const [failed] = await log(id);
    assert.deepEqual([failed?.status, failed?.error], [500, 'STATUS']);
    await pause(5_500);
    await eventually(() => receiver.records.length > 0);
    assert.deepEqual(receiver.records, members);
    await eventually(async () => (await view(id)).failures === 0);
    assert.deepEqual(
      (await log(id)).map(({ attempt }) => attempt),
      [2, 1],
    );
  });

  it('are not given up for old failures once something has arrived again', async () => {
    await deliveries.stop();
    await newMembers(consortium, 1);
    const { id } = await webhook({ after: '0.0.0' });
    await consortium.riverside.services.webhooks.table.fail(id, Date.now() - 2 * DAY_MS, 0);
    for (let transactions = 0; transactions < 20; transactions += 1) await newMembers(consortium, 1);
    receiver.room = 1;
    deliveries = new WebhookDeliveries(consortium.riverside.services, silent);
    deliveries.start();
    await eventually(async () => (await log(id)).length === 2);
    await eventually(async () => (await view(id)).failures === 1);
    assert.equal((await view(id)).status, 'active');
  });

  it('send nothing while they are suspended, and all of it once they are resumed', async () => {
    const { id } = await webhook();
    const suspended = await manager.create('/v1/webhooks/{id}/suspensions', { path: { id }, body: {} });
    assert.deepEqual([suspended.status, suspended.reason], ['suspended', 'OWNER']);
    const members = await newMembers(consortium, 2);
    await pause(300);
    assert.deepEqual(receiver.records, []);
    await manager.create('/v1/webhooks/{id}/resumptions', { path: { id }, body: {} });
    await eventually(() => receiver.records.length === 2);
    assert.deepEqual(receiver.records, members);
  });

  it('are made once under one key, with the same secret, and tell it at no other time', async () => {
    const idempotencyKey = 'webhook-once';
    const body = { url };
    const [first, again] = [
      await manager.create('/v1/webhooks', { body, idempotencyKey }),
      await manager.create('/v1/webhooks', { body, idempotencyKey }),
    ];
    made.push(first.id);
    assert.deepEqual([again.id, again.secret], [first.id, first.secret]);
    const other = manager.create('/v1/webhooks', { body: { url: `${url}/x` }, idempotencyKey });
    assert.equal(await codeOf(other), 'EXISTS_WITH_DIFFERENT_CONTENT');
    const { items } = await manager.get('/v1/webhooks', {});
    assert.ok(!JSON.stringify([items, await view(first.id)]).includes(first.secret));
  });

  it("are nobody else's", async () => {
    const { id } = await webhook();
    const collector = await consortium.riverside.client('collector');
    const path = { id };
    assert.deepEqual((await collector.get('/v1/webhooks', {})).items, []);
    for (const asked of [
      collector.get('/v1/webhooks/{id}', { path }),
      collector.get('/v1/webhooks/{id}/deliveries', { path }),
      collector.create('/v1/webhooks/{id}/removals', { path, body: {} }),
    ])
      assert.equal(await codeOf(asked), 'NOT_FOUND');
    assert.equal((await view(id)).status, 'active');
  });

  it('each get their turn, although there are more than are served at the same time', async () => {
    const { table } = consortium.riverside.services.webhooks;
    const account = 'RiversideMSP/manager';
    const ids = Array.from({ length: 25 }, (_, index) => index.toString(16).padStart(32, '0'));
    const common = { account, url, types: ['account'], status: 'active', reason: null } as const;
    const cursor = `${consortium.riverside.services.ledger.projection.blockNumber}.9999.9999`;
    const rest = { cursor, failures: 0, failingSince: null, createdAt: Date.now() };
    for (const id of ids) await table.add({ id, ...common, ...rest });
    made.push(...ids);
    await newMembers(consortium, 1);
    const senders = () =>
      new Set(receiver.taken.map(({ body }) => (JSON.parse(body) as { webhook: string }).webhook));
    await eventually(() => senders().size === ids.length);
  });

  it('are ten for an account at most', async () => {
    while (made.length < 10) await webhook();
    assert.equal(await codeOf(webhook()), 'STATE_CONFLICT');
  });

  it('lead to no address that the gateway would not send to', async () => {
    for (const bad of ['ftp://example.org/', 'http://example.org/', 'https://a:b@example.org/', 'no url']) {
      const asked = manager.create('/v1/webhooks', { body: { url: bad } });
      assert.equal(await codeOf(asked), 'REQUEST_MALFORMED', bad);
    }
  });
});
