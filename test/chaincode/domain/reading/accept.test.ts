import assert from 'node:assert/strict';
import {
  acceptBlock,
  CLOCK_TOLERANCE_SEC,
  type ConnectionPoint,
  decodeProfileBlock,
  type Device,
  type ErrorCode,
  type Head,
  MAX_OPEN_GAPS,
  type MeteredRecord,
  nextBlock,
  NO_PREVIOUS_HASH,
  type ProfileBlock,
  profileBlockHash,
  type SignedProfileBlock,
  signProfileBlock,
} from '@commonwatt/chaincode/domain';
import {
  CHANNEL,
  COMMUNITY_MSP,
  DAY_SEC,
  DAY_START,
  deviceOf,
  HOUR_SEC,
  hours,
  measured,
  pointOf,
  SimulatedMeter,
} from './metering.ts';

const NOW = DAY_START + 7 * DAY_SEC;

/** A chain as the ledger keeps it: takes blocks, and stays as it was when one is refused. */
class Chain {
  head: Head;
  readonly metered: MeteredRecord;
  readonly #accepted = new Map<number, string>();

  constructor(metered: MeteredRecord, head: Head) {
    this.metered = metered;
    this.head = head;
  }

  take(signed: SignedProfileBlock, { channel = CHANNEL, callerMsp = COMMUNITY_MSP, now = NOW } = {}) {
    const block = decodeProfileBlock(signed.body);
    const state = {
      metered: this.metered,
      head: this.head,
      acceptedHash: this.#accepted.get(block.sequence) ?? null,
    };
    const acceptance = acceptBlock({ ...signed, block }, state, { channel, callerMsp, now });
    if (acceptance.kind === 'accepted') {
      this.head = acceptance.head;
      this.#accepted.set(block.sequence, acceptance.hash);
    }
    return acceptance.kind;
  }

  refuses(code: ErrorCode, signed: SignedProfileBlock, intake: Parameters<Chain['take']>[1] = {}): void {
    const before = this.head;
    assert.throws(() => this.take(signed, intake), { code });
    assert.equal(this.head, before);
  }
}

/** A roof of 5 kW with its meter, which has reported the first six hours of the day. */
function reportingRoof(changes: Partial<Device> = {}) {
  const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });
  const chain = new Chain(deviceOf(meter, changes), meter.head);
  const first = meter.next(hours(DAY_START, 'generation', [0, 0, 0, 0, 1, 20]));
  assert.equal(chain.take(first), 'accepted');
  return { meter, chain, first };
}

function reportingHouse(changes: Partial<ConnectionPoint> = {}) {
  const meter = new SimulatedMeter({ kind: 'point', id: 'house-001' });
  return { meter, chain: new Chain(pointOf(meter, changes), meter.head) };
}

const AFTERWARDS = hours(DAY_START + 6 * HOUR_SEC, 'generation', [300, 900]);

/** The meter's next block, changed before it signs it. */
function signChanged(meter: SimulatedMeter, changes: Partial<ProfileBlock>, measurement = AFTERWARDS) {
  const block = { ...nextBlock(meter.tip, meter.subject, measurement), ...changes };
  return signProfileBlock(CHANNEL, block, meter.privateKey);
}

describe('a profile block', () => {
  it('that follows the last accepted one moves the head', () => {
    const { meter, chain } = reportingRoof();
    const signed = meter.next(AFTERWARDS);
    assert.equal(chain.take(signed), 'accepted');
    assert.deepEqual(chain.head, {
      v: 1,
      subject: meter.subject,
      meter: meter.meter,
      sequence: 2,
      hash: profileBlockHash(CHANNEL, signed.body),
      coveredUntil: DAY_START + 8 * HOUR_SEC,
      intervalSec: HOUR_SEC,
      gaps: [],
    });
  });

  it('that is the last accepted one again exists', () => {
    const { chain, first } = reportingRoof();
    assert.equal(chain.take(first), 'exists');
  });

  it('that was accepted long ago exists', () => {
    const { meter, chain, first } = reportingRoof();
    chain.take(meter.next(AFTERWARDS));
    chain.take(meter.next(hours(DAY_START + 8 * HOUR_SEC, 'generation', [5])));
    assert.equal(chain.take(first), 'exists');
  });

  it('exists also with another valid signature over the same bytes', () => {
    const { meter, chain, first } = reportingRoof();
    const again = signProfileBlock(CHANNEL, decodeProfileBlock(first.body), meter.privateKey);
    assert.notDeepEqual(again.signature, first.signature);
    assert.equal(chain.take(again), 'exists');
  });

  it('may be sent corrected under the same sequence after a refusal', () => {
    const { meter, chain } = reportingRoof();
    chain.refuses(
      'BLOCK_IMPLAUSIBLE',
      signChanged(meter, { registers: [measured('generation', [5001, 0])] }),
    );
    assert.equal(chain.take(meter.next(AFTERWARDS)), 'accepted');
  });
});

