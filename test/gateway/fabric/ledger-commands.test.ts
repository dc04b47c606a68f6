import assert from 'node:assert/strict';
import { sql } from 'kysely';
import sinon from 'sinon';
import { UNOBSERVED } from '../../../gateway/src/fabric/command-observer.ts';
import type { CommandRequest } from '../../../gateway/src/fabric/command.ts';
import { BusinessError, TooManyPending, Unavailable } from '../../../gateway/src/fabric/errors.ts';
import { type CommandParts, LedgerCommands } from '../../../gateway/src/fabric/ledger-commands.ts';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { OperationJournal } from '../../../gateway/src/read-model/operation-journal.ts';
import { endorsed, member, silent, stubLedger, type StubLedger } from './stub-ledger.ts';
import { emptyDatabase } from '../empty-database.ts';

const LONG_MS = 50_000;
const MVCC_READ_CONFLICT = 11;

describe('commands and their operations', function () {
  this.timeout(60_000);
  let database: Database;
  let ledger: StubLedger;
  let commands: LedgerCommands;

  before(async () => {
    database = await emptyDatabase();
  });
  after(() => database.destroy());
  beforeEach(async () => {
    await sql`truncate service.operations, service.intents`.execute(database);
    ledger = stubLedger();
    commands = newCommands();
    await commands.recover();
  });
  afterEach(() => commands.drain(0));

  /** As after a start of the gateway. */
  function newCommands(parts: Partial<CommandParts> = {}): LedgerCommands {
    const waitForBlock = () => Promise.resolve(true);
    const journal = new OperationJournal(database);
    return new LedgerCommands({ ledger, journal, log: silent, waitForBlock, ...parts });
  }

  function request(idempotencyKey: string, changes: Partial<CommandRequest> = {}): CommandRequest {
    return {
      identity: member,
      method: 'money:pay',
      idempotencyKey,
      requestHash: 'hash',
      prepare: () => Promise.resolve({ args: ['{}'] }),
      ...changes,
    };
  }

  async function outcome(idempotencyKey: string, changes: Partial<CommandRequest> = {}) {
    const { id } = await commands.execute(request(idempotencyKey, changes));
    const operation = await commands.wait(id, LONG_MS);
    assert.ok(operation);
    return operation;
  }

  /** Runs until the transaction is broadcast without an answer, then stops as a killed process would. */
  async function stopWithOpenIntent(): Promise<string> {
    ledger.commitStatus.rejects(new Error('4 DEADLINE_EXCEEDED'));
    const { id } = await commands.execute(request('k1'));
    while (!ledger.broadcast.called) await new Promise((resolve) => setTimeout(resolve, 5));
    await commands.drain(0);
    assert.equal((await commands.find(id))?.status, 'pending');
    ledger.broadcast.resetHistory();
    ledger.commitStatus.resolves({ validationCode: 0, blockNumber: 12 });
    commands = newCommands();
    return id;
  }

  it('are answered as pending at once, and as committed with result, transaction and block in the end', async () => {
    const accepted = await commands.execute(request('k1'));
    assert.equal(accepted.status, 'pending');
    const operation = await commands.wait(accepted.id, LONG_MS);
    assert.deepEqual(
      { ...operation, createdAt: 0, finishedAt: 0 },
      {
        ...accepted,
        status: 'committed',
        transactionIds: ['t1'],
        blockNumber: 7,
        result: { outcome: 'done', result: { id: 'r' } },
        createdAt: 0,
        finishedAt: 0,
      },
    );
    assert.equal(commands.pending, 0);
  });

  it('happen once, however many times and how closely together they are sent', async () => {
    const operations = await Promise.all(Array.from({ length: 20 }, () => commands.execute(request('k1'))));
    assert.equal(new Set(operations.map(({ id }) => id)).size, 1);
    await outcome('k1');
    sinon.assert.calledOnce(ledger.endorse);
  });

  it('are told apart from another request under the same key', async () => {
    await outcome('k1');
    for (const other of [{ requestHash: 'other' }, { method: 'money:hold' }]) {
      await assert.rejects(
        commands.execute(request('k1', other)),
        (error) => error instanceof BusinessError && error.code === 'EXISTS_WITH_DIFFERENT_CONTENT',
      );
    }
    assert.equal(
      (await outcome('k1', { identity: { ...member, account: 'RiversideMSP/m2' } })).status,
      'committed',
    );
    sinon.assert.calledTwice(ledger.endorse);
  });

  it('stay failed under their key when the ledger refused them', async () => {
    const refused = new BusinessError('OFFER_CLOSED', 'filled');
    ledger.endorse.rejects(refused);
    ledger.evaluate.rejects(refused);
    const operation = await outcome('k1');
    assert.equal(operation.status, 'failed');
    assert.deepEqual(operation.error, { code: 'OFFER_CLOSED', detail: 'filled' });
    assert.equal((await outcome('k1')).status, 'failed');
    sinon.assert.calledOnce(ledger.endorse);
  });

  it('end even when the error repeats characters that no database stores', async () => {
    const prepare = () => Promise.reject(new BusinessError('COMMAND_MALFORMED', 'a\0b \ud800 \\u0000'));
    assert.equal((await outcome('k1', { prepare })).error?.detail, 'a\uFFFDb \uFFFD \\u0000');
  });

  it('are started anew under their key when only the gateway or the network failed', async () => {
    const prepare = sinon.stub<
      Parameters<CommandRequest['prepare']>,
      ReturnType<CommandRequest['prepare']>
    >();
    prepare.onFirstCall().rejects(new Unavailable('coins are bound', 1));
    prepare.onSecondCall().rejects(new TypeError('a defect'));
    prepare.onThirdCall().resolves({ args: ['{}'] });
    assert.equal((await outcome('k1', { prepare })).error?.code, 'UNAVAILABLE');
    const failed = await outcome('k1', { prepare });
    assert.equal(failed.error?.code, 'INTERNAL');
    assert.doesNotMatch(failed.error.detail, /a defect/);
    const operation = await outcome('k1', { prepare });
    assert.equal(operation.status, 'committed');
    assert.equal(operation.error, null);
  });

  it('give back what was reserved once the read model shows the block, and exactly once', async () => {
    const steps: string[] = [];
    let show: () => void = () => undefined;
    const shown = new Promise<boolean>((resolve) => (show = () => resolve(true)));
    commands = newCommands({ waitForBlock: () => shown });
    await commands.recover();
    const prepare = () => Promise.resolve({ args: ['{}'], release: () => steps.push('released') });
    const { id } = await commands.execute(request('k1', { prepare }));
    while ((await commands.find(id))?.status === 'pending')
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(steps, []);
    show();
    await commands.drain(LONG_MS);
    assert.deepEqual(steps, ['released']);
  });

  it('are waited for until the read model shows their block', async () => {
    const waitForBlock = sinon.stub().resolves(true);
    commands = newCommands({ waitForBlock });
    await commands.recover();
    await outcome('k1');
    sinon.assert.calledWith(waitForBlock, 7);
  });

  it('are answered as pending when waiting takes too long', async () => {
    ledger.endorse.callsFake(() => new Promise((resolve) => setTimeout(() => resolve(endorsed('t1')), 200)));
    const { id } = await commands.execute(request('k1'));
    assert.equal((await commands.wait(id, 20))?.status, 'pending');
    assert.equal((await commands.wait(id, LONG_MS))?.status, 'committed');
  });

  it('run so many at once and let others wait; beyond the limit of those they are refused as unavailable', async () => {
    commands = newCommands({
      limits: { inFlight: 3, inFlightOwnKeys: 1, pending: 10, pendingPerAccount: 10 },
    });
    await commands.recover();
    let running = 0;
    let most = 0;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    ledger.endorse.callsFake(async () => {
      const transactionId = `t${ledger.endorse.callCount}`;
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
      return endorsed(transactionId);
    });
    const keys = Array.from({ length: 10 }, (_, index) => `k${index}`);
    const operations = await Promise.all(keys.map((key) => commands.execute(request(key))));
    await assert.rejects(
      commands.execute(request('one more')),
      (error) => error instanceof Unavailable && error.retryAfterSec > 0,
    );
    assert.equal((await commands.execute(request('k5'))).id, operations[5]?.id);
    open();
    const finished = await Promise.all(operations.map(({ id }) => commands.wait(id, LONG_MS)));
    assert.deepEqual(
      finished.map((operation) => operation?.status),
      keys.map(() => 'committed'),
    );
    assert.equal(most, 3);
  });

  it('of one account leave room for those of others', async () => {
    commands = newCommands({
      limits: { inFlight: 1, inFlightOwnKeys: 1, pending: 10, pendingPerAccount: 2 },
    });
    await commands.recover();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const prepare = () => gate.then(() => ({ args: ['{}'] }));
    const first = await commands.execute(request('k1', { prepare }));
    await commands.execute(request('k2', { prepare }));
    await assert.rejects(
      commands.execute(request('k3')),
      (error) => error instanceof TooManyPending && error.retryAfterSec > 0,
    );
    assert.equal((await commands.execute(request('k1'))).id, first.id);
    const other = { ...member, account: 'RiversideMSP/m2' };
    await commands.execute(request('k3', { prepare, identity: other }));
    open();
    await commands.wait(first.id, LONG_MS);
    assert.equal((await outcome('k3')).status, 'committed');
  });

  it('of owners who keep their keys are refused while too many of those wait, and no others', async () => {
    const limits = { inFlight: 1, inFlightOwnKeys: 1, pending: 10, pendingPerAccount: 10 };
    commands = newCommands({ limits });
    await commands.recover();
    const owner: CommandRequest['identity'] = { ...member, account: 'RiversideMSP/m2', keys: 'own' };
    ledger.endorse.callsFake(({ account }) =>
      account === owner.account ? new Promise(() => undefined) : Promise.resolve(endorsed('t1')),
    );
    const first = await commands.execute(request('k1', { identity: owner }));
    await assert.rejects(
      commands.execute(request('k3', { identity: owner })),
      (error) => error instanceof Unavailable && error.retryAfterSec > 0,
    );
    assert.equal((await commands.execute(request('k1', { identity: owner }))).id, first.id);
    assert.equal(commands.isCrowded, false);
    assert.equal((await outcome('k4')).status, 'committed');
  });

  it('are observed: how they ended', async () => {
    const ended = sinon.spy();
    commands = newCommands({
      limits: { inFlight: 1, inFlightOwnKeys: 1, pending: 10, pendingPerAccount: 10 },
      observer: { ...UNOBSERVED, ended },
    });
    await commands.recover();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    ledger.endorse.onFirstCall().callsFake(() => gate.then(() => endorsed('t1')));
    ledger.endorse.onSecondCall().rejects(new Error('a defect'));
    const operations = [await commands.execute(request('k1')), await commands.execute(request('k2'))];
    open();
    for (const { id } of operations) await commands.wait(id, LONG_MS);
    await commands.drain(LONG_MS);
    assert.deepEqual(
      ended.args.map(([method, how]) => [method, how] as unknown),
      [
        ['money:pay', 'committed'],
        ['money:pay', 'failed'],
      ],
    );
  });

  it('share one transaction when they were accepted before, each with its own result', async () => {
    const accept = (idempotencyKey: string) =>
      commands.accept({
        account: member.account,
        method: 'readings:submit',
        idempotencyKey,
        requestHash: 'h',
      });
    const [first, second] = [await accept('b1'), await accept('b2')];
    assert.equal((await accept('b1')).created, false);
    const operationIds = [first.operation.id, second.operation.id];
    await commands.submitShared({
      identity: member,
      method: 'readings:submit',
      operationIds,
      prepare: () => Promise.resolve({ args: [new Uint8Array([1])] }),
      decode: () => ({ results: ['accepted', 'refused'], writes: true }),
    });
    const results = await Promise.all(operationIds.map(async (id) => (await commands.find(id))?.result));
    assert.deepEqual(results, ['accepted', 'refused']);
    sinon.assert.calledOnce(ledger.broadcast);
  });

  describe('after a restart', () => {
    it('are refused until what was left unresolved has been looked at', async () => {
      commands = newCommands();
      await assert.rejects(commands.execute(request('k1')), Unavailable);
      await commands.recover();
      assert.equal((await outcome('k1')).status, 'committed');
    });

    it('are committed when their transaction is found valid, with the result that was kept', async () => {
      const id = await stopWithOpenIntent();
      ledger.findValidationCode.resolves(0);
      await commands.recover();
      const operation = await commands.find(id);
      assert.equal(operation?.status, 'committed');
      assert.equal(operation.blockNumber, 12);
      assert.deepEqual(operation.result, { outcome: 'done', result: { id: 'r' } });
      sinon.assert.notCalled(ledger.broadcast);
      assert.deepEqual(await new OperationJournal(database).intents(), []);
    });

    it('broadcast the same bytes again when their transaction is not found, and never endorse anew', async () => {
      const id = await stopWithOpenIntent();
      await commands.recover();
      assert.equal((await commands.wait(id, LONG_MS))?.status, 'committed');
      assert.equal(Buffer.from(ledger.broadcast.firstCall.args[0]).toString(), 'envelope of t1');
      sinon.assert.calledOnce(ledger.endorse);
    });

    it('fail as unavailable when their transaction was invalid, and can be sent again', async () => {
      const id = await stopWithOpenIntent();
      ledger.findValidationCode.resolves(MVCC_READ_CONFLICT);
      await commands.recover();
      assert.equal((await commands.find(id))?.error?.code, 'UNAVAILABLE');
      const operation = await outcome('k1');
      assert.deepEqual(
        [operation.id, operation.status, operation.transactionIds],
        [id, 'committed', ['t1', 't2']],
      );
    });

    it('fail as unavailable when nothing of them was broadcast', async () => {
      const { operation } = await commands.accept({ ...request('k1'), account: member.account });
      commands = newCommands();
      await commands.recover();
      assert.equal((await commands.find(operation.id))?.error?.code, 'UNAVAILABLE');
    });

    it('do not wait for a transaction whose fate nobody can tell', async () => {
      const id = await stopWithOpenIntent();
      ledger.findValidationCode.rejects(new Error('14 UNAVAILABLE'));
      ledger.commitStatus.withArgs('t1').rejects(new Error('14 UNAVAILABLE'));
      await commands.recover();
      assert.equal((await outcome('k2')).status, 'committed');
      assert.equal((await commands.find(id))?.status, 'pending');
      await commands.drain(0);
    });
  });

  it('are no longer taken once the gateway drains, and those under way are finished', async () => {
    ledger.endorse.callsFake(() => new Promise((resolve) => setTimeout(() => resolve(endorsed('t1')), 100)));
    const { id } = await commands.execute(request('k1'));
    const drained = commands.drain(LONG_MS);
    await assert.rejects(commands.execute(request('k2')), Unavailable);
    await drained;
    assert.equal((await commands.find(id))?.status, 'committed');
  });

  it('that were accepted for a transaction still to come are finished before the gateway stops', async () => {
    const { operation } = await commands.accept({ ...request('k1'), account: member.account });
    const drained = commands.drain(LONG_MS);
    await new Promise((resolve) => setTimeout(resolve, 50));
    void commands.submitShared({
      ...{ identity: member, method: 'money:pay', operationIds: [operation.id] },
      prepare: () => Promise.resolve({ args: ['{}'] }),
      decode: () => ({ results: [{ outcome: 'done', result: null }], writes: true }),
    });
    await drained;
    assert.equal((await commands.find(operation.id))?.status, 'committed');
  });

  it('that a stop cuts off are no errors, whatever they run into: the next start looks after them', async () => {
    const log = { ...silent, error: sinon.spy() } as unknown as CommandParts['log'];
    commands = newCommands({ log });
    await commands.recover();
    let cutOff: (error: Error) => void = () => undefined;
    const prepare = () => new Promise<never>((_, reject) => (cutOff = reject));
    const { id } = await commands.execute(request('k1', { prepare }));
    await commands.drain(0);
    cutOff(new Error('driver has already been destroyed'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal((await commands.find(id))?.status, 'pending');
    sinon.assert.notCalled(log.error as sinon.SinonSpy);
  });
});
