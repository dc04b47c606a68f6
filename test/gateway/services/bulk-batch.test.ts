import assert from 'node:assert/strict';
import sinon from 'sinon';
import { acceptBatch } from '../../../gateway/src/services/bulk-batch.ts';
import type { Services } from '../../../gateway/src/services/services.ts';

const BATCH = { firstLine: 1, lines: 1 };

describe('a batch of lines', () => {
  let clock: sinon.SinonFakeTimers;
  let isCrowded: boolean;
  let services: Services;
  const submit = sinon.stub();

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    isCrowded = true;
    submit.reset();
    submit.resolves({ id: 'o1' });
    const commands = Object.defineProperty({}, 'isCrowded', { get: () => isCrowded });
    services = {
      ledger: { commands, lineBatches: { record: () => Promise.resolve() } },
    } as unknown as Services;
  });
  afterEach(() => clock.restore());

  function accept() {
    const { signal } = new AbortController();
    const request = { account: 'RiversideMSP/manager', idempotencyKey: 'k', submit, signal };
    return acceptBatch(services, request, BATCH, [{}]);
  }

  it('waits outside while commands wait too long, and is submitted then', async () => {
    const accepted = accept();
    await clock.tickAsync(10_000);
    assert.equal(submit.callCount, 0);
    isCrowded = false;
    await clock.tickAsync(2_000);
    await accepted;
    assert.equal(submit.callCount, 1);
  });

  it('is refused as unavailable when they still do after a minute', async () => {
    const accepted = accept();
    await clock.tickAsync(70_000);
    const [verdict] = await (await accepted)();
    assert.deepEqual([verdict?.verdict, verdict?.code], ['refused', 'UNAVAILABLE']);
    assert.equal(submit.callCount, 0);
  });
});
