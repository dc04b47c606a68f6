import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { CommonwattClient } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { approvedRoof, deliver, enrolmentIdOf, newMembers, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const NOW = Math.floor(Date.now() / 1000);

describe('API keys', function () {
  this.timeout(60_000);
  let consortium: MemoryConsortium;
  let manager: CommonwattClient;
  let member: CommonwattClient;
  let memberId: string;
  let account: string;

  before(async () => {
    consortium = await sharedConsortium();
    manager = await consortium.riverside.client('manager');
    [account = ''] = await newMembers(consortium, 1);
    memberId = enrolmentIdOf(account);
    member = await consortium.riverside.client(memberId);
  });

  type Request = Parameters<typeof make>[1];
  async function make(
    by: CommonwattClient,
    body: {
      name?: string;
      subject?: { enrolmentId: string } | { meter: { kind: 'device' | 'point'; id: string } };
      scopes?: ('read' | 'trade' | 'readings:write')[];
      expiresAt?: number;
    },
    idempotencyKey: string = randomUUID(),
  ) {
    return by.create('/v1/api-keys', { body: { name: 'key', ...body }, idempotencyKey });
  }

  function clientWith(token: string | null): CommonwattClient {
    return new CommonwattClient({ url: consortium.riverside.url, token: token ?? assert.fail('no key') });
  }

  function statusOf(id: string) {
    return manager.get('/v1/api-keys/{id}', { path: { id } });
  }

  it('of a meter deliver its readings and see its own head, and nothing else', async () => {
    const roof = await approvedRoof(consortium, account, 'with-api-key');
    const made = await make(manager, { subject: { meter: roof.deviceMeter.subject } });
    const meter = clientWith(made.key);
    const { result } = await deliver(meter, signedDay(roof, 100).signed);
    assert.deepEqual(result.verdicts, [{ verdict: 'accepted' }]);
    const head = await meter.get('/v1/devices/{id}/head', { path: { id: roof.device } });
    assert.equal(head.sequence, 1);
    const other = meter.get('/v1/connection-points/{id}/head', { path: { id: roof.point } });
    assert.equal(await codeOf(other), 'SCOPE_MISSING');
    assert.equal(await codeOf(meter.get('/v1/offers', {})), 'SCOPE_MISSING');
    const { lastUsedAt, meter: subject, account: actsFor } = await statusOf(made.id);
    assert.ok(lastUsedAt !== null && lastUsedAt >= NOW);
    assert.deepEqual([subject, actsFor], [roof.deviceMeter.subject, `RiversideMSP/device.${roof.device}`]);
  });

  it('of a collector deliver readings and see the heads of its organisation', async () => {
    const roof = await approvedRoof(consortium, account, 'collected');
    const made = await make(manager, { subject: { enrolmentId: 'collector' } });
    assert.deepEqual(made.scopes, ['readings:write']);
    const collector = clientWith(made.key);
    await deliver(collector, signedDay(roof, 100).signed);
    assert.equal((await collector.get('/v1/devices/{id}/head', { path: { id: roof.device } })).sequence, 1);
    assert.equal(await codeOf(collector.get('/v1/accounts', {})), 'SCOPE_MISSING');
  });

  it('open their scopes only', async () => {
    const { key } = await make(member, { scopes: ['read'] });
    const reader = clientWith(key);
    await reader.get('/v1/offers', {});
    const body = { outputs: [{ account: 'RiversideMSP/manager', amount: '1' }] };
    assert.equal(await codeOf(reader.command('/v1/payments', { body })), 'SCOPE_MISSING');
    const { key: trading } = await make(member, { scopes: ['trade'] });
    assert.equal(await codeOf(clientWith(trading).command('/v1/payments', { body })), 'FUNDS_INSUFFICIENT');
  });

  it('can make no other keys, nor tokens', async () => {
    const made = await make(manager, { scopes: ['read', 'trade', 'readings:write'] });
    const client = clientWith(made.key);
    assert.equal(await codeOf(make(client, {})), 'SCOPE_MISSING');
    const tokens = client.create('/v1/tokens', { body: { subjects: [{ enrolmentId: memberId }] } });
    assert.equal(await codeOf(tokens), 'SCOPE_MISSING');
    assert.equal(await codeOf(make(manager, { scopes: ['manage' as 'read'] })), 'REQUEST_MALFORMED');
  });

  it('have no more scopes than the token of who makes one for itself', async () => {
    const token = await consortium.riverside.services.tokens.mint({ enrolmentId: memberId }, NOW + 3600, [
      'manage',
      'read',
    ]);
    const narrow = clientWith(token);
    assert.equal(await codeOf(make(narrow, { scopes: ['read', 'trade'] })), 'SCOPE_MISSING');
    assert.equal(await codeOf(make(narrow, { scopes: ['read'] })), 'done');
  });

  it('are told once, whatever comes twice', async () => {
    const idempotencyKey = randomUUID();
    const first = await make(manager, { scopes: ['read'] }, idempotencyKey);
    const again = await make(manager, { scopes: ['read'] }, idempotencyKey);
    assert.deepEqual([again.id, again.key], [first.id, null]);
    const other = make(manager, { scopes: ['trade'] }, idempotencyKey);
    assert.equal(await codeOf(other), 'EXISTS_WITH_DIFFERENT_CONTENT');
    const shown = JSON.stringify(await statusOf(first.id));
    const [, , secret = ''] = /^cwk_(\w{32})_(.*)$/.exec(first.key ?? '') ?? [];
    assert.ok(secret.length === 43 && !shown.includes(secret));
    const stored = await consortium.riverside.services.ledger.apiKeys.find(first.id);
    assert.ok(!JSON.stringify(stored).includes(secret));
  });

  it('open nothing once revoked or expired', async () => {
    const { id, key } = await make(member, { scopes: ['read'], expiresAt: NOW + 3600 });
    const client = clientWith(key);
    await client.get('/v1/offers', {});
    const revoked = await member.create('/v1/api-keys/{id}/revocations', { path: { id }, body: {} });
    assert.equal(revoked.status, 'revoked');
    assert.equal(await codeOf(client.get('/v1/offers', {})), 'TOKEN_INVALID');
    const again = await member.create('/v1/api-keys/{id}/revocations', { path: { id }, body: {} });
    assert.equal(again.revokedAt, revoked.revokedAt);
    assert.equal(await codeOf(make(member, { expiresAt: NOW })), 'EXPIRY_PASSED');
  });

  it('are not made for others than one may speak for', async () => {
    const foreign = await consortium.utility.client('supplier');
    const cases: [string, CommonwattClient, Request, string][] = [
      ['a member for another', member, { subject: { enrolmentId: 'collector' } }, 'NOT_AUTHORISED'],
      [
        'a member for a meter',
        member,
        { subject: { meter: { kind: 'device', id: 'none' } } },
        'NOT_AUTHORISED',
      ],
      ['for the gateway', manager, { subject: { enrolmentId: 'gateway' } }, 'NOT_AUTHORISED'],
      [
        'for a collector to trade',
        manager,
        { subject: { enrolmentId: 'collector' }, scopes: ['trade'] },
        'NOT_AUTHORISED',
      ],
      ['for nobody', manager, { subject: { enrolmentId: 'nobody' } }, 'NOT_FOUND'],
      ['for no meter', manager, { subject: { meter: { kind: 'device', id: 'none' } } }, 'NOT_FOUND'],
    ];
    for (const [what, by, request, code] of cases) assert.equal(await codeOf(make(by, request)), code, what);
    const roof = await approvedRoof(consortium, account, 'foreign-key');
    const subject = { meter: roof.deviceMeter.subject };
    assert.equal(await codeOf(make(foreign, { subject })), 'NOT_AUTHORISED');
    assert.equal(await codeOf(make(manager, { subject, scopes: ['read'] })), 'NOT_AUTHORISED');
  });

  it('are listed for those whom they concern, who alone may revoke them', async () => {
    const own = await make(member, { scopes: ['read'] });
    const given = await make(manager, { subject: { enrolmentId: memberId } });
    const ids = async (by: CommonwattClient) => {
      const found: string[] = [];
      for await (const { id } of by.all('/v1/api-keys', { query: { limit: 3 } })) found.push(id);
      return found;
    };
    const [toMember, toManager] = [await ids(member), await ids(manager)];
    assert.ok(toMember.includes(own.id) && toMember.includes(given.id));
    assert.ok(!toManager.includes(own.id) && toManager.includes(given.id));
    assert.equal(new Set(toManager).size, toManager.length);
    const path = { id: own.id };
    assert.equal(await codeOf(manager.get('/v1/api-keys/{id}', { path })), 'NOT_FOUND');
    const revocation = manager.create('/v1/api-keys/{id}/revocations', { path, body: {} });
    assert.equal(await codeOf(revocation), 'NOT_FOUND');
    await member.create('/v1/api-keys/{id}/revocations', { path: { id: given.id }, body: {} });
    const { items } = await member.get('/v1/api-keys', { query: { status: 'revoked' } });
    assert.ok(items.length > 0 && items.every(({ status }) => status === 'revoked'));
    assert.ok(items.some(({ id }) => id === given.id));
  });

  it('of a suspended account open nothing', async () => {
    const [suspended = ''] = await newMembers(consortium, 1);
    const enrolmentId = enrolmentIdOf(suspended);
    const { key } = await make(manager, { subject: { enrolmentId }, scopes: ['read'] });
    const path = { organisation: 'RiversideMSP', enrolmentId };
    await manager.command('/v1/accounts/{organisation}/{enrolmentId}/suspensions', {
      path,
      body: { reason: 'moved' },
    });
    assert.equal(await codeOf(clientWith(key).get('/v1/offers', {})), 'ACCOUNT_SUSPENDED');
  });

  it('are at most 20 for each account that can be used', async () => {
    const [busy = ''] = await newMembers(consortium, 1);
    const client = await consortium.riverside.client(enrolmentIdOf(busy));
    const made = [];
    for (let count = 0; count < 20; count += 1) made.push(await make(client, {}));
    assert.equal(await codeOf(make(client, {})), 'STATE_CONFLICT');
    await client.create('/v1/api-keys/{id}/revocations', { path: { id: made[0]?.id ?? '' }, body: {} });
    assert.equal(await codeOf(make(client, {})), 'done');
  });

  it('are at most 20, also when more are asked for at the same time', async () => {
    const [busy = ''] = await newMembers(consortium, 1);
    const client = await consortium.riverside.client(enrolmentIdOf(busy));
    const codes = await Promise.all(Array.from({ length: 30 }, () => codeOf(make(client, {}))));
    assert.deepEqual(codes.toSorted(), [
      ...Array<string>(10).fill('STATE_CONFLICT'),
      ...Array<string>(20).fill('done'),
    ]);
  });

  it('are forgotten long after they became useless', async () => {
    const { apiKeys } = consortium.riverside.services.ledger;
    const { id } = await make(member, {});
    await apiKeys.revoke(id, 1000);
    await apiKeys.prune(1000, 10);
    assert.notEqual(await apiKeys.find(id), undefined);
    assert.equal(await apiKeys.prune(1001, 10), 1);
    assert.equal(await apiKeys.find(id), undefined);
    assert.equal(await codeOf(statusOf(id)), 'NOT_FOUND');
  });
});
