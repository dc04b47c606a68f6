import assert from 'node:assert/strict';
import {
  advanceHead,
  decideSubmitReadings,
  decodeReadingsTransaction,
  encodeSubmission,
  type Head,
  type LoadedSubject,
  type MeteredRecord,
  profileBlockHash,
  readSubmission,
  type SignedProfileBlock,
  subjectKey,
} from '@commonwatt/chaincode/domain';
import {
  CHANNEL,
  COMMUNITY_MSP,
  DAY_SEC,
  DAY_START,
  deviceOf,
  HOUR_SEC,
  hours,
  pointOf,
  SimulatedMeter,
} from './metering.ts';

const NOW = DAY_START + 7 * DAY_SEC;
const INTAKE = { channel: CHANNEL, callerMsp: COMMUNITY_MSP, now: NOW };
const NOBODY: LoadedSubject = { metered: undefined, head: undefined, acceptedHashes: new Map() };

function loaded(
  metered: MeteredRecord,
  head: Head,
  accepted: readonly SignedProfileBlock[] = [],
): LoadedSubject {
  const hashes = accepted.map(({ body }, index) => [index + 1, profileBlockHash(CHANNEL, body)] as const);
  return { metered, head, acceptedHashes: new Map(hashes) };
}

function decide(blocks: readonly SignedProfileBlock[], subjects: Readonly<Record<string, LoadedSubject>>) {
  return decideSubmitReadings(
    readSubmission(encodeSubmission(blocks)),
    new Map(Object.entries(subjects)),
    INTAKE,
  );
}

const hour = (index: number, wh = 1) => hours(DAY_START + index * HOUR_SEC, 'generation', [wh]);

function roof(id = 'roof-0001') {
  const meter = new SimulatedMeter({ kind: 'device', id });
  return { meter, subjects: { [`device/${id}`]: loaded(deviceOf(meter), meter.head) } };
}

describe('readings:submit', () => {
  it('takes several consecutive blocks of one subject and writes its head once', () => {
    const { meter, subjects } = roof();
    const blocks = [meter.next(hour(0)), meter.next(hour(1)), meter.next(hour(2))];
    const { outcome, result, changes, records } = decide(blocks, subjects);
    assert.deepEqual([outcome, result, changes], ['done', { blocks: 3, exists: [], refused: [] }, []]);
    assert.deepEqual(
      records.map(({ type }) => type),
      ['block', 'block', 'block', 'head'],
    );
    const [first, , , head] = records;
    assert.ok(first?.type === 'block' && head?.type === 'head');
    assert.deepEqual([first.sequence, first.arrivedAt, Buffer.from(first.body)], [1, NOW, blocks[0]?.body]);
    assert.deepEqual([head.value.sequence, head.value.hash], [3, meter.tip.hash]);
  });

  it('marks the blocks of a collector', () => {
    for (const collector of [undefined, 'RiversideMSP/collector']) {
      const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' }, collector);
      const subjects = { 'device/roof-0001': loaded(deviceOf(meter), meter.head) };
      const { records } = decide([meter.next(hour(0)), meter.next(hour(1))], subjects);
      assert.deepEqual(
        records.map((record) => (record.type === 'block' ? record.attested : record.type)),
        [collector !== undefined, collector !== undefined, 'head'],
      );
    }
  });

  it('gives every block its own verdict: bad ones do not spoil the others', () => {
    const house = new SimulatedMeter({ kind: 'point', id: 'house-001' });
    const { meter, subjects } = roof();
    const forged = {
      body: meter.next(hour(0)).body,
      signature: house.next(hours(DAY_START, 'import', [1])).signature,
    };
    const blocks = [
      { body: Buffer.from('no block'), signature: Buffer.alloc(64) },
      forged,
      house.next(hours(DAY_START + HOUR_SEC, 'import', [1])),
    ];
    house.tip = house.head;
    blocks.push(house.next(hours(DAY_START, 'import', [1])));
    meter.tip = meter.head;
    blocks.push(meter.next(hour(0)));
    const { result, records } = decide(blocks, {
      ...subjects,
      'point/house-001': loaded(pointOf(house), house.head),
    });
    assert.deepEqual(
      result.refused.map(({ at, code }) => [at, code]),
      [
        [0, 'BLOCK_MALFORMED'],
        [1, 'BLOCK_SIGNATURE_INVALID'],
        [2, 'BLOCK_SEQUENCE_WRONG'],
      ],
    );
    assert.deepEqual(
      records.map((record) => (record.type === 'block' ? subjectKey(record.subject) : record.type)),
      ['device/roof-0001', 'head', 'point/house-001', 'head'],
    );
  });

  it('refuses what follows on a refused block, and takes the corrected one', () => {
    const { meter, subjects } = roof();
    const start = meter.tip;
    const implausible = meter.next(hour(0, 9000));
    const follower = meter.next(hour(1));
    meter.tip = start;
    const { result } = decide([implausible, follower, meter.next(hour(0))], subjects);
    assert.deepEqual(
      result.refused.map(({ at, code }) => [at, code]),
      [
        [0, 'BLOCK_IMPLAUSIBLE'],
        [1, 'BLOCK_SEQUENCE_WRONG'],
      ],
    );
  });

  it('finds NOT_FOUND for a subject that is unknown or has no meter', () => {
    const { meter } = roof();
    const blocks = [meter.next(hour(0))];
    assert.equal(decide(blocks, { 'device/roof-0001': NOBODY }).result.refused[0]?.code, 'NOT_FOUND');
    const meterless = { ...NOBODY, metered: deviceOf(meter, { meter: null }) };
    assert.equal(decide(blocks, { 'device/roof-0001': meterless }).result.refused[0]?.code, 'NOT_FOUND');
  });

  it('takes a block that is there twice once', () => {
    const { meter, subjects } = roof();
    const first = meter.next(hour(0));
    const second = meter.next(hour(1));
    const { result, records } = decide([first, first, second, first], subjects);
    assert.deepEqual(result, { blocks: 4, exists: [1, 3], refused: [] });
    assert.equal(records.length, 3);
  });

  it('answers exists and writes nothing when all its blocks were accepted before', () => {
    const { meter } = roof();
    const blocks = [meter.next(hour(0)), meter.next(hour(1))];
    const head = { ...meter.head, ...meter.tip };
    const subjects = { 'device/roof-0001': loaded(deviceOf(meter), head, blocks.slice(0, 1)) };
    const { outcome, result, records } = decide(blocks, subjects);
    assert.deepEqual([outcome, result.exists, records], ['exists', [0, 1], []]);
  });

  it('tells read models what was accepted: argument and result give the blocks and the new heads', () => {
    const { meter, subjects } = roof();
    const first = meter.next(hour(0));
    const second = meter.next(hour(3));
    const argument = encodeSubmission([first, first, meter.next(hour(9, 9999)), second]);
    const { result, records } = decideSubmitReadings(
      readSubmission(argument),
      new Map(Object.entries(subjects)),
      INTAKE,
    );
    const decoded = decodeReadingsTransaction(CHANNEL, argument, result);
    assert.deepEqual(
      decoded.map(({ at }) => at),
      [0, 3],
    );
    const head = decoded.reduce((last, { block, hash }) => advanceHead(last, block, hash), meter.head);
    assert.deepEqual({ type: 'head', value: head }, records.at(-1));
    assert.deepEqual(head.gaps, [{ start: DAY_START + HOUR_SEC, end: DAY_START + 3 * HOUR_SEC }]);
  });
});
