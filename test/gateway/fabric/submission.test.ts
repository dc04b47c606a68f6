import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { SharedRequest } from '../../../gateway/src/fabric/command.ts';
import { UNOBSERVED } from '../../../gateway/src/fabric/command-observer.ts';
import { BusinessError, Conflict, Unavailable } from '../../../gateway/src/fabric/errors.ts';
import type { Journal } from '../../../gateway/src/fabric/journal.ts';
import { Stopped, Unresolved } from '../../../gateway/src/fabric/pause.ts';
import { Slots } from '../../../gateway/src/fabric/slots.ts';
import { MAX_PROPOSALS, Submission } from '../../../gateway/src/fabric/submission.ts';
import { endorsed, member, silent, stubLedger, type StubLedger } from './stub-ledger.ts';

const MVCC_READ_CONFLICT = 11;
const ENDORSEMENT_POLICY_FAILURE = 10;
const BAD_CREATOR_SIGNATURE = 4;
const outage = new Unavailable('could not launch chaincode', 1);
const closed = new BusinessError('OFFER_CLOSED', 'filled');

type Steps = 'intend' | 'commit' | 'drop' | 'settle';
type StubJournal = { readonly [Name in Steps]: sinon.SinonStub<Parameters<Journal[Name]>, Promise<void>> };

function stubJournal(): StubJournal {
  return { intend: sinon.stub(), commit: sinon.stub(), drop: sinon.stub(), settle: sinon.stub() };
}

