import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { approvedRoof, asJson, enrolmentIdOf, mint, newMembers, SCHEME, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

describe('a dry run', function () {
  this.timeout(120_000);
  let consortium: MemoryConsortium;
  let account: string;
  let other: string;
  let member: CommonwattClient;
  let manager: CommonwattClient;

  before(async () => {
    consortium = await sharedConsortium();
    [account = '', other = ''] = await newMembers(consortium, 2);
    member = await consortium.riverside.client(enrolmentIdOf(account));
    manager = await consortium.riverside.client('manager');
    await mint(consortium, account, '100');
  });

  const balance = async () => (await member.get('/v1/balances', {})).items[0];
  const height = () => consortium.network.ledger.height();
  const payment = (amount: string) => ({ outputs: [{ account: other, amount }] });

  it('tells result and changes of a payment, writes nothing, and leaves its coins free', async () => {
    const before = { balance: await balance(), height: await height() };
    const body = payment('30');
    const dry = await member.dryRun('/v1/payments', { body, idempotencyKey: 'dry' });
    assert.equal(dry.outcome, 'done');
    const coins = dry.changes.flatMap((change) => (change.type === 'coin' ? [change.value] : []));
    assert.deepEqual(
      coins.map(({ owner, amount }) => [owner, amount]).sort(),
      [
        [account, '70'],
        [other, '30'],
      ].sort(),
    );
    assert.deepEqual({ balance: await balance(), height: await height() }, before);
    // Its only coin would not be there for a second command if the first had kept it.
    const again = await member.dryRun('/v1/payments', { body: payment('100') });
    assert.equal(again.outcome, 'done');
  });

  it('uses no idempotency key up', async () => {
    await member.dryRun('/v1/payments', { body: payment('5'), idempotencyKey: 'later' });
    const done = await member.command('/v1/payments', { body: payment('10'), idempotencyKey: 'later' });
    assert.equal(done.outcome, 'done');
  });

  it('says that a command was done already', async () => {
    const body = payment('1');
    const { result } = await member.command('/v1/payments', { body, idempotencyKey: 'once' });
    const dry = await member.dryRun('/v1/payments', { body, idempotencyKey: 'once' });
    assert.deepEqual([dry.outcome, dry.result, dry.changes], ['exists', result, []]);
  });

  it('fails as the command would', async () => {
    const poor = member.dryRun('/v1/payments', { body: payment('1000') });
    assert.equal(await codeOf(poor), 'FUNDS_INSUFFICIENT');
    const body = { mspId: 'LakesideMSP', name: 'Lakeside', kind: 'community' } as const;
    assert.equal(await codeOf(member.dryRun('/v1/organisations', { body })), 'NOT_AUTHORISED');
    const closed = member.dryRun('/v1/offers/{id}/withdrawals', { path: { id: 'A'.repeat(43) }, body: {} });
    assert.equal(await codeOf(closed), 'NOT_FOUND');
  });

  it('enrols nobody', async () => {
    const { enrolments } = consortium.riverside.authority;
    const dry = await manager.dryRun('/v1/members', { body: { members: [{ kind: 'consumer' }] } });
    assert.equal(dry.outcome, 'done');
    assert.equal(dry.changes[0]?.type, 'account');
    assert.equal(consortium.riverside.authority.enrolments, enrolments);
  });

  it('gives the verdicts on readings, which may come afterwards all the same', async () => {
    const roof = await approvedRoof(consortium, account, 'dry');
    const { signed, accept } = signedDay(roof, 500);
    const forged = { ...asJson(signed), signature: 'A'.repeat(86) };
    const body = { blocks: [forged] };
    const refused = await manager.dryRun('/v1/readings', { body });
    assert.equal(refused.result.verdicts[0]?.code, 'BLOCK_SIGNATURE_INVALID');
    const delivery = { blocks: [asJson(signed)] };
    for (let time = 0; time < 2; time += 1) {
      const { result } = await manager.dryRun('/v1/readings', { body: delivery });
      assert.deepEqual(result.verdicts, [{ verdict: 'accepted' }]);
    }
    const { result } = await manager.command('/v1/readings', { body: delivery });
    assert.deepEqual(result.verdicts, [{ verdict: 'accepted' }]);
    accept();

    const run = { scheme: SCHEME, devices: [roof.device] };
    const dry = await manager.dryRun('/v1/issuance-runs', { body: run });
    const [first] = dry.dryRuns;
    assert.ok(first !== undefined && 'changes' in first);
    assert.ok(first.changes.some(({ type }) => type === 'batch'));
    assert.equal((await member.get('/v1/batches', { query: { device: roof.device } })).items.length, 0);
  });

  it('of an issuance run says for each device why it would fail', async () => {
    const run = { scheme: SCHEME, devices: ['nothing-here'] };
    const { dryRuns } = await manager.dryRun('/v1/issuance-runs', { body: run });
    assert.deepEqual(
      dryRuns.map((item) => ('error' in item ? item.error.code : 'done')),
      ['NOT_FOUND'],
    );
  });
});
