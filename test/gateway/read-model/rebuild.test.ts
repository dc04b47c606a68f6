import assert from 'node:assert/strict';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { openReadModel } from '../../../gateway/src/read-model/open-read-model.ts';
import type { Projector } from '../../../gateway/src/read-model/projector.ts';
import { BlockBuilder } from './block-builder.ts';
import { emptyLedger, Feed, newProjector } from './feed.ts';
import { ALICE, coin, ONE_OF_EACH, request } from './records.ts';
import { emptyDatabase } from '../empty-database.ts';

const ARRIVE_MS = 30_000;

describe('the content of the read model', function () {
  this.timeout(60_000);
  let first: Database;
  let second: Database;
  let builder: BlockBuilder;
  let feed: Feed;
  const projectors: Projector[] = [];

  before(async () => {
    first = await emptyDatabase();
    second = await emptyDatabase();
  });
  after(() => Promise.all([first.destroy(), second.destroy()]));
  beforeEach(async () => {
    await Promise.all([first, second].map(emptyLedger));
    builder = new BlockBuilder();
    feed = new Feed();
  });
  afterEach(() => Promise.all(projectors.splice(0).map((projector) => projector.stop())));

  async function follow(): Promise<Projector> {
    return await started(newProjector(first, feed));
  }

  /** Somebody else who reads what there is by now. */
  async function followLate(): Promise<Projector> {
    const copy = new Feed();
    copy.add(...feed.chain);
    return await started(newProjector(second, copy));
  }

  async function started(projector: Projector): Promise<Projector> {
    projectors.push(projector);
    await projector.start();
    return projector;
  }

  async function caughtUp(projector: Projector): Promise<void> {
    assert.ok(await projector.waitForBlock(feed.chain.length - 1, ARRIVE_MS));
  }

  function addBlocks(count: number): void {
    for (let block = 0; block < count; block += 1) {
      const number = feed.chain.length;
      const value = coin(`${request('m')}.${number % 7}`, ALICE, String(number + 1));
      feed.add(builder.block({ id: `t${number}`, changes: [{ type: 'coin', value }] }));
    }
  }

  it('is the same for two who read the same blocks, one by one or many at once', async () => {
    const slow = await follow();
    feed.add(builder.block({ id: 'first', changes: ONE_OF_EACH }));
    for (let block = 0; block < 20; block += 1) {
      addBlocks(1);
      await caughtUp(slow);
    }
    const fast = await followLate();
    await caughtUp(fast);
    assert.deepEqual(await fast.content(), await slow.content());
  });

  it('changes with any row', async () => {
    const projector = await follow();
    addBlocks(3);
    await caughtUp(projector);
    const before = await projector.content();
    addBlocks(1);
    await caughtUp(projector);
    const after = await projector.content();
    assert.equal(after.blockNumber, before.blockNumber + 1);
    assert.notEqual(after.hash, before.hash);
    assert.notEqual(after.tables.coins?.hash, before.tables.coins?.hash);
    assert.deepEqual(after.tables.holdings, before.tables.holdings);
  });

  it('is the same again after it was built anew, with blocks arriving all the while', async () => {
    const projector = await follow();
    feed.add(builder.block({ id: 'first', changes: ONE_OF_EACH }));
    addBlocks(30);
    await caughtUp(projector);
    await projector.rebuild();
    assert.equal(projector.blockNumber, -1);
    assert.equal(projector.catchingUp, true);
    addBlocks(30);
    await caughtUp(projector);
    assert.equal(projector.catchingUp, false);
    const other = await followLate();
    await caughtUp(other);
    assert.deepEqual(await projector.content(), await other.content());
  });

  it('is as of one block, however many arrive while it is hashed', async () => {
    const projector = await follow();
    addBlocks(10);
    await caughtUp(projector);
    const asked = Promise.all([projector.content(), projector.content()]);
    addBlocks(10);
    const [one, other] = await asked;
    assert.deepEqual(one, other);
    await caughtUp(projector);
    assert.equal(projector.blockNumber, 19);
  });

  it('is not to be relied on before it has what the peer had at the start', async () => {
    addBlocks(5);
    const projector = await follow();
    assert.equal(projector.catchingUp, true);
    await caughtUp(projector);
    assert.equal(projector.catchingUp, false);
    const { free } = await openReadModel(first).coins.balance(ALICE);
    assert.equal(free, '15');
  });
});
