import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareKeys } from './key-order.ts';
import { WorldState } from './world-state.ts';

const KEPT = 3;

const key = fc.constantFrom('a', 'b', 'ab', '\0a\0', 'é', '\u{e000}', '\u{1f600}');
const write = fc.record({
  key,
  transaction: fc.nat(3),
  value: fc.option(fc.string({ minLength: 1 }).map((text) => Buffer.from(text))),
});
const blocks = fc.array(
  fc.array(write, { maxLength: 4 }).map((writes) => writes.sort((a, b) => a.transaction - b.transaction)),
  { maxLength: 12 },
);

const scan = (state: WorldState, atBlock: number): [string, string][] => {
  const found: [string, string][] = [];
  for (
    let step = state.nextKey('', false, '', atBlock);
    step !== undefined;
    step = state.nextKey(step.key, true, '', atBlock)
  ) {
    found.push([step.key, step.found.value.toString()]);
  }
  return found;
};

describe('the state of a peer', () => {
  it('shows each kept snapshot as it was, in the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(blocks, (history) => {
        const state = new WorldState(KEPT);
        const model = new Map<string, string>();
        const snapshots = [new Map(model)];
        history.forEach((writes, at) => {
          state.commit(at + 1, writes);
          for (const { key: written, value } of writes) {
            if (value === null) model.delete(written);
            else model.set(written, value.toString());
          }
          snapshots.push(new Map(model));
        });
        for (let block = Math.max(0, history.length - KEPT); block <= history.length; block += 1) {
          const expected = [...(snapshots[block] ?? [])].sort(([a], [b]) => compareKeys(a, b));
          assert.deepEqual(scan(state, block), expected);
          for (const [written, value] of expected) {
            assert.equal(state.get(written, block)?.value.toString(), value);
          }
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('names the block and transaction that wrote a value', () => {
    const state = new WorldState();
    state.commit(1, [
      { key: 'a', transaction: 0, value: Buffer.from('x') },
      { key: 'a', transaction: 2, value: Buffer.from('y') },
    ]);
    assert.deepEqual(state.get('a')?.version, { block: 1, transaction: 2 });
  });

  it('refuses a snapshot that is no longer kept', () => {
    const state = new WorldState(KEPT);
    for (let block = 1; block <= KEPT + 1; block += 1) state.commit(block, []);
    assert.throws(() => state.get('a', 0), RangeError);
    assert.equal(state.get('a', 1), undefined);
  });

  it('takes blocks in their order only', () => {
    assert.throws(() => new WorldState().commit(2, []), RangeError);
  });
});
