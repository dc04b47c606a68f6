import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import {
  encodeSubmission,
  NO_PREVIOUS_HASH,
  profileBlockHash,
  signProfileBlock,
  type ProfileBlock,
} from '@commonwatt/chaincode/domain';
import { sql } from 'kysely';
import sinon from 'sinon';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { openReadModel } from '../../../gateway/src/read-model/open-read-model.ts';
import type { ReadModel } from '../../../gateway/src/read-model/read-model.ts';
import { BlockBuilder, CHANNEL, type SyntheticTransaction } from './block-builder.ts';
import { emptyLedger, Feed, ledgerContent, newProjector, project } from './feed.ts';
import { ALICE, BOB, coin, device, holding, ONE_OF_EACH, point, request } from './records.ts';
import { emptyDatabase } from '../empty-database.ts';

const MVCC_READ_CONFLICT = 11;
const DUPLICATE_TXID = 9;
const ALL = { limit: 100 };
const START = 1_700_000_100 - (1_700_000_100 % 900);

const meterKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

function profileBlock(
  sequence: number,
  previousHash: string,
  changes: Partial<ProfileBlock> = {},
): ProfileBlock {
  return {
    subject: { kind: 'device', id: device.id },
    sequence,
    start: START + (sequence - 1) * 3600,
    intervalSec: 900,
    intervals: 4,
    previousHash,
    declaredGapSec: 0,
    fillsGap: false,
    registers: [{ register: 'generation', values: [1, 2, 3, 4], estimated: [[1, 3]] }],
    ...changes,
  };
}

