import assert from 'node:assert/strict';
import { BATCH_ENTRIES, QueryBatches, TOTAL_QUERY_LIMIT } from './query-batches.ts';
import { RangeScan } from './range-scan.ts';
import { WorldState } from './world-state.ts';

function stateOf(keys: number): WorldState {
  const state = new WorldState();
  const value = Buffer.from('x');
  state.commit(
    1,
    Array.from({ length: keys }, (_, at) => ({
      key: String(at).padStart(6, '0'),
      transaction: 0,
      value,
    })),
  );
  return state;
}

function readAll(scan: RangeScan): number {
  const batches = new QueryBatches('fixture');
  let answer = batches.first(scan);
  let entries = answer.getResultsList().length;
  while (answer.getHasMore()) {
    answer = batches.next(answer.getId());
    entries += answer.getResultsList().length;
  }
  return entries;
}

describe('a scan, batch by batch', () => {
  for (const keys of [0, 1, BATCH_ENTRIES, BATCH_ENTRIES + 1, 2 * BATCH_ENTRIES + 5]) {
    it(`returns each of ${keys} entries once`, () => {
      const scan = new RangeScan(stateOf(keys), 1, '', '');
      assert.equal(readAll(scan), keys);
      assert(scan.query().exhausted);
      assert.equal(scan.query().reads.length, keys);
    });
  }

  it('is cut at the limit of the peer without an error, and is then not exhausted', () => {
    const scan = new RangeScan(stateOf(TOTAL_QUERY_LIMIT + 50), 1, '', '');
    assert.equal(readAll(scan), TOTAL_QUERY_LIMIT);
    assert(!scan.query().exhausted);
    assert.equal(scan.query().endKey, String(TOTAL_QUERY_LIMIT - 1).padStart(6, '0'));
  });

  it('reads one entry beyond the first batch, to know that there is more', () => {
    const scan = new RangeScan(stateOf(2 * BATCH_ENTRIES), 1, '', '');
    new QueryBatches('fixture').first(scan);
    assert.equal(scan.query().reads.length, BATCH_ENTRIES + 1);
  });

  it('that was closed has no next batch', () => {
    const batches = new QueryBatches('fixture');
    const answer = batches.first(new RangeScan(stateOf(2 * BATCH_ENTRIES), 1, '', ''));
    batches.close(answer.getId());
    assert.throws(() => batches.next(answer.getId()), { message: 'query iterator not found' });
  });
});
