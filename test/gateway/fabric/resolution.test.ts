import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Stopped } from '../../../gateway/src/fabric/pause.ts';
import { UNOBSERVED } from '../../../gateway/src/fabric/command-observer.ts';
import { broadcastAndResolve } from '../../../gateway/src/fabric/resolution.ts';
import { DUPLICATE_TXID } from '../../../gateway/src/fabric/validation-code.ts';
import { endorsed, silent, stubLedger } from './stub-ledger.ts';

const transaction = endorsed('t1');
const insufficient = new Error('14 UNAVAILABLE: insufficient number of orderers, request already processed');

describe('finding out the fate of a broadcast transaction', () => {
  let clock: sinon.SinonFakeTimers;
  let stopping: AbortController;
  let ambiguous: sinon.SinonSpy;

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    stopping = new AbortController();
    ambiguous = sinon.spy();
  });
  afterEach(() => clock.restore());

  function resolve(ledger: ReturnType<typeof stubLedger>) {
    const observer = { ...UNOBSERVED, ambiguous };
    return broadcastAndResolve({ ledger, log: silent, signal: stopping.signal, observer }, transaction);
  }

  it('takes the commit status after a clear answer', async () => {
    const ledger = stubLedger();
    assert.deepEqual(await resolve(ledger), { validationCode: 0, blockNumber: 7 });
    sinon.assert.calledOnceWithExactly(ledger.broadcast, transaction.envelope);
  });

  it('does not take a failed broadcast for a failure: the transaction may be committed', async () => {
    const ledger = stubLedger();
    ledger.broadcast.rejects(insufficient);
    assert.deepEqual(await resolve(ledger), { validationCode: 0, blockNumber: 7 });
    sinon.assert.calledOnce(ledger.broadcast);
  });

  it('looks the transaction up when the commit status does not come', async () => {
    const ledger = stubLedger();
    ledger.broadcast.rejects(insufficient);
    ledger.commitStatus.onFirstCall().rejects(new Error('4 DEADLINE_EXCEEDED'));
    ledger.findValidationCode.resolves(0);
    const status = resolve(ledger);
    await clock.runAllAsync();
    assert.deepEqual(await status, { validationCode: 0, blockNumber: 7 });
    sinon.assert.calledOnce(ledger.broadcast);
  });

  it('tells of the broadcast and of the wait that gave no clear answer, and of no others', async () => {
    const ledger = stubLedger();
    await resolve(ledger);
    sinon.assert.notCalled(ambiguous);
    ledger.broadcast.rejects(insufficient);
    ledger.commitStatus.onSecondCall().rejects(new Error('4 DEADLINE_EXCEEDED'));
    const status = resolve(ledger);
    await clock.runAllAsync();
    await status;
    sinon.assert.callCount(ambiguous, 3);
  });

  it('broadcasts the very same bytes again as long as the transaction is not found', async () => {
    const ledger = stubLedger();
    for (const call of [0, 1, 2]) ledger.commitStatus.onCall(call).rejects(new Error('4 DEADLINE_EXCEEDED'));
    const status = resolve(ledger);
    await clock.runAllAsync();
    assert.deepEqual(await status, { validationCode: 0, blockNumber: 7 });
    assert.deepEqual(
      ledger.broadcast.args.map(([envelope]) => Buffer.from(envelope).toString()),
      Array.from({ length: 4 }, () => 'envelope of t1'),
    );
    sinon.assert.notCalled(ledger.endorse);
  });

  it('goes on for hours while neither orderers nor peer can be reached', async () => {
    const ledger = stubLedger();
    const unreachable = new Error('14 UNAVAILABLE: connection refused');
    ledger.broadcast.rejects(unreachable);
    ledger.commitStatus.rejects(unreachable);
    ledger.findValidationCode.rejects(unreachable);
    const status = resolve(ledger);
    await clock.tickAsync('03:00:00');
    const broadcasts = ledger.broadcast.callCount;
    assert.ok(broadcasts > 500 && broadcasts < 2000, `${broadcasts} broadcasts, in growing distance`);
    ledger.findValidationCode.resolves(0);
    ledger.commitStatus.resolves({ validationCode: 0, blockNumber: 9 });
    await clock.tickAsync('00:00:30');
    assert.equal((await status).blockNumber, 9);
  });

  it('answers the code of the first copy when the peer reports a duplicate', async () => {
    const ledger = stubLedger();
    ledger.commitStatus.onFirstCall().resolves({ validationCode: DUPLICATE_TXID, blockNumber: 8 });
    ledger.findValidationCode.resolves(11);
    assert.equal((await resolve(ledger)).validationCode, 11);
  });

  it('ends unresolved, not failed, when the gateway stops', async () => {
    const ledger = stubLedger();
    ledger.commitStatus.rejects(new Error('4 DEADLINE_EXCEEDED'));
    const outcome = assert.rejects(resolve(ledger), Stopped);
    await clock.tickAsync(100);
    stopping.abort();
    await outcome;
  });
});