describe('the projection of blocks', function () {
  this.timeout(60_000);
  let database: Database;
  let readModel: ReadModel;
  let builder: BlockBuilder;
  let feed: Feed;

  before(async () => {
    database = await emptyDatabase();
    readModel = openReadModel(database);
  });
  after(() => database.destroy());
  beforeEach(async () => {
    await emptyLedger(database);
    builder = new BlockBuilder();
    feed = new Feed();
  });

  const submitted = {
    id: 'submitted',
    changes: [
      { type: 'point', value: point },
      { type: 'device', value: device },
    ],
  } as const;

  it('brings a record of every kind of change into its table, as it is', async () => {
    feed.add(builder.block({ id: 't1', changes: ONE_OF_EACH }));
    await project(database, feed);
    const lists = await Promise.all(
      [
        ...[
          readModel.organisations,
          readModel.accounts,
          readModel.points,
          readModel.devices,
          readModel.schemes,
        ],
        ...[
          readModel.issuances,
          readModel.cursors,
          readModel.batches,
          readModel.holdings,
          readModel.transfers,
        ],
        ...[readModel.retirements, readModel.coins, readModel.payments, readModel.holds, readModel.offers],
        ...[readModel.bids, readModel.trades, readModel.proposals],
      ].map((records) => records.list({}, ALL)),
    );
    assert.deepEqual(
      lists.flatMap(({ items }) => items as unknown[]),
      ONE_OF_EACH.map((change) => ('value' in change ? change.value : undefined)),
    );
  });

  it('fills every column of every table', async () => {
    feed.add(builder.block({ ...submitted, changes: ONE_OF_EACH }));
    await project(database, feed);
    const optional = new Set([
      'holdings.expires_at',
      'holdings.offer',
      'holdings.retirement',
      'coins.held_by',
      'transactions.ids',
      'transactions.parties',
    ]);
    for (const [table, rows] of Object.entries(await ledgerContent(database))) {
      for (const [column, value] of Object.entries(rows[0] ?? {})) {
        if (!optional.has(`${table}.${column}`)) assert.notEqual(value, null, `${table}.${column}`);
      }
    }
  });

  it('takes the last value of a record that changed, and keeps its first place', async () => {
    const suspended = { ...point, id: 'point-2' };
    feed.add(
      builder.block({
        id: 't1',
        changes: [
          { type: 'point', value: point },
          { type: 'point', value: suspended },
        ],
      }),
      builder.block({ id: 't2', changes: [{ type: 'point', value: { ...point, status: 'suspended' } }] }),
    );
    await project(database, feed);
    const { items } = await readModel.points.list({}, { limit: 10, order: 'asc' });
    assert.deepEqual(
      items.map(({ id, status }) => [id, status]),
      [
        ['point-1', 'suspended'],
        ['point-2', 'approved'],
      ],
    );
  });

  it('forgets spent coins, in the same and in a later block', async () => {
    feed.add(
      builder.block({
        id: 't1',
        changes: ['0', '1', '2'].map((n) => ({
          type: 'coin',
          value: coin(`${request('m')}.${n}`, ALICE, '5'),
        })),
      }),
      builder.block(
        {
          id: 't2',
          changes: [
            { type: 'coinSpent', id: `${request('m')}.0` },
            { type: 'coin', value: coin(`${request('p')}.0`, BOB, '5') },
          ],
        },
        {
          id: 't3',
          changes: [
            { type: 'coinSpent', id: `${request('p')}.0` },
            { type: 'coin', value: coin(`${request('q')}.0`, ALICE, '5') },
          ],
        },
      ),
    );
    await project(database, feed);
    const { items } = await readModel.coins.list({}, { limit: 10, order: 'asc' });
    assert.deepEqual(
      items.map(({ id }) => id),
      [`${request('m')}.1`, `${request('m')}.2`, `${request('q')}.0`],
    );
  });

  it('takes only valid transactions of the market’s chaincode, and lists the others', async () => {
    const changes = [{ type: 'point', value: point }] as const;
    feed.add(
      builder.block(
        { id: 'invalid', changes, validationCode: MVCC_READ_CONFLICT },
        { id: 'foreign', changes, chaincode: 'other' },
        { id: 'garbage', raw: Buffer.from('no envelope'), validationCode: 2 },
        { id: 'genesis', enrolmentId: null, chaincode: '' },
        { id: 'measures', method: 'benchmark:write', response: Buffer.from('') },
      ),
    );
    await project(database, feed);
    assert.deepEqual((await readModel.points.list({}, ALL)).items, []);
    const { items } = await readModel.transactions.list({}, { limit: 10, order: 'asc' });
    assert.deepEqual(
      items.map(({ id, method, validationCode }) => [id, method, validationCode]),
      [
        ['invalid', 'money:pay', MVCC_READ_CONFLICT],
        ['foreign', null, 0],
        ['genesis', null, 0],
        ['measures', 'benchmark:write', 0],
      ],
    );
  });

  it('lists who sent a transaction, when, in which block, and what it changed', async () => {
    feed.add(
      builder.block(),
      builder.block({ id: 't1', ids: [['point', 'point-1']], enrolmentId: 'alice', at: 1_700_000_009 }),
    );
    await project(database, feed);
    assert.deepEqual(await readModel.transactions.find('t1'), {
      id: 't1',
      blockNumber: 1,
      index: 0,
      at: 1_700_000_009,
      method: 'money:pay',
      creator: ALICE,
      validationCode: 0,
      ids: [['point', 'point-1']],
    });
  });

  it('keeps the valid transaction when others claim its id, before it and after it', async () => {
    const claim = { id: 't1', validationCode: MVCC_READ_CONFLICT };
    for (const transactions of [
      [claim],
      [claim, { id: 't1' }, claim],
      [claim, { id: 't1', validationCode: DUPLICATE_TXID }],
    ]) {
      feed.add(builder.block(...transactions));
      await project(database, feed);
    }
    const { items } = await readModel.transactions.list({}, ALL);
    assert.deepEqual(
      items.map(({ id, blockNumber, index, validationCode }) => [id, blockNumber, index, validationCode]),
      [['t1', 1, 1, 0]],
    );
  });

  it('is not held up by what an invalid transaction claims', async () => {
    const forged = { chaincode: 'market', validationCode: MVCC_READ_CONFLICT };
    feed.add(
      builder.block(
        { ...forged, id: 'nul\0' },
        { ...forged, id: 'x'.repeat(5000) },
        { ...forged, id: 't1', method: 'pay\0', mspId: 'no\0 MSP', at: Number.MAX_SAFE_INTEGER * 4 },
        { id: 't2' },
      ),
    );
    await project(database, feed);
    const { items } = await readModel.transactions.list({}, { limit: 10, order: 'asc' });
    assert.deepEqual(
      items.map(({ id, method, creator, at }) => [id, method, creator, at]),
      [
        ['t1', null, null, 0],
        ['t2', 'money:pay', 'RiversideMSP/m1', 1_700_000_000],
      ],
    );
  });

  for (const response of [
    '{"outcome":"done","result":null,"changes":[{"type":"new"}]}',
    '{"outcome":"done"}',
    '',
  ]) {
    it(`stops at a valid transaction that answers what it does not know (${response}), rather than leave it out`, async () => {
      feed.add(builder.block({ id: 't1', response: Buffer.from(response) }));
      const projector = newProjector(database, feed);
      await projector.start();
      assert.equal(await projector.waitForBlock(0, 600), false);
      assert.equal(await projector.lagBlocks(), 1);
      await projector.stop();
    });
  }

  describe('of readings', () => {
    function readings(
      id: string,
      blocks: readonly ProfileBlock[],
      refused: readonly number[] = [],
      exists: readonly number[] = [],
    ) {
      const result = {
        blocks: blocks.length,
        exists,
        refused: refused.map((at) => ({ at, code: 'BLOCK_OVERLAP', detail: '' })),
      };
      const argument = encodeSubmission(blocks.map((block) => signProfileBlock(CHANNEL, block, meterKey)));
      return {
        id,
        method: 'readings:submit',
        argument,
        result,
        at: START + 9000,
      } satisfies SyntheticTransaction;
    }
    function hashOf(block: ProfileBlock): string {
      return profileBlockHash(CHANNEL, signProfileBlock(CHANNEL, block, meterKey).body);
    }

    it('makes one row of each accepted block, and advances the head', async () => {
      const first = profileBlock(1, NO_PREVIOUS_HASH);
      const second = profileBlock(2, hashOf(first));
      feed.add(builder.block(submitted), builder.block(readings('r1', [first, second])));
      await project(database, feed);
      const { items } = await readModel.blocks.list(
        { kind: 'device', subject: 'device-1' },
        { limit: 10, order: 'asc' },
      );
      assert.deepEqual(
        items.map(({ sequence }) => sequence),
        [1, 2],
      );
      assert.deepEqual(items[0], {
        subject: { kind: 'device', id: 'device-1' },
        sequence: 1,
        hash: hashOf(first),
        owner: ALICE,
        start: START,
        end: START + 3600,
        intervalSec: 900,
        intervals: 4,
        fillsGap: false,
        attestedBy: null,
        arrivedAt: START + 9000,
        registers: [{ register: 'generation', values: [1, 2, 3, 4], estimated: [[1, 3]] }],
        transactionId: 'r1',
      });
      const head = await readModel.heads.find('device/device-1');
      assert.deepEqual(
        [head?.sequence, head?.hash, head?.coveredUntil, head?.intervalSec],
        [2, hashOf(second), START + 7200, 900],
      );
    });

    it('lists what overlaps a period, also what begins before it, by start', async () => {
      const first = profileBlock(1, NO_PREVIOUS_HASH);
      const second = profileBlock(2, hashOf(first));
      feed.add(builder.block(submitted), builder.block(readings('r1', [first, second])));
      await project(database, feed);
      const startsIn = async (from: number, until: number, order: 'asc' | 'desc') => {
        const { items } = await readModel.blocks.list({ from, until }, { limit: 10, by: 'start', order });
        return items.map(({ start }) => start);
      };
      const [one, two] = [START, START + 3600];
      assert.deepEqual(await startsIn(one + 3599, two + 1, 'desc'), [two, one]);
      assert.deepEqual(await startsIn(one + 3599, two, 'asc'), [one]);
      assert.deepEqual(await startsIn(one + 3600, two + 9000, 'asc'), [two]);
      assert.deepEqual(await startsIn(two + 3600, two + 9000, 'asc'), []);
    });

    it('leaves out refused blocks and those that exist already', async () => {
      const first = profileBlock(1, NO_PREVIOUS_HASH);
      const second = profileBlock(2, hashOf(first));
      feed.add(
        builder.block(submitted),
        builder.block(readings('r1', [first])),
        builder.block(readings('r2', [first, profileBlock(2, NO_PREVIOUS_HASH), second], [1], [0])),
      );
      await project(database, feed);
      const { items } = await readModel.blocks.list({}, { limit: 10, order: 'asc' });
      assert.deepEqual(
        items.map(({ hash, transactionId }) => [hash, transactionId]),
        [
          [hashOf(first), 'r1'],
          [hashOf(second), 'r2'],
        ],
      );
    });

    it('opens a head at the submission of each metered subject, and leaves it as it is at its approval', async () => {
      const first = profileBlock(1, NO_PREVIOUS_HASH);
      feed.add(
        builder.block(submitted),
        builder.block(readings('r1', [first])),
        builder.block({ ...submitted, id: 'approved' }),
      );
      await project(database, feed);
      assert.equal((await readModel.heads.find('point/point-1'))?.sequence, 0);
      assert.equal((await readModel.heads.find('device/device-1'))?.sequence, 1);
      assert.equal((await readModel.heads.list({ owner: ALICE }, ALL)).items.length, 2);
    });

    it('sums over the arrays in SQL', async () => {
      feed.add(builder.block(submitted), builder.block(readings('r1', [profileBlock(1, NO_PREVIOUS_HASH)])));
      await project(database, feed);
      const { rows } = await sql<{
        wh: number;
      }>`select sum(v)::int8 as wh from ledger.blocks, unnest(generation_wh) as v`.execute(database);
      assert.equal(rows[0]?.wh, 10);
    });
  });

  describe('as a whole', () => {
    function history() {
      return [
        builder.block(submitted),
        builder.block({ id: 't1', changes: ONE_OF_EACH }),
        ...Array.from({ length: 8 }, (_, n) =>
          builder.block({
            id: `c${n}`,
            changes: [{ type: 'coin', value: coin(`${request('m')}.${n}`, ALICE, '5') }],
          }),
        ),
        builder.block({
          id: 't2',
          changes: [
            { type: 'coinSpent', id: `${request('m')}.3` },
            { type: 'holding', value: { ...holding, owner: BOB } },
          ],
        }),
      ];
    }

    it('leads to the same content whether blocks come one by one, all at once or over many restarts', async () => {
      const blocks = history();
      feed.add(...blocks);
      await project(database, feed);
      const atOnce = await ledgerContent(database);
      await emptyLedger(database);
      const slow = new Feed();
      for (const block of blocks) {
        slow.add(block);
        await project(database, slow);
      }
      assert.deepEqual(await ledgerContent(database), atOnce);
    });

    it('goes on where it was after a lost connection, neither leaving out nor repeating a block', async () => {
      const [first, second, ...rest] = history();
      assert.ok(first && second);
      feed.add(first, second);
      const opened = sinon.spy(feed, 'blocks');
      const projector = newProjector(database, feed);
      await projector.start();
      await projector.waitForBlock(1, 5000);
      feed.breakOff();
      feed.add(...rest);
      assert.ok(await projector.waitForBlock(rest.length + 1, 5000));
      await projector.stop();
      assert.deepEqual(
        opened.args.map(([from]) => from),
        [0, 2],
      );
      assert.equal((await readModel.coins.list({ owner: ALICE }, ALL)).items.length, 7);
    });

    it('writes neither rows nor checkpoint when one of them cannot be written', async () => {
      const [first, ...rest] = history();
      assert.ok(first);
      feed.add(first);
      const projector = newProjector(database, feed);
      await projector.start();
      await projector.waitForBlock(0, 5000);
      await sql`alter table ledger.progress add constraint stuck check (block_number < 3)`.execute(database);
      feed.add(...rest);
      assert.equal(await projector.waitForBlock(rest.length, 400), false);
      assert.equal(projector.blockNumber, 0);
      assert.deepEqual((await readModel.coins.list({}, ALL)).items, []);
      await sql`alter table ledger.progress drop constraint stuck`.execute(database);
      assert.ok(await projector.waitForBlock(rest.length, 5000));
      assert.equal(feed.open, 1);
      await projector.stop();
      assert.equal(feed.open, 0);
      assert.equal((await readModel.coins.list({ owner: ALICE }, ALL)).items.length, 7);
    });

    it('never puts back what another process has brought forward in the same tables', async () => {
      const blocks = history();
      const behind = new Feed();
      behind.add(...blocks.slice(0, 2));
      const slow = newProjector(database, behind);
      await slow.start();
      assert.ok(await slow.waitForBlock(1, 5000));
      feed.add(...blocks);
      await project(database, feed);
      const content = await ledgerContent(database);
      behind.add(...blocks.slice(2, 4));
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(await ledgerContent(database), content);
      behind.add(...blocks.slice(4));
      assert.ok(await slow.waitForBlock(blocks.length - 1, 5000));
      await slow.stop();
      assert.deepEqual(await ledgerContent(database), content);
    });

    it('starts over when it can, however long the tables cannot be emptied', async () => {
      feed.add(...history().slice(0, 2));
      await project(database, feed);
      await sql`create table service.obstacle (id text references ledger.accounts)`.execute(database);
      const other = new Feed();
      const otherBuilder = new BlockBuilder();
      other.add(...['a', 'b', 'c'].map((id) => otherBuilder.block({ id })));
      const projector = newProjector(database, other);
      await projector.start();
      assert.equal(await projector.waitForBlock(2, 600), false);
      await sql`drop table service.obstacle`.execute(database);
      assert.ok(await projector.waitForBlock(2, 5000));
      await projector.stop();
      const { items } = await readModel.transactions.list({}, ALL);
      assert.deepEqual(items.map(({ id }) => id).sort(), ['a', 'b', 'c']);
    });

    it('starts over when the peer turns out to have another chain', async () => {
      feed.add(...history().slice(0, 4));
      await project(database, feed);
      const other = new Feed();
      const otherBuilder = new BlockBuilder();
      other.add(...['a', 'b', 'c', 'd', 'e'].map((id) => otherBuilder.block({ id })));
      await project(database, other);
      assert.deepEqual((await readModel.points.list({}, ALL)).items, []);
      const { items } = await readModel.transactions.list({}, { limit: 10, order: 'asc' });
      assert.deepEqual(
        items.map(({ id }) => id),
        ['a', 'b', 'c', 'd', 'e'],
      );
    });

    it('tells who waits for a block as soon as its rows can be read, and whose records changed', async () => {
      const projector = newProjector(database, feed);
      const listener = sinon.spy();
      projector.onChange(listener);
      await projector.start();
      assert.equal(await projector.waitForBlock(0, 20), false);
      const seen = projector.waitForBlock(0, 5000).then(() => readModel.coins.balance(ALICE));
      feed.add(
        builder.block({
          id: 't1',
          changes: [{ type: 'coin', value: coin(`${request('m')}.0`, ALICE, '5') }],
          enrolmentId: 'treasurer',
        }),
      );
      assert.equal((await seen).free, '5');
      const [accounts, blockNumber] = listener.firstCall.args as [Set<string>, number];
      assert.deepEqual([...accounts].sort(), ['RiversideMSP/alice', 'RiversideMSP/treasurer']);
      assert.equal(blockNumber, 0);
      await projector.stop();
    });
  });
});
