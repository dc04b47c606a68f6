import assert from 'node:assert/strict';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { TransactionEventLog } from '../../../gateway/src/read-model/event-log.ts';
import {
  endOfBlock,
  formatEventId,
  parseEventId,
  type EventPosition,
} from '../../../gateway/src/read-model/event-position.ts';
import { BlockBuilder } from './block-builder.ts';
import { emptyLedger, Feed, project } from './feed.ts';
import { emptyDatabase } from '../empty-database.ts';

const BEGINNING = endOfBlock(-1);
const MVCC_READ_CONFLICT = 11;

describe('the sequence of changes', function () {
  this.timeout(30_000);
  let database: Database;
  let log: TransactionEventLog;
  let feed: Feed;
  let builder: BlockBuilder;

  before(async () => {
    database = await emptyDatabase();
    log = new TransactionEventLog(database);
  });
  after(() => database.destroy());
  beforeEach(async () => {
    await emptyLedger(database);
    builder = new BlockBuilder();
    feed = new Feed();
    feed.add(builder.block());
  });

  async function all(transactions: number): Promise<string[]> {
    const told: string[] = [];
    let after: EventPosition = BEGINNING;
    for (;;) {
      const page = await log.after(after, transactions);
      told.push(...page.events.map(({ position, record }) => `${formatEventId(position)} ${record}`));
      if (page.isLast) return told;
      after = page.upTo;
    }
  }

  it('is the same whatever the size of the pages, and goes on within a transaction', async () => {
    const ids = (...names: string[]) => names.map((name) => ['point', name] as const);
    feed.add(
      builder.block({ id: 't1', ids: ids('a', 'b') }, { id: 't2' }, { id: 't3', ids: ids('c') }),
      builder.block({ id: 't4', ids: ids('d', 'e') }),
    );
    await project(database, feed);
    const whole = ['1.0.0 a', '1.0.1 b', '1.2.0 c', '2.0.0 d', '2.0.1 e'];
    for (const size of [2, 3, 100]) assert.deepEqual(await all(size), whole);
    const { events } = await log.after(parseEventId('1.0.0'), 100);
    assert.deepEqual(
      events.map(({ record }) => record),
      ['b', 'c', 'd', 'e'],
    );
  });

  it('has a valid transaction at its own place, although an invalid one claimed its id before', async () => {
    const ids = [['point', 'a']] as const;
    feed.add(builder.block({ id: 't1', validationCode: MVCC_READ_CONFLICT, ids }));
    await project(database, feed);
    const { upTo } = await log.after(BEGINNING, 100);
    feed.add(builder.block({ id: 't1', ids }));
    await project(database, feed);
    assert.deepEqual(
      (await log.after(upTo, 100)).events.map(({ position }) => formatEventId(position)),
      ['2.0.0'],
    );
  });

  it('waits, and passes over nothing, while the tables are built anew', async () => {
    feed.add(builder.block({ id: 't1', ids: [['point', 'a']] }));
    await project(database, feed);
    const after = parseEventId('0.5.0');
    await emptyLedger(database);
    assert.deepEqual((await log.after(after, 100)).upTo, after);
    await project(database, feed);
    assert.equal((await log.after(after, 100)).events.length, 1);
  });
});
