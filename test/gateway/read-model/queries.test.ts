import assert from 'node:assert/strict';
import type { Change, Coin, Holding } from '@commonwatt/chaincode/domain';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { openReadModel } from '../../../gateway/src/read-model/open-read-model.ts';
import { CursorInvalid, type Page, type PageRequest } from '../../../gateway/src/read-model/page.ts';
import type { ReadModel } from '../../../gateway/src/read-model/read-model.ts';
import { BlockBuilder } from './block-builder.ts';
import { emptyLedger, Feed, project } from './feed.ts';
import {
  ALICE,
  batch,
  bid,
  BOB,
  coin,
  device,
  holding,
  offer,
  ONE_OF_EACH,
  payment,
  point,
  request,
  retirement,
} from './records.ts';
import { emptyDatabase } from '../empty-database.ts';

const ALL = { limit: 100 };
const MINTED = request('m');

describe('the queries of the read model', function () {
  this.timeout(60_000);
  let database: Database;
  let readModel: ReadModel;

  before(async () => {
    database = await emptyDatabase();
    readModel = openReadModel(database);
  });
  after(() => database.destroy());
  beforeEach(() => emptyLedger(database));

  async function given(...changes: readonly Change[]): Promise<void> {
    const feed = new Feed();
    feed.add(new BlockBuilder().block({ id: 't1', changes }));
    await project(database, feed);
  }
  function coins(...values: readonly Coin[]): Promise<void> {
    return given(...values.map((value): Change => ({ type: 'coin', value })));
  }
  function holdings(...values: readonly Partial<Holding>[]): Promise<void> {
    return given(...values.map((value): Change => ({ type: 'holding', value: { ...holding, ...value } })));
  }
  async function walk<Item>(
    list: (page: PageRequest) => Promise<Page<Item>>,
    order: 'asc' | 'desc',
  ): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<Item> = await list({ limit: 3, order, ...(cursor === undefined ? {} : { cursor }) });
      assert.ok(page.items.length <= 3);
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  it('walk through all records in both directions, each once', async () => {
    const values = Array.from({ length: 7 }, (_, n) => coin(`${MINTED}.${n}`, ALICE, `${n + 1}`));
    await coins(...values);
    const list = (page: PageRequest) => readModel.coins.list({ owner: ALICE }, page);
    assert.deepEqual(await walk(list, 'asc'), values);
    assert.deepEqual(await walk(list, 'desc'), values.toReversed());
  });

  it('end a list that fills its last page exactly', async () => {
    await coins(...Array.from({ length: 6 }, (_, n) => coin(`${MINTED}.${n}`, ALICE, '1')));
    assert.equal((await walk((page) => readModel.coins.list({}, page), 'asc')).length, 6);
  });

  it('refuse a cursor of another list, of the other direction, or made up', async () => {
    await given(...ONE_OF_EACH, { type: 'coin', value: coin(`${MINTED}.0`, ALICE, '1') });
    const { next } = await readModel.coins.list({}, { limit: 1, order: 'asc' });
    assert.ok(next);
    for (const [records, cursor, order] of [
      [readModel.points, next, 'asc'],
      [readModel.coins, next, 'desc'],
      [readModel.coins, 'x', 'asc'],
      [readModel.coins, Buffer.from('coins:asc:1e999').toString('base64url'), 'asc'],
    ] as const) {
      await assert.rejects(records.list({}, { limit: 1, cursor, order }), CursorInvalid);
    }
  });

  it('find a record by its id, and nothing under any other', async () => {
    await given(...ONE_OF_EACH);
    assert.equal((await readModel.schemes.find('REC/1'))?.id, 'REC');
    assert.deepEqual(await readModel.holdings.find(`${batch.id}/0`), holding);
    assert.equal(await readModel.holdings.find(`${batch.id}/1`), undefined);
    assert.equal(await readModel.coins.find("' or true --"), undefined);
    assert.equal(await readModel.coins.find('a\0b'), undefined);
    assert.deepEqual((await readModel.coins.list({ owner: 'a\0b' }, ALL)).items, []);
  });

  it('filter by owner, organisation, state and several values at once', async () => {
    await given(
      { type: 'point', value: point },
      { type: 'point', value: { ...point, id: 'point-2', status: 'submitted' } },
      { type: 'point', value: { ...point, id: 'point-3', owner: 'HillsideMSP/h1', status: 'rejected' } },
    );
    const ids = async (filter: Parameters<ReadModel['points']['list']>[0]) =>
      (await readModel.points.list(filter, { limit: 10, order: 'asc' })).items.map(({ id }) => id);
    assert.deepEqual(await ids({ owner: ALICE }), ['point-1', 'point-2']);
    assert.deepEqual(await ids({ owner: [ALICE, 'HillsideMSP/h1'], status: ['approved', 'rejected'] }), [
      'point-1',
      'point-3',
    ]);
    assert.deepEqual(await ids({ organisation: 'HillsideMSP' }), ['point-3']);
    assert.deepEqual(await ids({ status: [] }), []);
    assert.deepEqual(await ids({ feeder: 'F2' }), []);
  });

  /** Every filter of every list, with a value that matches the record of ONE_OF_EACH, and one that does not. */
  const FILTERS: {
    [Name in keyof ReadModel]?: Record<string, readonly [matching: unknown, other: unknown]>;
  } = {
    organisations: { kind: ['community', 'utility'], status: ['active', 'suspended'] },
    accounts: {
      organisation: ['RiversideMSP', 'x'],
      kind: ['prosumer', 'officer'],
      status: ['active', 'suspended'],
    },
    points: {
      owner: [ALICE, BOB],
      organisation: ['RiversideMSP', 'x'],
      feeder: ['F1', 'x'],
      status: ['approved', 'retired'],
    },
    devices: {
      ...{
        owner: [ALICE, BOB],
        organisation: ['RiversideMSP', 'x'],
        point: ['point-1', 'x'],
        source: ['solar', 'wind'],
      },
      ...{ region: ['north', 'x'], status: ['approved', 'retired'] },
    },
    schemes: { id: ['REC', 'x'] },
    issuances: {
      owner: [ALICE, BOB],
      organisation: ['RiversideMSP', 'x'],
      scheme: ['REC/1', 'REC/2'],
      device: [device.id, 'x'],
    },
    cursors: { device: [device.id, 'x'] },
    batches: {
      ...{
        owner: [ALICE, BOB],
        organisation: ['RiversideMSP', 'x'],
        scheme: ['REC/1', 'REC/2'],
        issuance: [batch.issuance, 'x'],
      },
      ...{ device: [device.id, 'x'], vintage: ['2023-11', '2023-12'] },
    },
    holdings: {
      ...{
        owner: [ALICE, BOB],
        organisation: ['RiversideMSP', 'x'],
        scheme: ['REC/1', 'REC/2'],
        state: ['free', 'retired'],
      },
      ...{ batch: [batch.id, 'x'], vintage: ['2023-11', '2023-12'] },
    },
    coins: { owner: [BOB, ALICE], organisation: ['UtilityMSP', 'x'], state: ['free', 'held'] },
    payments: { from: [ALICE, BOB], party: [BOB, 'x'] },
    holds: { payer: [ALICE, BOB], payee: [BOB, ALICE], party: [BOB, 'x'], status: ['open', 'captured'] },
    offers: {
      scheme: ['REC/1', 'REC/2'],
      seller: [ALICE, BOB],
      status: ['open', 'filled'],
      expiresUntil: [offer.expiresAt, offer.expiresAt - 1],
    },
    bids: {
      ...{ offer: [offer.id, 'x'], buyer: [BOB, ALICE], seller: [ALICE, BOB], status: ['open', 'accepted'] },
      ...{ expiresUntil: [bid.expiresAt, bid.expiresAt - 1] },
    },
    trades: {
      scheme: ['REC/1', 'REC/2'],
      offer: [offer.id, 'x'],
      seller: [ALICE, BOB],
      buyer: [BOB, ALICE],
      party: [BOB, 'x'],
    },
    proposals: {
      kind: ['mint', 'burn'],
      status: ['open', 'confirmed'],
      proposedBy: ['UtilityMSP/treasurer', 'x'],
    },
    transfers: { from: [ALICE, BOB], to: [BOB, ALICE], party: [ALICE, 'x'] },
    retirements: {
      ...{
        owner: [BOB, ALICE],
        organisation: ['UtilityMSP', 'x'],
        scheme: ['REC/1', 'REC/2'],
        purpose: ['compliance', 'x'],
      },
      ...{ beneficiary: [ALICE, BOB] },
    },
    transactions: {
      blockNumber: [0, 1],
      method: ['money:pay', 'x'],
      creator: ['RiversideMSP/m1', BOB],
      valid: [true, false],
    },
    heads: { owner: [ALICE, BOB], organisation: ['RiversideMSP', 'x'] },
  };

  it('have filters that let through what matches and nothing else', async () => {
    await given(...ONE_OF_EACH);
    for (const [name, filters] of Object.entries(FILTERS)) {
      const records = readModel[name as keyof ReadModel] as ReadModel['coins'];
      for (const [filter, [matching, other]] of Object.entries(filters)) {
        assert.notEqual(
          (await records.list({ [filter]: matching }, ALL)).items.length,
          0,
          `${name} by ${filter}`,
        );
        assert.equal(
          (await records.list({ [filter]: other }, ALL)).items.length,
          0,
          `${name} by other ${filter}`,
        );
      }
    }
  });

  describe('of money', () => {
    it('sum the free and held coins of an account, beyond what a number can hold', async () => {
      const much = '900719925474099312345';
      await coins(
        coin(`${MINTED}.0`, ALICE, much),
        coin(`${MINTED}.1`, ALICE, '1'),
        coin(`${MINTED}.2`, ALICE, '7', { kind: 'held', by: 'bid', id: bid.id }),
        coin(`${MINTED}.3`, BOB, '3'),
      );
      assert.deepEqual(await readModel.coins.balance(ALICE), {
        account: ALICE,
        free: '900719925474099312346',
        held: '7',
        coins: 3,
      });
      assert.deepEqual(await readModel.coins.balance('RiversideMSP/nobody'), {
        account: 'RiversideMSP/nobody',
        free: '0',
        held: '0',
        coins: 0,
      });
    });

    it('list balances by account, page by page', async () => {
      const owners = Array.from({ length: 7 }, (_, n) => `RiversideMSP/m${n}`);
      await coins(
        ...owners.flatMap((owner, n) => [
          coin(`${MINTED}.${n}`, owner, '1'),
          coin(`${payment.id}.${n}`, owner, '2'),
        ]),
      );
      const balances = await walk(
        (page) => readModel.coins.balances({ organisation: 'RiversideMSP' }, page),
        'asc',
      );
      assert.deepEqual(
        balances,
        owners.map((owner) => ({ account: owner, free: '3', held: '0', coins: 2 })),
      );
    });

    it('refuse a cursor of other balances, of the other direction, or made up', async () => {
      await given(
        { type: 'coin', value: coin(`${MINTED}.0`, ALICE, '1') },
        { type: 'coin', value: coin(`${MINTED}.1`, BOB, '1') },
      );
      const { next } = await readModel.coins.balances({}, { limit: 1, order: 'asc' });
      assert.ok(next);
      for (const [records, cursor, order] of [
        [readModel.holdings, next, 'asc'],
        [readModel.coins, next, 'desc'],
        [readModel.coins, 'nonsense', 'asc'],
        [readModel.coins, Buffer.from('balances:asc:a\0').toString('base64url'), 'asc'],
      ] as const) {
        await assert.rejects(records.balances({}, { limit: 1, cursor, order }), CursorInvalid);
      }
    });

    it('offer the free coins of an account, largest first by value and not by text', async () => {
      await coins(
        coin(`${MINTED}.0`, ALICE, '9'),
        coin(`${MINTED}.1`, ALICE, '100'),
        coin(`${MINTED}.2`, ALICE, '1000', { kind: 'held', by: 'bid', id: bid.id }),
        coin(`${MINTED}.3`, BOB, '5000'),
        coin(`${MINTED}.4`, ALICE, '20'),
      );
      assert.deepEqual(
        (await readModel.coins.free(ALICE, 2)).map(({ amount }) => amount),
        ['100', '20'],
      );
    });
  });

  describe('of certificates', () => {
    const other = `${request('j')}.0`;

    it('offer free and unexpired units, oldest vintage first, without provisional ones where these cannot be used', async () => {
      await holdings(
        { start: 0, end: 1, vintage: '2024-02' },
        { start: 1, end: 2, vintage: '2024-01', batch: other },
        { start: 2, end: 3, expiresAt: 1000 },
        { start: 3, end: 4, state: { kind: 'offered', offer: offer.id } },
        { start: 4, end: 5, owner: BOB },
        { start: 5, end: 6, vintage: '2024-03', provisional: true },
        { start: 6, end: 7, scheme: { id: 'REC', version: 2 } },
      );
      const starts = async (settled: boolean, now: number) =>
        (await readModel.holdings.free({ owner: ALICE, scheme: 'REC/1', now, settled, limit: 10 })).map(
          ({ start }) => start,
        );
      assert.deepEqual(await starts(false, 1000), [1, 0, 5]);
      assert.deepEqual(await starts(true, 999), [2, 1, 0]);
    });

    it('sum units by account, scheme and state', async () => {
      await holdings(
        { start: 0, end: 10 },
        { start: 10, end: 15, state: { kind: 'offered', offer: offer.id } },
        { start: 15, end: 18, state: { kind: 'retired', retirement: retirement.id } },
        { start: 18, end: 19, owner: BOB },
        { start: 0, end: 4, batch: other, scheme: { id: 'REC', version: 2 }, unitWh: 1 },
      );
      const expected = [
        { account: ALICE, scheme: { id: 'REC', version: 1 }, unitWh: 1000, free: 10, offered: 5, retired: 3 },
        { account: ALICE, scheme: { id: 'REC', version: 2 }, unitWh: 1, free: 4, offered: 0, retired: 0 },
        { account: BOB, scheme: { id: 'REC', version: 1 }, unitWh: 1000, free: 1, offered: 0, retired: 0 },
      ];
      const list = (page: PageRequest) => readModel.holdings.balances({}, { ...page, limit: 1 });
      assert.deepEqual(await walk(list, 'asc'), expected);
      assert.deepEqual((await readModel.holdings.balances({ owner: BOB }, ALL)).items, expected.slice(2));
    });

    it('find holdings by what holds them', async () => {
      await holdings(
        { start: 0, end: 1, state: { kind: 'offered', offer: offer.id } },
        { start: 1, end: 2, state: { kind: 'retired', retirement: retirement.id } },
      );
      assert.deepEqual(
        (await readModel.holdings.list({ offer: offer.id }, ALL)).items.map(({ start }) => start),
        [0],
      );
      assert.deepEqual(
        (await readModel.holdings.list({ retirement: retirement.id }, ALL)).items.map(({ start }) => start),
        [1],
      );
    });
  });
});