describe('a subject', () => {
  for (const status of ['submitted', 'confirmed', 'suspended', 'rejected', 'retired'] as const) {
    it(`that is ${status} reports nothing`, () => {
      const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });
      const chain = new Chain(deviceOf(meter, { status }), meter.head);
      chain.refuses('SUBJECT_NOT_APPROVED', meter.next(AFTERWARDS));
    });
  }

  it('reports through its own organisation only', () => {
    const { meter, chain } = reportingRoof();
    chain.refuses('SUBJECT_FOREIGN', meter.next(AFTERWARDS), { callerMsp: 'HillsideMSP' });
  });

  it('that is not approved is refused as that, whoever submits', () => {
    const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });
    const chain = new Chain(deviceOf(meter, { status: 'suspended' }), meter.head);
    chain.refuses('SUBJECT_NOT_APPROVED', meter.next(AFTERWARDS), { callerMsp: 'HillsideMSP' });
  });
});

describe('a signature', () => {
  it('of another key is refused', () => {
    const { chain, meter } = reportingRoof();
    const forger = new SimulatedMeter(meter.subject);
    forger.tip = meter.tip;
    chain.refuses('BLOCK_SIGNATURE_INVALID', forger.next(AFTERWARDS));
  });

  it('does not cover altered values', () => {
    const { chain, meter } = reportingRoof();
    const altered = signChanged(meter, { registers: [measured('generation', [300, 901])] });
    const { signature } = meter.next(AFTERWARDS);
    chain.refuses('BLOCK_SIGNATURE_INVALID', { body: altered.body, signature });
  });

  it('does not survive a changed bit', () => {
    const { chain, meter } = reportingRoof();
    const { body, signature } = meter.next(AFTERWARDS);
    const flipped = Buffer.from(signature);
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    chain.refuses('BLOCK_SIGNATURE_INVALID', { body, signature: flipped });
    chain.refuses('BLOCK_SIGNATURE_INVALID', { body, signature: Buffer.alloc(64) });
  });

  it('for another channel is refused here', () => {
    const { chain, meter } = reportingRoof();
    chain.refuses('BLOCK_SIGNATURE_INVALID', meter.next(AFTERWARDS, 'other-market'));
  });

  it("for another meter's subject is refused there", () => {
    const { meter, first } = reportingRoof();
    const neighbour = new SimulatedMeter({ kind: 'device', id: 'roof-0002' });
    const chain = new Chain(deviceOf(neighbour), neighbour.head);
    const { block } = { block: { ...decodeProfileBlock(first.body), subject: neighbour.subject } };
    chain.refuses('BLOCK_SIGNATURE_INVALID', signProfileBlock(CHANNEL, block, meter.privateKey));
  });

  it('of a key that is no point of the curve never holds', () => {
    const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });
    const noPoint = { ...meter.meter, publicKey: Buffer.alloc(33, 0xff).fill(2, 0, 1).toString('base64url') };
    const chain = new Chain(deviceOf(meter), { ...meter.head, meter: noPoint });
    chain.refuses('BLOCK_SIGNATURE_INVALID', meter.next(AFTERWARDS));
  });
});

describe('the chain', () => {
  it('takes sequence 1 first', () => {
    const meter = new SimulatedMeter({ kind: 'device', id: 'roof-0001' });
    const chain = new Chain(deviceOf(meter), meter.head);
    chain.refuses('BLOCK_SEQUENCE_WRONG', signChanged(meter, { sequence: 2 }));
    assert.equal(chain.take(meter.next(AFTERWARDS)), 'accepted');
  });

  it('leaves out no sequence', () => {
    const { chain, meter } = reportingRoof();
    chain.refuses('BLOCK_SEQUENCE_WRONG', signChanged(meter, { sequence: 3 }));
  });

  it('takes no other block under a used sequence', () => {
    const { chain, meter } = reportingRoof();
    chain.refuses(
      'BLOCK_SEQUENCE_WRONG',
      signChanged(meter, { sequence: 1, previousHash: NO_PREVIOUS_HASH }),
    );
  });

  it('takes no block that names another predecessor', () => {
    const { chain, meter } = reportingRoof();
    chain.refuses('BLOCK_CHAIN_BROKEN', signChanged(meter, { previousHash: NO_PREVIOUS_HASH }));
    chain.refuses('BLOCK_CHAIN_BROKEN', signChanged(meter, { previousHash: 'B'.repeat(42) + 'A' }));
  });

  it('names the last accepted block, not one that was refused', () => {
    const { chain, meter } = reportingRoof();
    const { tip } = meter;
    const refused = meter.next(hours(DAY_START + 6 * HOUR_SEC, 'generation', [9000]));
    chain.refuses('BLOCK_IMPLAUSIBLE', refused);
    chain.refuses('BLOCK_SEQUENCE_WRONG', meter.next(hours(DAY_START + 7 * HOUR_SEC, 'generation', [1])));
    meter.tip = tip;
    assert.equal(chain.take(meter.next(AFTERWARDS)), 'accepted');
  });
});