describe('the submission of a command', () => {
  let clock: sinon.SinonFakeTimers;
  let ledger: StubLedger;
  let journal: StubJournal;
  let stopping: AbortController;
  let release: sinon.SinonSpy;
  let retried: sinon.SinonSpy;
  let prepare: sinon.SinonStub<Parameters<SharedRequest['prepare']>, ReturnType<SharedRequest['prepare']>>;

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    ledger = stubLedger();
    journal = stubJournal();
    stopping = new AbortController();
    release = sinon.spy();
    retried = sinon.spy();
    prepare = sinon.stub();
    prepare.callsFake(({ attempt }) => Promise.resolve({ args: [`attempt ${attempt}`], release }));
  });
  afterEach(() => clock.restore());

  function submission(): Submission {
    const request: SharedRequest = {
      identity: member,
      method: 'trades:acceptOffer',
      operationIds: ['o1'],
      prepare,
      decode: (bytes) => ({ results: [{ id: 'r' }], writes: !Buffer.from(bytes).includes('exists') }),
    };
    const slots = { custodial: new Slots(1), own: new Slots(1) };
    const parts = { ledger, journal: journal as unknown as Journal, slots, log: silent };
    const observer = { ...UNOBSERVED, retried };
    return new Submission({ ...parts, signal: stopping.signal, observer }, request);
  }

  /** Runs to the end in no time; answers the block, or the error. */
  async function run(): Promise<number | Error> {
    const outcome = submission()
      .run()
      .catch((error: unknown) => error as Error);
    await clock.runAllAsync();
    return outcome;
  }

  function argumentsEndorsed(): unknown[] {
    return ledger.endorse.args.map(([, call]) => call.args[0]);
  }

  it('endorses, makes the intent durable, and only then broadcasts', async () => {
    assert.equal(await run(), 7);
    const [intent] = journal.intend.firstCall.args;
    assert.deepEqual(intent, {
      transactionId: 't1',
      operationIds: ['o1'],
      envelope: endorsed('t1').envelope,
      results: [{ id: 'r' }],
    });
    sinon.assert.callOrder(journal.intend, ledger.broadcast, journal.commit);
    sinon.assert.calledOnceWithExactly(journal.commit, intent, 7);
  });

  it('does not broadcast when the intent cannot be made durable', async () => {
    journal.intend.rejects(new Error('disk full'));
    assert.ok((await run()) instanceof Unresolved);
    sinon.assert.notCalled(ledger.broadcast);
  });

  it('leaves the operation unresolved when a commit cannot be recorded', async () => {
    journal.commit.rejects(new Error('disk full'));
    assert.ok((await run()) instanceof Unresolved);
  });

  it('broadcasts nothing when the command was done before, and names a block that the own peer has', async () => {
    ledger.endorse.resolves(endorsed('t1', 'exists'));
    assert.equal(await run(), 9);
    sinon.assert.notCalled(ledger.broadcast);
    sinon.assert.calledOnceWithExactly(journal.settle, ['o1'], [{ id: 'r' }], 9);
  });

  it('never endorses anew while the fate of a broadcast is open', async () => {
    ledger.broadcast.rejects(new Error('14 UNAVAILABLE: request already processed'));
    ledger.commitStatus.onFirstCall().rejects(new Error('4 DEADLINE_EXCEEDED'));
    assert.equal(await run(), 7);
    sinon.assert.calledOnce(ledger.endorse);
    sinon.assert.calledTwice(ledger.broadcast);
  });

  for (const code of [MVCC_READ_CONFLICT, ENDORSEMENT_POLICY_FAILURE]) {
    it(`endorses anew, with the same arguments, after validation code ${code}`, async () => {
      ledger.commitStatus.onFirstCall().resolves({ validationCode: code, blockNumber: 6 });
      assert.equal(await run(), 7);
      assert.deepEqual(argumentsEndorsed(), ['attempt 0', 'attempt 0']);
      sinon.assert.calledOnceWithExactly(journal.drop, 't1');
      assert.equal(journal.commit.firstCall.args[0].transactionId, 't2');
    });
  }

  it('fails at once when the transaction is invalid for a reason that repetition does not heal', async () => {
    ledger.commitStatus.resolves({ validationCode: BAD_CREATOR_SIGNATURE, blockNumber: 6 });
    const error = await run();
    assert.ok(error instanceof Error && !(error instanceof Unavailable));
    assert.match(error.message, /BAD_CREATOR_SIGNATURE/);
    sinon.assert.calledOnceWithExactly(journal.drop, 't1');
    sinon.assert.calledOnce(ledger.endorse);
  });

  it('tells why it proposes once more', async () => {
    const gone = new BusinessError('HOLDING_CHANGED', 'gone');
    ledger.endorse.onFirstCall().rejects(new Conflict('mismatch'));
    ledger.endorse.onSecondCall().rejects(outage);
    ledger.endorse.onThirdCall().rejects(gone);
    ledger.commitStatus.onFirstCall().resolves({ validationCode: MVCC_READ_CONFLICT, blockNumber: 6 });
    assert.equal(await run(), 7);
    assert.deepEqual(retried.args.flat(), ['conflict', 'unavailable', 'stale_view', 'conflict']);
  });

  it('gives up after eight proposals that all met a conflict', async () => {
    ledger.endorse.rejects(new Conflict('ProposalResponsePayloads do not match'));
    assert.ok((await run()) instanceof Conflict);
    sinon.assert.callCount(ledger.endorse, MAX_PROPOSALS);
    assert.equal(MAX_PROPOSALS, 8);
  });

  it('believes a business error only when the own peer gives it too', async () => {
    ledger.endorse.rejects(closed);
    ledger.evaluate.rejects(closed);
    assert.equal(await run(), closed);
    sinon.assert.calledOnce(ledger.endorse);
    const [identity, call, options] = ledger.evaluate.firstCall.args;
    assert.equal(identity, member);
    assert.deepEqual(call, { method: 'trades:acceptOffer', args: ['attempt 0'] });
    assert.deepEqual(options, { ownPeer: true });
  });

  it('tries again when only a peer that lags behind gives the business error', async () => {
    ledger.endorse.onFirstCall().rejects(new BusinessError('NOT_FOUND', 'no such offer'));
    assert.equal(await run(), 7);
    sinon.assert.calledTwice(ledger.endorse);
  });

  it('tries again when the own peer gives another business error, or cannot be asked', async () => {
    ledger.endorse.onCall(0).rejects(closed);
    ledger.evaluate.onCall(0).rejects(new BusinessError('NOT_FOUND', 'no such offer'));
    ledger.endorse.onCall(1).rejects(closed);
    ledger.evaluate.onCall(1).rejects(outage);
    assert.equal(await run(), 7);
    sinon.assert.calledThrice(ledger.endorse);
  });

  it('does not take the word of a peer that stays behind for the truth, but ends as unavailable', async () => {
    ledger.endorse.rejects(closed);
    const error = await run();
    assert.ok(error instanceof Unavailable);
    assert.match(error.message, /do not agree/);
  });

  for (const code of [
    'HOLDING_CHANGED',
    'COIN_NOT_FOUND',
    'COIN_HELD',
    'CURSOR_MOVED',
    'OFFER_CHANGED',
  ] as const) {
    it(`prepares other arguments after ${code}, having given back what was reserved`, async () => {
      ledger.endorse.onFirstCall().rejects(new BusinessError(code, 'stale'));
      assert.equal(await run(), 7);
      assert.deepEqual(argumentsEndorsed(), ['attempt 0', 'attempt 1']);
      sinon.assert.calledOnce(release);
      sinon.assert.callOrder(prepare, release, prepare);
    });
  }

  it('tells the "look again" code when eight preparations met it', async () => {
    const gone = new BusinessError('COIN_NOT_FOUND', 'spent');
    ledger.endorse.rejects(gone);
    assert.equal(await run(), gone);
    sinon.assert.callCount(prepare, MAX_PROPOSALS);
  });

  it('tells a "look again" code at once when the client has named what is used, and the own peer agrees', async () => {
    const changed = new BusinessError('HOLDING_CHANGED', 'retired');
    prepare.resolves({ args: ['named'], release, isFixed: true });
    ledger.endorse.rejects(changed);
    ledger.evaluate.rejects(changed);
    assert.equal(await run(), changed);
    sinon.assert.calledOnce(ledger.endorse);
  });

  it('tries what the client has named again while the own peer does not agree that it is gone', async () => {
    prepare.resolves({ args: ['named'], release, isFixed: true });
    ledger.endorse.onFirstCall().rejects(new BusinessError('HOLDING_CHANGED', 'not there yet'));
    ledger.evaluate.resolves(new Uint8Array());
    assert.equal(await run(), 7);
    assert.deepEqual(argumentsEndorsed(), ['named', 'named']);
    sinon.assert.calledOnce(prepare);
  });

  it('fails with what the preparation throws, before anything is endorsed', async () => {
    const short = new BusinessError('FUNDS_INSUFFICIENT', 'no coins');
    prepare.rejects(short);
    assert.equal(await run(), short);
    sinon.assert.notCalled(ledger.endorse);
  });

  it('waits out a restart of the chaincode', async () => {
    for (let call = 0; call < 12; call += 1) ledger.endorse.onCall(call).rejects(outage);
    assert.equal(await run(), 7);
    sinon.assert.callCount(ledger.endorse, 13);
  });

  it('ends as unavailable when nobody endorses for a minute', async () => {
    ledger.endorse.rejects(outage);
    const start = Date.now();
    assert.equal(await run(), outage);
    const seconds = (Date.now() - start) / 1000;
    assert.ok(seconds > 60 && seconds < 65, `${seconds} s`);
    sinon.assert.notCalled(ledger.broadcast);
  });

  it('fails at once on a defect of the chaincode', async () => {
    const defect = new Error('the chaincode failed');
    ledger.endorse.rejects(defect);
    assert.equal(await run(), defect);
    sinon.assert.calledOnce(ledger.endorse);
  });

  it('holds no slot while it waits for the next proposal', async () => {
    const slots = { custodial: new Slots(1), own: new Slots(1) };
    const parts = {
      ledger,
      journal: journal as unknown as Journal,
      slots,
      log: silent,
      signal: stopping.signal,
      observer: UNOBSERVED,
    };
    const request = { identity: member, method: 'm', operationIds: ['o1'], prepare };
    const decode = () => ({ results: [null], writes: true });
    ledger.endorse.onFirstCall().rejects(outage);
    const first = new Submission(parts, { ...request, decode }).run();
    await clock.tickAsync(1);
    const second = new Submission(parts, { ...request, decode }).run();
    await clock.tickAsync(1);
    assert.equal(await second, 7);
    await clock.runAllAsync();
    assert.equal(await first, 7);
  });

  it('stays unresolved when the gateway stops between two proposals', async () => {
    ledger.endorse.rejects(outage);
    const outcome = assert.rejects(submission().run(), Stopped);
    await clock.tickAsync(500);
    stopping.abort();
    await outcome;
  });
});
