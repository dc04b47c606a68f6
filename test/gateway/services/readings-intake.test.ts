import assert from 'node:assert/strict';
import {
  decodeSubmission,
  MAX_SUBMISSION_BYTES,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import sinon from 'sinon';
import type { Commands, Decoded, SharedRequest } from '../../../gateway/src/fabric/command.ts';
import { Unavailable } from '../../../gateway/src/fabric/errors.ts';
import type { Operation } from '../../../gateway/src/fabric/operation.ts';
import { INTAKE_SETTINGS, ReadingsIntake } from '../../../gateway/src/services/readings-intake.ts';
import { TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import { member } from '../fabric/stub-ledger.ts';

const CHANNEL = 'commonwatt';
const { gatherMs } = INTAKE_SETTINGS;

/** Commands that keep what is submitted until the test answers it. */
class HeldCommands implements Pick<Commands, 'accept' | 'submitShared'> {
  readonly submissions: { request: SharedRequest; finish: () => void }[] = [];
  readonly #accepted = new Map<string, Operation>();

  accept({ account, method, idempotencyKey, requestHash }: Parameters<Commands['accept']>[0]) {
    const known = this.#accepted.get(`${account} ${idempotencyKey}`);
    if (known !== undefined) return Promise.resolve({ operation: known, created: false });
    const operation: Operation = {
      id: `operation ${idempotencyKey}`,
      ...{ account, method, idempotencyKey, requestHash },
      ...{ status: 'pending', transactionIds: [], blockNumber: null, result: null, error: null },
      ...{ createdAt: 0, finishedAt: null },
    };
    this.#accepted.set(`${account} ${idempotencyKey}`, operation);
    return Promise.resolve({ operation, created: true });
  }

  submitShared(request: SharedRequest): Promise<void> {
    return new Promise((finish) => this.submissions.push({ request, finish }));
  }

  /** Operations of each submission so far. */
  get operations(): string[][] {
    return this.submissions.map(({ request }) =>
      request.operationIds.map((id) => id.replace('operation ', '')),
    );
  }
}

describe('the intake of readings', () => {
  let clock: sinon.SinonFakeTimers;
  let commands: HeldCommands;
  let intake: ReadingsIntake;

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    commands = new HeldCommands();
    intake = new ReadingsIntake(commands, member, CHANNEL);
  });
  afterEach(() => clock.restore());

  function blockOf(id: string, intervals = 1): SignedProfileBlock {
    const values = new Array<number>(intervals).fill(100_000);
    const generation = { register: 'generation', values, estimated: [] } as const;
    const measurement = { start: 3600, intervalSec: 3600, registers: [generation] } as const;
    return new TestMeter({ kind: 'device', id }).signNext(CHANNEL, measurement).signed;
  }
  const deliver = (key: string, ...blocks: readonly SignedProfileBlock[]) =>
    intake.take('RiversideMSP/gateway', key, blocks);
  async function decode(at: number, answer: unknown): Promise<Decoded> {
    const submission = commands.submissions[at];
    assert.ok(submission);
    await submission.request.prepare({ attempt: 0 });
    return submission.request.decode(
      Buffer.from(JSON.stringify({ outcome: 'done', result: answer, changes: [] })),
    );
  }
  async function finish(at: number): Promise<void> {
    commands.submissions[at]?.finish();
    await clock.tickAsync(0);
  }

  it('waits for company, and submits the deliveries of 200 ms in one transaction', async () => {
    await deliver('a', blockOf('dev-1'));
    await clock.tickAsync(gatherMs - 1);
    await deliver('b', blockOf('dev-2'));
    assert.deepEqual(commands.operations, []);
    await clock.tickAsync(1);
    assert.deepEqual(commands.operations, [['a', 'b']]);
  });

  it('submits at once what fills a transaction, and never more', async () => {
    const large = 2000;
    const size = blockOf('dev-0', large).body.length + 67;
    const fitting = Math.floor(MAX_SUBMISSION_BYTES / size);
    for (let index = 0; index <= fitting; index += 1)
      await deliver(`${index}`, blockOf(`dev-${index}`, large));
    await clock.tickAsync(0);
    assert.equal(commands.operations.length, 1);
    assert.equal(commands.operations[0]?.length, fitting);
    const prepared = await commands.submissions[0]?.request.prepare({ attempt: 0 });
    const [argument] = prepared?.args ?? [];
    assert.ok(argument instanceof Uint8Array && argument.length <= MAX_SUBMISSION_BYTES);
    assert.equal(decodeSubmission(argument).length, fitting);
  });

  it('holds back deliveries of a subject whose blocks are under way, and lets the others go', async () => {
    await deliver('first', blockOf('dev-1'));
    await clock.tickAsync(gatherMs);
    await deliver('same subject', blockOf('dev-1'));
    await deliver('other', blockOf('dev-2'));
    await clock.tickAsync(gatherMs);
    assert.deepEqual(commands.operations, [['first'], ['other']]);
    await finish(0);
    assert.deepEqual(commands.operations, [['first'], ['other'], ['same subject']]);
  });

  it('keeps the order of a subject also when one of its deliveries waits for another subject', async () => {
    await deliver('1', blockOf('dev-1'));
    await clock.tickAsync(gatherMs);
    await deliver('1 and 2', blockOf('dev-1'), blockOf('dev-2'));
    await deliver('2', blockOf('dev-2'));
    await clock.tickAsync(gatherMs);
    assert.deepEqual(commands.operations, [['1']]);
    await finish(0);
    assert.deepEqual(commands.operations, [['1'], ['1 and 2', '2']]);
  });

  it('gives each delivery its own verdicts, in the order of its blocks', async () => {
    await deliver('a', blockOf('dev-1'), blockOf('dev-2'));
    await deliver('b', blockOf('dev-3'), blockOf('dev-4'));
    await clock.tickAsync(gatherMs);
    const refused = [{ at: 2, code: 'BLOCK_OVERLAP', detail: 'covered' }];
    const { results, writes } = await decode(0, { blocks: 4, exists: [1], refused });
    assert.equal(writes, true);
    assert.deepEqual(results, [
      { outcome: 'done', result: { verdicts: [{ verdict: 'accepted' }, { verdict: 'exists' }] } },
      {
        outcome: 'done',
        result: {
          verdicts: [
            { verdict: 'refused', code: 'BLOCK_OVERLAP', detail: 'covered' },
            { verdict: 'accepted' },
          ],
        },
      },
    ]);
  });

  it('writes nothing when no block is accepted', async () => {
    await deliver('a', blockOf('dev-1'), blockOf('dev-2'));
    await clock.tickAsync(gatherMs);
    const refused = [{ at: 1, code: 'BLOCK_OVERLAP', detail: 'covered' }];
    assert.equal((await decode(0, { blocks: 2, exists: [0], refused })).writes, false);
  });

  it('goes on with a subject after its blocks were refused', async () => {
    await deliver('refused', blockOf('dev-1'));
    await clock.tickAsync(gatherMs);
    await finish(0);
    await deliver('corrected', blockOf('dev-1'));
    await clock.tickAsync(gatherMs);
    assert.deepEqual(commands.operations, [['refused'], ['corrected']]);
  });

  it('leaves malformed blocks to the verdict of the ledger', async () => {
    await deliver('nonsense', { body: Buffer.from('nonsense'), signature: Buffer.alloc(64) });
    await clock.tickAsync(gatherMs);
    assert.deepEqual(commands.operations, [['nonsense']]);
  });

  it('submits a delivery that comes twice once', async () => {
    await deliver('a', blockOf('dev-1'));
    await deliver('a', blockOf('dev-1'));
    await clock.tickAsync(gatherMs);
    assert.deepEqual(commands.operations, [['a']]);
  });

  it('has only so many submissions under way', async () => {
    for (let index = 0; index <= INTAKE_SETTINGS.submissions; index += 1) {
      await deliver(`${index}`, blockOf(`dev-${index}`));
      await clock.tickAsync(gatherMs);
    }
    assert.equal(commands.submissions.length, INTAKE_SETTINGS.submissions);
    await finish(0);
    assert.equal(commands.submissions.length, INTAKE_SETTINGS.submissions + 1);
  });

  it('takes no more than it can keep waiting', async () => {
    const small = new ReadingsIntake(commands, member, CHANNEL, { ...INTAKE_SETTINGS, waitingBytes: 200 });
    await small.take('RiversideMSP/gateway', 'a', [blockOf('dev-1')]);
    await assert.rejects(small.take('RiversideMSP/gateway', 'b', [blockOf('dev-2')]), Unavailable);
  });
});