describe('registers', () => {
  it('are there once', () => {
    const { chain, meter } = reportingRoof();
    const twice = measured('generation', [1, 1]);
    chain.refuses('BLOCK_REGISTER_WRONG', signChanged(meter, { registers: [twice, twice] }));
  });

  it('of a connection point are not of a device, and the reverse', () => {
    const roof = reportingRoof();
    roof.chain.refuses('BLOCK_REGISTER_WRONG', roof.meter.next(hours(NOW - HOUR_SEC, 'export', [1])));
    const house = reportingHouse();
    house.chain.refuses('BLOCK_REGISTER_WRONG', house.meter.next(hours(DAY_START, 'generation', [1])));
  });

  for (const register of ['charge', 'discharge', 'stateOfCharge'] as const) {
    it(`of storage (${register}) are of devices that store`, () => {
      const roof = reportingRoof();
      roof.chain.refuses(
        'BLOCK_REGISTER_WRONG',
        roof.meter.next({ ...AFTERWARDS, registers: [measured(register, [1])] }),
      );
      const { chain, meter } = reportingRoof({ storage: { capacityWh: 10_000, efficiencyPpm: 900_000 } });
      const measurement = { ...AFTERWARDS, registers: [measured(register, [1])] } as const;
      assert.equal(chain.take(meter.next(measurement)), 'accepted');
    });
  }

  it('of a storage do not include generation: what it gives back is discharge', () => {
    const meter = new SimulatedMeter({ kind: 'device', id: 'battery-1' });
    const storage = { capacityWh: 10_000, efficiencyPpm: 900_000 };
    const chain = new Chain(deviceOf(meter, { source: 'storage', storage }), meter.head);
    chain.refuses('BLOCK_REGISTER_WRONG', meter.next(AFTERWARDS));
  });
});

describe('the grid', () => {
  const wrongGrids: readonly (readonly [rule: string, intervalSec: number, start: number])[] = [
    ['no interval under a minute', 30, DAY_START + 6 * HOUR_SEC],
    ['no interval that does not divide the day', 7000, 7000 * 252_600],
    ['no interval over a day', 2 * DAY_SEC, DAY_START + 6 * HOUR_SEC],
    ['no start beside it', HOUR_SEC, DAY_START + 6 * HOUR_SEC + 900],
  ];
  for (const [rule, intervalSec, start] of wrongGrids) {
    it(`has ${rule}`, () => {
      const { chain, meter } = reportingRoof();
      chain.refuses('BLOCK_GRID_WRONG', signChanged(meter, { intervalSec, start, declaredGapSec: 0 }));
    });
  }

  it('may change where covered time ends on the new one', () => {
    const { chain, meter } = reportingRoof();
    assert.equal(chain.take(meter.next({ ...AFTERWARDS, intervalSec: 1800 })), 'accepted');
    assert.equal(chain.head.intervalSec, 1800);
  });
});

