import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../../gateway/src/app.ts';
import { Metrics } from '../../../gateway/src/metrics/metrics.ts';
import type { Services } from '../../../gateway/src/services/services.ts';
import { TRAFFIC_LIMITS, type TrafficLimits } from '../../../gateway/src/traffic/limits.ts';
import { silent } from '../fabric/stub-ledger.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const PROBES = ['/healthz', '/readyz', '/metrics'];

describe('a gateway under load', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let server: Server | undefined;
  let url: string;
  let metrics: Metrics;
  const load = { eventLoopDelayMs: 0, heapPercent: 0 };

  before(async () => {
    consortium = await sharedConsortium();
  });
  beforeEach(() => Object.assign(load, { eventLoopDelayMs: 0, heapPercent: 0 }));
  afterEach(() => server?.close().closeAllConnections());

  async function listen(
    limits: Partial<TrafficLimits>,
    commands = { pending: 0, limit: 50, isCrowded: false },
  ): Promise<void> {
    const { services } = consortium.utility;
    const busy = Object.assign(Object.create(services.ledger.commands) as object, {});
    for (const [name, value] of Object.entries(commands)) Object.defineProperty(busy, name, { value });
    const ledger = { ...services.ledger, commands: busy } as Services['ledger'];
    metrics = new Metrics();
    const parts = { metrics, load, limits: { ...TRAFFIC_LIMITS, ...limits } };
    const opened = createApp({ ...services, ledger }, silent, parts).listen(0, 'localhost');
    await new Promise((resolve) => opened.once('listening', resolve));
    server = opened;
    url = `http://localhost:${(opened.address() as AddressInfo).port}`;
  }

  async function ask(path: string, enrolmentId?: string, method = 'GET') {
    const token = enrolmentId === undefined ? undefined : await consortium.utility.token(enrolmentId);
    const headers = {
      'Idempotency-Key': 'k',
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    const response = await fetch(url + path, { method, headers, ...(method === 'POST' && { body: '{}' }) });
    const text = await response.text();
    const code = text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined;
    return { status: response.status, code, text, header: (name: string) => response.headers.get(name) };
  }

  it('tells an account with each answer how much it may still ask', async () => {
    await listen({ requestsPerMinute: 5 });
    const answer = await ask('/v1/offers', 'buyer');
    assert.match(answer.header('ratelimit-policy') ?? '', /^"account"; q=5; w=60/);
    assert.match(answer.header('ratelimit') ?? '', /^"account"; r=4; t=\d+/);
  });

  it('refuses an account that asks too much with 429 until its minute is over, and no other account', async () => {
    await listen({ requestsPerMinute: 2 });
    for (const expected of [200, 200]) assert.equal((await ask('/v1/offers', 'buyer')).status, expected);
    const refused = await ask('/v1/offers', 'buyer');
    assert.deepEqual([refused.status, refused.code], [429, 'RATE_LIMITED']);
    const retryAfter = Number(refused.header('retry-after'));
    assert.ok(retryAfter > 2 && retryAfter <= 60, String(retryAfter));
    assert.equal((await ask('/v1/offers', 'treasurer')).status, 200);
  });

  for (const [shortage, field, limit] of [
    ['heap', 'heapPercent', 'heapPercent'],
    ['event_loop', 'eventLoopDelayMs', 'eventLoopDelayMs'],
  ] as const) {
    it(`refuses everything but probes, before it looks at the token, while short of ${shortage}`, async () => {
      await listen({});
      load[field] = TRAFFIC_LIMITS[limit] + 1;
      for (const method of ['GET', 'POST']) {
        const refused = await ask('/v1/offers', undefined, method);
        assert.deepEqual([refused.status, refused.code], [503, 'OVERLOADED']);
        assert.ok(Number(refused.header('retry-after')) > 0);
        assert.notEqual(refused.header('x-request-id'), null);
      }
      for (const path of PROBES) assert.equal((await ask(path)).status, 200, path);
      assert.match(
        (await metrics.text()).body,
        new RegExp(`gateway_requests_shed_total\\{reason="${shortage}"\\} 2`),
      );
      load[field] = TRAFFIC_LIMITS[limit];
      assert.equal((await ask('/v1/offers', 'buyer')).status, 200);
    });
  }

  for (const [shortage, commands] of [
    ['pending_commands', { pending: TRAFFIC_LIMITS.pendingCommands, limit: 50, isCrowded: false }],
    ['commands', { pending: 50, limit: 50, isCrowded: true }],
  ] as const) {
    it(`refuses new commands, and answers who only reads, while there are too many (${shortage})`, async () => {
      await listen({}, commands);
      const refused = await ask('/v1/activations', 'buyer', 'POST');
      assert.deepEqual([refused.status, refused.code], [503, 'OVERLOADED']);
      assert.equal((await ask('/v1/offers', 'buyer')).status, 200);
    });
  }

  for (const path of [
    '/v1/operations/o1/signatures',
    '/v1/operations/o1/cancellations',
    '/v1/questions/q1/signatures',
  ]) {
    it(`lets ${path} through, which finishes what was accepted, while there are too many commands`, async () => {
      await listen({}, { pending: TRAFFIC_LIMITS.pendingCommands, limit: 50, isCrowded: true });
      const answer = await ask(path, 'buyer', 'POST');
      assert.notEqual(answer.code, 'OVERLOADED');
      load.heapPercent = TRAFFIC_LIMITS.heapPercent + 1;
      assert.equal((await ask(path, 'buyer', 'POST')).code, 'OVERLOADED');
    });
  }

  it('counts requests by route and status, ids and unknown paths left out', async () => {
    await listen({});
    const id = 'x'.repeat(43);
    await ask(`/v1/offers/${id}`, 'buyer');
    await ask(`/v1/no-such-path/${id}`);
    const { text } = await ask('/metrics');
    assert.match(
      text,
      /gateway_http_request_duration_seconds_count\{method="GET",route="\/v1\/offers\/:[a-z]+",status="404"\} 1/,
    );
    assert.match(
      text,
      /gateway_http_request_duration_seconds_count\{method="GET",route="none",status="404"\} 1/,
    );
    assert.ok(!text.includes(id));
  });

  it('shows how far the read model is, and how many commands there are', async () => {
    await listen({}, { pending: 3, limit: 40, isCrowded: false });
    const { text } = await ask('/metrics');
    const valueOf = (name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
    assert.equal(
      valueOf('gateway_projector_block'),
      consortium.utility.services.ledger.projection.blockNumber,
    );
    assert.equal(valueOf('gateway_projector_lag_blocks'), 0);
    assert.equal(valueOf('gateway_commands_pending'), 3);
    assert.equal(valueOf('gateway_commands_limit'), 40);
    assert.equal(valueOf('gateway_intake_waiting_bytes'), 0);
  });

  it("shows what a proxy passes on to the gateway's own identity only", async () => {
    await listen({});
    const answerTo = async (enrolmentId?: string) => {
      const Authorization = enrolmentId && `Bearer ${await consortium.utility.token(enrolmentId)}`;
      const headers = { 'X-Forwarded-For': '192.0.2.1', ...(Authorization && { Authorization }) };
      return (await fetch(`${url}/metrics`, { headers })).status;
    };
    assert.deepEqual([await answerTo(), await answerTo('buyer'), await answerTo('gateway')], [401, 403, 200]);
  });
});
