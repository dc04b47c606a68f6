import assert from 'node:assert/strict';
import {
  advanceHead,
  type AcceptedBlock,
  decodeReadingsTransaction,
  encodeSubmission,
  type Head,
  MAX_SUBMISSION_BYTES,
  profileBlockHash,
} from '@commonwatt/chaincode/domain';
import { DAY_SEC, DAY_START, hours, SimulatedMeter } from '../domain/reading/metering.ts';
import { codeOfCall } from './market.ts';
import { MeteredMarket } from './metered-market.ts';

const YESTERDAY = DAY_START - DAY_SEC;
const ZEROS = Array<number>(24).fill(0);
const day = (daysAgo: number, wh: number) =>
  hours(DAY_START - daysAgo * DAY_SEC, 'generation', ZEROS.with(12, wh));

describe('readings:submit on the ledger', () => {
  let metered: MeteredMarket;

  beforeEach(async () => {
    metered = await MeteredMarket.open();
  });

  afterEach(() => {
    metered.market.close();
  });

  async function valueOf(id: string): Promise<unknown> {
    const { market } = metered;
    const statement = (await market.evaluate(market.registrar, 'statements:statement', { id })) as {
      value: unknown;
    };
    return statement.value;
  }

  it('keeps accepted blocks and moves the heads of their subjects', async () => {
    const { house, roof } = metered;
    const blocks = [
      roof.next(day(2, 100)),
      house.next(hours(YESTERDAY, 'import', ZEROS)),
      roof.next(day(1, 200)),
    ];
    const { outcome, result, changes } = await metered.submit(blocks);
    assert.deepEqual([outcome, result], ['done', { blocks: 3, exists: [], refused: [] }]);
    assert.deepEqual(
      changes.map(({ type }) => type),
      ['account'],
      'the gateway is pinned; readings are no changes',
    );
    const head = (await valueOf('head/device/roof-0001')) as Head;
    assert.deepEqual([head.sequence, head.hash, head.coveredUntil], [2, roof.tip.hash, DAY_START]);
    assert.equal(((await valueOf('head/point/house-001')) as Head).sequence, 1);
  });

  it('names the accepted blocks in its event', async () => {
    const { roof, market } = metered;
    const argument = encodeSubmission([roof.next(day(2, 100)), roof.next(day(1, 99_999))]);
    const { event } = await market.ledger.submit(metered.riverside('gateway'), 'readings:submit', [argument]);
    const { ids } = JSON.parse(event?.payload.toString() ?? '') as { ids: string[][] };
    assert.deepEqual(
      ids.filter(([type]) => type === 'block'),
      [['block', 'device/roof-0001/1']],
    );
  });

  it('gives read models the same heads as the ledger has', async () => {
    const { roof, market } = metered;
    let head = roof.head;
    for (const blocks of [[roof.next(day(5, 1)), roof.next(day(3, 1))], [roof.next(day(2, 1))]]) {
      const argument = encodeSubmission(blocks);
      const { result } = await metered.submit(blocks);
      const accepted = decodeReadingsTransaction(market.ledger.channel, argument, result);
      head = accepted.reduce(
        (last: Head, { block, hash }: AcceptedBlock) => advanceHead(last, block, hash),
        head,
      );
    }
    assert.deepEqual(await valueOf('head/device/roof-0001'), head);
    assert.equal(head.gaps.length, 1);
  });

  it('answers exists for a resent submission and writes nothing', async () => {
    const { roof, market } = metered;
    const blocks = [roof.next(day(3, 1)), roof.next(day(2, 1)), roof.next(day(1, 1))];
    await metered.submit(blocks);
    const { outcome, result } = await metered.submit(blocks);
    assert.deepEqual([outcome, result.exists], ['exists', [0, 1, 2]]);
    assert.deepEqual(market.ledger.blocks.at(-1)?.transactions[0]?.writes, []);
  });

  it('refuses a changed block under an old sequence, and the meter goes on', async () => {
    const { roof } = metered;
    await metered.submit([roof.next(day(3, 1)), roof.next(day(2, 1))]);
    const { tip } = roof;
    roof.tip = { sequence: 0, hash: null, coveredUntil: null };
    const changed = roof.next(day(3, 2));
    roof.tip = tip;
    const { result } = await metered.submit([changed, roof.next(day(1, 1))]);
    assert.deepEqual(
      result.refused.map(({ at, code }) => [at, code]),
      [[0, 'BLOCK_SEQUENCE_WRONG']],
    );
  });

  it('refuses blocks of another channel', async () => {
    const { roof } = metered;
    const { result } = await metered.submit([roof.next(day(1, 1), 'another-channel')]);
    assert.equal(result.refused[0]?.code, 'BLOCK_SIGNATURE_INVALID');
  });

  it("refuses another organisation's meter, one that nobody registered, and one that is suspended", async () => {
    const { roof, market } = metered;
    const hillside = market.identity('HillsideMSP', 'gateway');
    const block = roof.next(day(1, 1));
    assert.equal((await metered.submit([block], hillside)).result.refused[0]?.code, 'SUBJECT_FOREIGN');
    const stray = new SimulatedMeter({ kind: 'device', id: 'stray-001' });
    assert.equal((await metered.submit([stray.next(day(1, 1))])).result.refused[0]?.code, 'NOT_FOUND');
    await market.submit(market.registrar, 'devices:suspend', { ids: ['roof-0001'], reason: 'inspection' });
    assert.equal((await metered.submit([block])).result.refused[0]?.code, 'SUBJECT_NOT_APPROVED');
    await market.submit(market.registrar, 'devices:reinstate', { ids: ['roof-0001'], reason: 'inspected' });
    assert.deepEqual((await metered.submit([block])).result.refused, []);
  });

  it('refuses a whole submission only for its framing or its size', async () => {
    const { roof } = metered;
    const gateway = metered.riverside('gateway');
    const code = (argument: Uint8Array) =>
      codeOfCall(metered.market.submit(gateway, 'readings:submit', argument));
    assert.equal(await code(Buffer.alloc(0)), 'COMMAND_MALFORMED');
    assert.equal(await code(encodeSubmission([roof.next(day(1, 1))]).subarray(1)), 'COMMAND_MALFORMED');
    assert.equal(await code(Buffer.alloc(MAX_SUBMISSION_BYTES + 1)), 'COMMAND_TOO_LARGE');
  });

  it('is not for members', async () => {
    const call = metered.submit([metered.roof.next(day(1, 1))], metered.owner);
    assert.equal(await codeOfCall(call), 'NOT_AUTHORISED');
  });

  it('takes two reads per subject, and a write per block and subject', async () => {
    const { house, roof, market } = metered;
    await metered.submit([roof.next(day(9, 1))]);
    const blocks = [
      roof.next(day(8, 1)),
      roof.next(day(7, 1)),
      house.next(hours(YESTERDAY, 'import', ZEROS)),
    ];
    const argument = encodeSubmission(blocks);
    const { rwset } = await market.ledger.endorse(metered.riverside('gateway'), 'readings:submit', [
      argument,
    ]);
    // Besides the consortium and the caller's account: record and head of each subject.
    assert.deepEqual([rwset.reads.length, rwset.writes.length], [2 + 2 * 2, 3 + 2]);
  });

  it('stores day-long blocks in few bytes', async () => {
    const { roof, market } = metered;
    const values = Array.from({ length: 96 }, (_, quarter) =>
      quarter > 24 && quarter < 80 ? 13 * quarter : 0,
    );
    const block = roof.next({
      start: YESTERDAY,
      intervalSec: 900,
      registers: [{ register: 'generation', values, estimated: [] }],
    });
    const argument = encodeSubmission([block]);
    const { rwset, result } = await market.ledger.endorse(metered.riverside('gateway'), 'readings:submit', [
      argument,
    ]);
    const written = rwset.writes.reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0);
    // In the block: argument, result and writes; in the state: the writes.
    assert.ok((argument.length + result.length + 2 * written) / values.length < 20);
  });

  it('finds every accepted block under its hash', async () => {
    const { roof, market } = metered;
    const block = roof.next(day(1, 5));
    await metered.submit([block]);
    assert.equal(
      ((await valueOf('head/device/roof-0001')) as Head).hash,
      profileBlockHash(market.ledger.channel, block.body),
    );
  });
});
