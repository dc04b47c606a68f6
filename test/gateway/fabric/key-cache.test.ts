import assert from 'node:assert/strict';
import { newKey } from '../../../fabric-ca-client/index.ts';
import { KeyCache } from '../../../gateway/src/fabric/key-cache.ts';

describe('the cache of opened keys', () => {
  it('opens a key once while it is in use, and forgets the one unused for longest', () => {
    const opened: string[] = [];
    const cache = new KeyCache(2);
    const use = (id: string) =>
      cache.get(id, () => {
        opened.push(id);
        return newKey();
      });
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) use(id);
    assert.deepEqual(opened, ['a', 'b', 'c', 'b']);
    assert.equal(cache.size, 2);
  });

  it('keeps nothing of a key that could not be opened', () => {
    const cache = new KeyCache(2);
    assert.throws(() =>
      cache.get('a', () => {
        throw new Error('damaged');
      }),
    );
    assert.equal(cache.size, 0);
  });
});
