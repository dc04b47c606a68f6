import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import type { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import {
  approvedRoof,
  asJson,
  deliver,
  enrolmentIdOf,
  mint,
  newMembers,
  SCHEME,
  signedDay,
} from '../roofs.ts';
import { codeOf } from '../code-of.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const SOON = () => Math.floor(Date.now() / 1000) + 3600;
const PERIOD = { start: 1_735_689_600, end: 1_767_225_600 };
const UTILITY_BUYER = 'UtilityMSP/buyer';

/** The way of certificates from a roof to a retirement, each step over HTTP through the client. */
describe('a day of the market over HTTP', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let manager: CommonwattClient;
  let buyer: CommonwattClient;
  let owner: CommonwattClient;
  let ownerAccount: string;
  let neighbour: CommonwattClient;
  let roof: MeteredRoof;

  before(async () => {
    consortium = await sharedConsortium();
    manager = await consortium.riverside.client('manager');
    buyer = await consortium.utility.client('buyer');
    const [first = '', second = ''] = await newMembers(consortium, 2);
    ownerAccount = first;
    owner = await consortium.riverside.client(enrolmentIdOf(first));
    neighbour = await consortium.riverside.client(enrolmentIdOf(second));
    roof = await approvedRoof(consortium, ownerAccount, 'main');
    await mint(consortium, UTILITY_BUYER, '1000000000');
  });

  it('begins with a meter that asks for its head and delivers a block, which counts once', async () => {
    const { tokens } = await manager.create('/v1/tokens', {
      body: { subjects: [{ meter: roof.deviceMeter.subject }] },
    });
    const meter = manager.as(tokens[0] ?? '');
    const head = await meter.get('/v1/devices/{id}/head', { path: { id: roof.device } });
    assert.equal(head.sequence, 0);
    const day = signedDay(roof, 500);
    const { result } = await meter.command('/v1/readings', { body: { blocks: [asJson(day.signed)] } });
    assert.deepEqual(result.verdicts, [{ verdict: 'accepted' }]);
    const again = await manager.command('/v1/readings', { body: { blocks: [asJson(day.signed)] } });
    assert.deepEqual(again.result.verdicts, [{ verdict: 'exists' }]);
    day.accept();
    const next = await meter.get('/v1/devices/{id}/head', { path: { id: roof.device } });
    assert.equal(next.sequence, 1);
    assert.equal(next.hash, roof.deviceMeter.tip.hash);
  });

  it('shows the owner each interval of what was delivered', async () => {
    const { items } = await owner.get('/v1/readings', { query: { subject: roof.device } });
    assert.equal(items[0]?.sequence, 1);
    assert.deepEqual(items[0].registers[0]?.values, new Array<number>(24).fill(500));
  });

  it('shows a household interval by interval to owner, manager, grid operator, registrar and auditor only', async () => {
    const query = { subject: roof.device, kind: 'device' as const };
    for (const client of [
      owner,
      manager,
      await consortium.utility.client('grid-operator'),
      await consortium.regulator.client('registrar'),
      await consortium.regulator.client('auditor'),
    ]) {
      const { items } = await client.get('/v1/readings', { query });
      assert.equal(items.length, 1);
    }
    const { items } = await neighbour.get('/v1/readings', { query });
    assert.deepEqual(items, []);
    assert.equal(
      await codeOf(neighbour.get('/v1/readings', { query: { owner: ownerAccount } })),
      'NOT_AUTHORISED',
    );
    assert.equal(
      await codeOf(buyer.get('/v1/readings', { query: { owner: ownerAccount } })),
      'NOT_AUTHORISED',
    );
    const path = { id: roof.device };
    assert.equal(await codeOf(neighbour.get('/v1/devices/{id}/head', { path })), 'NOT_AUTHORISED');
    assert.equal(await codeOf(buyer.get('/v1/devices/{id}/cursor', { path })), 'NOT_AUTHORISED');
  });

  it('issues all readings that are there, and then has none left', async () => {
    const issued = await manager.command('/v1/issuances', { body: { device: roof.device, scheme: SCHEME } });
    assert.equal(issued.result.units, 12);
    const again = manager.command('/v1/issuances', { body: { device: roof.device, scheme: SCHEME } });
    assert.equal(await codeOf(again), 'READINGS_MISSING');
    const { items } = await owner.get('/v1/certificate-balances', { query: { owner: ownerAccount } });
    assert.deepEqual(
      items.map(({ free }) => free),
      [12],
    );
  });

  it('issues for all devices in one request, with an operation for each', async () => {
    const day = signedDay(roof, 500, (await headOf()).coveredUntil ?? undefined);
    assert.equal((await deliver(manager, day.signed)).result.verdicts[0]?.verdict, 'refused');
    const { operations } = await manager.command('/v1/issuance-runs', {
      body: { scheme: SCHEME, devices: [roof.device] },
    });
    assert.deepEqual(
      operations.map(({ status, error }) => error?.code ?? status),
      ['READINGS_MISSING'],
    );
    const all = await manager.command('/v1/issuance-runs', { body: { scheme: SCHEME } });
    const approved = await manager.get('/v1/devices', {
      query: { organisation: 'RiversideMSP', status: ['approved'] },
    });
    assert.equal(all.operations.length, approved.items.length);
  });

  async function headOf() {
    return owner.get('/v1/devices/{id}/head', { path: { id: roof.device } });
  }

  it('sells to a buyer who takes the offer: certificates against money', async () => {
    const offer = await owner.command('/v1/offers', {
      body: { scheme: SCHEME, units: 6, price: 50_000, expiresAt: SOON() },
    });
    const path = { id: offer.result.id };
    const trade = await buyer.command('/v1/offers/{id}/acceptances', { path, body: { units: 4 } });
    const { amount } = await buyer.get('/v1/trades/{id}', { path: { id: trade.result.id } });
    assert.equal(amount, String(50_000 * 4 * 1000));
    const [balance] = (await owner.get('/v1/balances', {})).items;
    assert.equal(balance?.free, amount);
    const holdings = await buyer.get('/v1/holdings', { query: { owner: UTILITY_BUYER, state: ['free'] } });
    assert.equal(holdings.items[0]?.end, 4);
  });

  it('sells to a bidder whose money is held until the seller accepts', async () => {
    const [open] = (await buyer.get('/v1/offers', { query: { status: ['open'] } })).items;
    assert.ok(open);
    const body = { units: 2, price: 40_000, expiresAt: SOON() };
    const bid = await buyer.command('/v1/offers/{id}/bids', { path: { id: open.id }, body });
    const held = (await buyer.get('/v1/balances', {})).items[0]?.held;
    assert.equal(held, String(40_000 * 2 * 1000));
    await owner.command('/v1/bids/{id}/acceptances', { path: { id: bid.result.id }, body: {} });
    assert.equal((await buyer.get('/v1/balances', {})).items[0]?.held, '0');
    const closed = buyer.command('/v1/offers/{id}/acceptances', {
      path: { id: open.id },
      body: { units: 1 },
    });
    assert.equal(await codeOf(closed), 'OFFER_CLOSED');
  });

  it('transfers named pieces, and retires what the buyer holds for its obligation', async () => {
    const [held] = (await owner.get('/v1/holdings', { query: { owner: ownerAccount, state: ['free'] } }))
      .items;
    assert.ok(held);
    const pieces = [{ batch: held.batch, start: held.start, units: 1 }];
    await owner.command('/v1/transfers', { body: { to: UTILITY_BUYER, scheme: SCHEME, pieces } });
    const use = { scheme: SCHEME, purpose: 'compliance', period: PERIOD };
    const retired = await buyer.command('/v1/retirements', { body: { ...use, units: 7 } });
    const { energyWh } = await buyer.get('/v1/retirements/{id}', { path: { id: retired.result.id } });
    assert.equal(energyWh, 7000);
    assert.equal(
      await codeOf(buyer.command('/v1/retirements', { body: { ...use, units: 1 } })),
      'HOLDING_CHANGED',
    );
  });

  it('pays, merges coins, and keeps money for a payee who captures it', async () => {
    const outputs = [{ account: ownerAccount, amount: '1000' }];
    const paid = await buyer.command('/v1/payments', { body: { outputs, reference: 'rent' } });
    assert.equal((await owner.get('/v1/payments/{id}', { path: { id: paid.result.id } })).reference, 'rent');
    assert.equal(
      await codeOf(neighbour.get('/v1/payments/{id}', { path: { id: paid.result.id } })),
      'NOT_AUTHORISED',
    );
    await owner.command('/v1/coin-merges', { body: {} });
    assert.equal((await owner.get('/v1/balances', {})).items[0]?.coins, 1);
    assert.equal(await codeOf(owner.command('/v1/coin-merges', { body: {} })), 'STATE_CONFLICT');
    const body = { payee: ownerAccount, amount: '500', expiresAt: SOON() };
    const hold = await buyer.command('/v1/holds', { body });
    await owner.command('/v1/holds/{id}/captures', { path: { id: hold.result.id }, body: { amount: '200' } });
    assert.equal((await buyer.get('/v1/balances', {})).items[0]?.held, '0');
  });

  it('does not pay more than there is, nor to the payer itself', async () => {
    const outputs = [{ account: ownerAccount, amount: '9999999999999' }];
    assert.equal(await codeOf(buyer.command('/v1/payments', { body: { outputs } })), 'FUNDS_INSUFFICIENT');
    const own = [{ account: UTILITY_BUYER, amount: '1' }];
    assert.equal(
      await codeOf(buyer.command('/v1/payments', { body: { outputs: own } })),
      'REQUEST_MALFORMED',
    );
  });

  it('shows money to its parties, treasurer, registrar and auditor only', async () => {
    for (const path of ['/v1/coins', '/v1/balances'] as const) {
      assert.equal(await codeOf(neighbour.get(path, { query: { owner: ownerAccount } })), 'NOT_AUTHORISED');
      assert.equal(await codeOf(manager.get(path, { query: { owner: ownerAccount } })), 'NOT_AUTHORISED');
      const treasurer = await consortium.utility.client('treasurer');
      assert.notEqual((await treasurer.get(path, { query: { owner: ownerAccount } })).items.length, 0);
    }
    assert.equal(
      await codeOf(neighbour.get('/v1/payments', { query: { party: ownerAccount } })),
      'NOT_AUTHORISED',
    );
    assert.equal((await neighbour.get('/v1/payments', {})).items.length, 0);
  });

  it('lists the founding organisations with those that were entered', async () => {
    for (const sort of ['position', '-position'] as const) {
      const { items } = await owner.get('/v1/organisations', { query: { sort } });
      const ids = items.map(({ mspId }) => mspId);
      const expected = ['RegulatorMSP', 'UtilityMSP', 'RiversideMSP'];
      assert.deepEqual(ids, sort === 'position' ? expected : expected.toReversed());
    }
    const { kind } = await owner.get('/v1/organisations/{mspId}', { path: { mspId: 'UtilityMSP' } });
    assert.equal(kind, 'utility');
    const { items } = await owner.get('/v1/organisations', { query: { kind: ['community'] } });
    assert.equal(items.length, 1);
  });

  it('lists every transaction, page by page, each once', async () => {
    const ids: string[] = [];
    for await (const { id } of owner.all('/v1/transactions', { query: { limit: 7 } })) ids.push(id);
    assert.ok(ids.length > 14);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('refuses a suspended account also what is only read', async () => {
    const [organisation = '', enrolmentId = ''] = ownerAccount.split('/');
    const path = { organisation, enrolmentId };
    await manager.command('/v1/accounts/{organisation}/{enrolmentId}/suspensions', {
      path,
      body: { reason: 'unpaid' },
    });
    assert.equal(await codeOf(owner.get('/v1/balances', {})), 'ACCOUNT_SUSPENDED');
    assert.equal(await codeOf(owner.command('/v1/coin-merges', { body: {} })), 'ACCOUNT_SUSPENDED');
    await manager.command('/v1/accounts/{organisation}/{enrolmentId}/reinstatements', {
      path,
      body: { reason: 'paid' },
    });
    assert.equal((await owner.get('/v1/balances', {})).items.length, 1);
  });

  it('enrols nobody for a suspended manager, and makes no tokens for it', async () => {
    const registrar = await consortium.regulator.client('registrar');
    const path = { organisation: 'RiversideMSP', enrolmentId: 'manager' };
    const suspension = { path, body: { reason: 'inquiry' } };
    await registrar.command('/v1/accounts/{organisation}/{enrolmentId}/suspensions', suspension);
    const { authority } = consortium.riverside;
    const { enrolments } = authority;
    try {
      const subjects = [{ enrolmentId: enrolmentIdOf(ownerAccount) }, { meter: roof.deviceMeter.subject }];
      for (const subject of subjects) {
        const made = manager.create('/v1/tokens', { body: { subjects: [subject] } });
        assert.equal(await codeOf(made), 'ACCOUNT_SUSPENDED');
      }
      const members = [{ kind: 'consumer' as const }];
      assert.equal(await codeOf(manager.command('/v1/members', { body: { members } })), 'ACCOUNT_SUSPENDED');
      assert.equal(authority.enrolments, enrolments);
    } finally {
      await registrar.command('/v1/accounts/{organisation}/{enrolmentId}/reinstatements', suspension);
    }
  });
});
