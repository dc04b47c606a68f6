import assert from 'node:assert/strict';
import { decideEach, DomainError, type ItemDecision } from '@commonwatt/chaincode/domain';
import { account } from './samples.ts';

const ids = (id: string): string => id;
const store = (id: string): ItemDecision => ({
  outcome: 'done',
  changes: [{ type: 'account', value: account(id) }],
});

describe('decideEach', () => {
  it('carries out the good items around a refused one, with a verdict each in order', () => {
    const decision = decideEach(['a', 'bad', 'c'], ids, (id) => {
      if (id === 'bad') throw new DomainError('NOT_FOUND', id);
      return store(id);
    });
    assert.deepEqual(decision.result.verdicts, [
      { id: 'a', verdict: 'done' },
      { id: 'bad', verdict: 'refused', code: 'NOT_FOUND', detail: 'bad' },
      { id: 'c', verdict: 'done' },
    ]);
    assert.deepEqual(decision.changes, [...store('a').changes, ...store('c').changes]);
    assert.equal(decision.outcome, 'done');
  });

  it('refuses the second item of the same id and leaves the first', () => {
    const { result, changes } = decideEach(['a', 'a'], ids, store);
    assert.deepEqual(
      result.verdicts.map(({ verdict, code }) => [verdict, code]),
      [
        ['done', undefined],
        ['refused', 'STATE_CONFLICT'],
      ],
    );
    assert.deepEqual(changes, store('a').changes);
  });

  it('answers exists when every item was there before, and only then', () => {
    const there = (): ItemDecision => ({ outcome: 'exists', changes: [] });
    assert.equal(decideEach(['a', 'b'], ids, there).outcome, 'exists');
    assert.equal(decideEach(['a', 'b'], ids, (id) => (id === 'a' ? there() : store(id))).outcome, 'done');
  });

  it('lets a defect through instead of taking it for a refusal', () => {
    const defect = new TypeError('defect');
    assert.throws(
      () =>
        decideEach(['a'], ids, () => {
          throw defect;
        }),
      defect,
    );
  });
});