describe('covered time', () => {
  it('is not covered again', () => {
    const { chain, meter } = reportingRoof();
    const early = signChanged(meter, { start: DAY_START + 5 * HOUR_SEC, declaredGapSec: 0 });
    chain.refuses('BLOCK_OVERLAP', early);
    chain.refuses('BLOCK_OVERLAP', signChanged(meter, { start: DAY_START, declaredGapSec: 0 }));
  });

  it('is left out only as declared', () => {
    const { chain, meter } = reportingRoof();
    const start = DAY_START + 8 * HOUR_SEC;
    chain.refuses('BLOCK_GAP_UNDECLARED', signChanged(meter, { start, declaredGapSec: 0 }));
    chain.refuses('BLOCK_GAP_UNDECLARED', signChanged(meter, { start, declaredGapSec: HOUR_SEC }));
    chain.refuses('BLOCK_GAP_UNDECLARED', signChanged(meter, { declaredGapSec: HOUR_SEC }));
  });

  it('starts with the first block, which leaves nothing out', () => {
    const { chain, meter } = reportingHouse();
    const measurement = hours(DAY_START, 'import', [1]);
    chain.refuses('BLOCK_GAP_UNDECLARED', signChanged(meter, { declaredGapSec: HOUR_SEC }, measurement));
    assert.equal(chain.take(meter.next(measurement)), 'accepted');
  });

  it('ends no later than the clocks allow', () => {
    const { chain, meter } = reportingRoof();
    const end = DAY_START + 8 * HOUR_SEC;
    chain.refuses('BLOCK_IN_FUTURE', meter.next(AFTERWARDS), { now: end - CLOCK_TOLERANCE_SEC - 1 });
    meter.tip = chain.head;
    assert.equal(chain.take(meter.next(AFTERWARDS), { now: end - CLOCK_TOLERANCE_SEC }), 'accepted');
  });
});

describe('a declared gap', () => {
  const hour = (index: number) => DAY_START + index * HOUR_SEC;
  const fills = (from: number, values: readonly number[]) =>
    ({ ...hours(hour(from), 'generation', values), fillsGap: true }) as const;

  /** The hours 6 to 12 are left out. */
  function roofWithGap() {
    const roof = reportingRoof();
    roof.chain.take(roof.meter.next(hours(hour(12), 'generation', [1, 2])));
    assert.deepEqual(roof.chain.head.gaps, [{ start: hour(6), end: hour(12) }]);
    return roof;
  }

  it('is filled by first readings that come later', () => {
    const { chain, meter } = roofWithGap();
    assert.equal(chain.take(meter.next(fills(6, [1, 1, 1, 1, 1, 1]))), 'accepted');
    assert.deepEqual(chain.head.gaps, []);
    assert.equal(chain.head.coveredUntil, hour(14));
    assert.equal(chain.take(meter.next(hours(hour(14), 'generation', [1]))), 'accepted');
  });

  it('is split by readings from its middle, and shrinks by those from its ends', () => {
    const { chain, meter } = roofWithGap();
    chain.take(meter.next(fills(8, [1])));
    assert.deepEqual(chain.head.gaps, [
      { start: hour(6), end: hour(8) },
      { start: hour(9), end: hour(12) },
    ]);
    chain.take(meter.next(fills(9, [1])));
    chain.take(meter.next(fills(7, [1])));
    assert.deepEqual(chain.head.gaps, [
      { start: hour(6), end: hour(7) },
      { start: hour(10), end: hour(12) },
    ]);
  });

  it('is not filled twice, nor beyond its ends', () => {
    const { chain, meter } = roofWithGap();
    chain.take(meter.next(fills(8, [1])));
    const { tip } = meter;
    for (const overlapping of [
      fills(8, [1]),
      fills(7, [1, 1]),
      fills(5, [1]),
      fills(11, [1, 1]),
      fills(6, Array<number>(6).fill(1)),
    ]) {
      meter.tip = tip;
      chain.refuses('BLOCK_OVERLAP', meter.next(overlapping));
    }
  });

  it('is not filled by a block that does not say so', () => {
    const { chain, meter } = roofWithGap();
    chain.refuses('BLOCK_OVERLAP', signChanged(meter, { start: hour(8), declaredGapSec: 0 }));
  });

  it('is not what lies ahead, or before the first block', () => {
    const { chain, meter } = roofWithGap();
    chain.refuses('BLOCK_GAP_UNDECLARED', meter.next(fills(14, [1])));
    const house = reportingHouse();
    const filling = { ...hours(DAY_START, 'import', [1]), fillsGap: true };
    house.chain.refuses('BLOCK_GAP_UNDECLARED', house.meter.next(filling));
  });

  it(`is one of at most ${MAX_OPEN_GAPS}, and the meter goes on once one is filled`, () => {
    const { chain, meter } = reportingRoof();
    for (let gap = 0; gap < MAX_OPEN_GAPS; gap += 1) {
      assert.equal(chain.take(meter.next(hours(hour(7 + 2 * gap), 'generation', [1]))), 'accepted');
    }
    const { tip } = meter;
    chain.refuses('BLOCK_GAPS_TOO_MANY', meter.next(hours(hour(7 + 2 * MAX_OPEN_GAPS), 'generation', [1])));
    meter.tip = tip;
    assert.equal(chain.take(meter.next(fills(6, [0]))), 'accepted');
    assert.equal(chain.take(meter.next(hours(hour(7 + 2 * MAX_OPEN_GAPS), 'generation', [1]))), 'accepted');
  });
});

