import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { withLock } from '../../../test-network-scripts/file-lock.ts';

describe('file lock', () => {
  let folder = '';
  const file = () => join(folder, 'lock.json');
  const silent = () => undefined;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'commonwatt-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one in at a time, and tells who is waited for', async () => {
    const order: string[] = [];
    const told: number[] = [];
    const slow = withLock(file(), silent, async () => {
      order.push('first in');
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('first out');
    });
    const next = withLock(
      file(),
      (pid) => told.push(pid),
      () => Promise.resolve(order.push('second in')),
    );
    await Promise.all([slow, next]);
    assert.deepEqual(order, ['first in', 'first out', 'second in']);
    assert.deepEqual(told, [process.pid]);
  });

  it('is released when the work fails', async () => {
    await assert.rejects(
      withLock(file(), silent, () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.ok(!existsSync(file()));
  });

  it('is had by whoever waits for it although its folder is removed meanwhile, as by a reset', async () => {
    const reset = withLock(file(), silent, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      rmSync(folder, { recursive: true });
    });
    assert.equal(await withLock(file(), silent, () => Promise.resolve('in')), 'in');
    await reset;
  });

  it('is taken over from a process that is gone', async () => {
    writeFileSync(file(), JSON.stringify({ pid: process.pid, startTime: 'long ago' }));
    assert.equal(await withLock(file(), silent, () => Promise.resolve('in')), 'in');
  });
});