describe('a value', () => {
  const quarter = (register: Parameters<typeof measured>[0], wh: number) =>
    ({ start: DAY_START + 6 * HOUR_SEC, intervalSec: 900, registers: [measured(register, [wh])] }) as const;
  const storage = { capacityWh: 13_500, efficiencyPpm: 900_000 };

  const limits: readonly (readonly [register: Parameters<typeof measured>[0], limitWh: number])[] = [
    ['generation', 1250],
    ['charge', 1250],
    ['discharge', 1250],
    ['stateOfCharge', 13_500],
  ];
  for (const [register, limitWh] of limits) {
    it(`of ${register} is at most what a device can do in the interval`, () => {
      const { chain, meter } = reportingRoof({ storage });
      const { tip } = meter;
      chain.refuses('BLOCK_IMPLAUSIBLE', meter.next(quarter(register, limitWh + 1)));
      meter.tip = tip;
      assert.equal(chain.take(meter.next(quarter(register, limitWh))), 'accepted');
    });
  }

  const pointLimits: readonly (readonly [register: Parameters<typeof measured>[0], limitWh: number])[] = [
    ['import', 5000],
    ['export', 2500],
    ['reactiveImport', 5000],
    ['reactiveExport', 5000],
  ];
  for (const [register, limitWh] of pointLimits) {
    it(`of ${register} is at most what the connection point allows in the interval`, () => {
      const { chain, meter } = reportingHouse();
      chain.refuses('BLOCK_IMPLAUSIBLE', meter.next(quarter(register, limitWh + 1)));
      meter.tip = chain.head;
      assert.equal(chain.take(meter.next(quarter(register, limitWh))), 'accepted');
    });
  }

  it('is held to the limit exactly where that is no whole number of Wh', () => {
    // 1 W over a quarter of an hour is 0.25 Wh, 4001 W are 1000.25 Wh.
    const { chain, meter } = reportingRoof({ capacityW: 4001 });
    chain.refuses('BLOCK_IMPLAUSIBLE', meter.next(quarter('generation', 1001)));
    meter.tip = chain.head;
    assert.equal(chain.take(meter.next(quarter('generation', 1000))), 'accepted');
  });

  it('of 2^53 - 1 Wh is implausible even for the largest plant', () => {
    const { chain, meter } = reportingRoof({ capacityW: 1_000_000_000_000 });
    chain.refuses('BLOCK_IMPLAUSIBLE', meter.next(quarter('generation', Number.MAX_SAFE_INTEGER)));
  });
});

describe('of several broken rules the first in the order of the codes is told', () => {
  const everythingWrong: Partial<ProfileBlock> = {
    sequence: 9,
    previousHash: NO_PREVIOUS_HASH,
    start: DAY_START + 450,
    declaredGapSec: HOUR_SEC,
    registers: [measured('export', [9_999_999, 1])],
  };
  const repairs: readonly (readonly [ErrorCode, Partial<ProfileBlock>])[] = [
    ['BLOCK_SEQUENCE_WRONG', {}],
    ['BLOCK_CHAIN_BROKEN', { sequence: 2 }],
    ['BLOCK_REGISTER_WRONG', { previousHash: '' }],
    ['BLOCK_GRID_WRONG', { registers: [measured('generation', [9_999_999, 1])] }],
    ['BLOCK_OVERLAP', { start: DAY_START }],
    ['BLOCK_GAP_UNDECLARED', { start: NOW + DAY_SEC }],
    ['BLOCK_IN_FUTURE', { declaredGapSec: NOW + DAY_SEC - DAY_START - 6 * HOUR_SEC }],
    ['BLOCK_IMPLAUSIBLE', { start: NOW - DAY_SEC, declaredGapSec: NOW - DAY_SEC - DAY_START - 6 * HOUR_SEC }],
  ];
  let block = everythingWrong;
  const steps = repairs.map(([code, repair]) => {
    block = { ...block, ...repair };
    return { code, wrong: block };
  });
  for (const { code, wrong } of steps) {
    it(code, () => {
      const { chain, meter } = reportingRoof();
      const previousHash = wrong.previousHash === '' ? { previousHash: chain.head.hash ?? '' } : {};
      chain.refuses(code, signChanged(meter, { ...wrong, ...previousHash }));
    });
  }
});
