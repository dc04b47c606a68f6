import assert from 'node:assert/strict';
import {
  type AcceptedBody,
  type Account,
  type Caller,
  type ConnectionPoint,
  type Consortium,
  type Cursor,
  decideIssueCertificates,
  type Device,
  type IssueCommand,
  issueCertificates,
  type Scheme,
  MAX_ISSUE_BLOCKS,
  profileBlockHash,
  type Segment,
} from '@commonwatt/chaincode/domain';
import {
  CHANNEL,
  COMMUNITY_MSP,
  DAY_SEC,
  DAY_START,
  HOUR_SEC,
  hours,
  measured,
} from '../reading/metering.ts';
import { itRefuses } from '../precedence.ts';
import { active, consortium, requestBy, suspendAccount, suspendOrganisation } from '../samples.ts';
import { CertifiedRoof, GATEWAY, REC } from './issuing.ts';

const hour = (index: number) => DAY_START + index * HOUR_SEC;

/** A roof with so many Wh in consecutive hours of one block. */
function roofWith(values: readonly number[], estimated: readonly (readonly [number, number])[] = []) {
  const roof = new CertifiedRoof();
  roof.report(hours(DAY_START, 'generation', values, estimated));
  return roof;
}

/** A segment as `<from>-<to> <Wh>`, places as `<block>/<interval>`. */
const shape = ({ from, to, wh }: Segment) =>
  `${from.sequence}/${from.index}-${to.sequence}/${to.index} ${wh}`;

describe('certificates:issue', () => {
  it('makes whole units of the energy and carries the rest', () => {
    const roof = roofWith([300, 900, 1500]);
    const { issuance, batches, cursor } = roof.issue();
    assert.deepEqual(
      [issuance.energyWh, issuance.units, issuance.carriedWh, issuance.batches.length],
      [2700, 2, 700, 1],
    );
    assert.deepEqual(batches[0]?.segments.map(shape), ['1/0-1/2 1200', '1/2-1/3 800']);
    assert.deepEqual(cursor.carry.map(shape), ['1/2-1/3 700']);
    assert.deepEqual([cursor.sequence, cursor.index], [2, 0]);
  });

  it('fills the first unit from what was carried', () => {
    const roof = roofWith([300, 900]);
    roof.issue();
    roof.report(hours(hour(2), 'generation', [100, 800]));
    const { issuance, batches, cursor } = roof.issue();
    assert.deepEqual([issuance.energyWh, issuance.units, issuance.carriedWh], [900, 1, 100]);
    assert.deepEqual(batches[0]?.segments.map(shape), ['1/1-1/2 200', '2/0-2/1 100', '2/1-2/2 700']);
    assert.deepEqual(cursor.carry.map(shape), ['2/1-2/2 100']);
  });

  it('goes on within a block', () => {
    const roof = roofWith([300, 900, 1500]);
    roof.issue({ sequence: 1, index: 1 });
    const { issuance } = roof.issue({ sequence: 1, index: 3 });
    assert.deepEqual(issuance.from, { sequence: 1, index: 1 });
    assert.deepEqual([issuance.energyWh, issuance.units, issuance.carriedWh], [2400, 2, 700]);
    assert.deepEqual(issuance.to, { sequence: 2, index: 0 });
  });

  it('names the end of a block and the beginning of the next one alike', () => {
    const ends = [
      { sequence: 1, index: 2 },
      { sequence: 2, index: 0 },
    ].map((to) => roofWith([300, 900]).issue(to).cursor);
    assert.deepEqual(ends[0], ends[1]);
  });

  it('advances over hours without energy and makes nothing of them', () => {
    const roof = roofWith([0, 0, 0]);
    const { issuance, batches, cursor } = roof.issue();
    assert.deepEqual([issuance.energyWh, issuance.units, batches.length], [0, 0, 0]);
    assert.deepEqual([cursor.sequence, cursor.carry], [2, []]);
  });

  it('counts a block without the register as no energy', () => {
    const roof = new CertifiedRoof();
    roof.report({ start: DAY_START, intervalSec: HOUR_SEC, registers: [measured('discharge', [900, 900])] });
    assert.equal(roof.issue().issuance.energyWh, 0);
  });

  it('keeps hours without energy within a segment, which begins and ends with energy', () => {
    const { batches } = roofWith([0, 0, 400, 0, 600, 0, 0, 1000, 0], [[3, 4]]).issue();
    const [segment, ...others] = batches[0]?.segments ?? [];
    assert.deepEqual([segment && shape(segment), others], ['1/2-1/8 2000', []]);
    assert.equal(segment?.provisional, false, 'the estimate is of no energy');
    assert.deepEqual(segment.period, { start: hour(2), end: hour(8) });
  });

  it('joins whole intervals over blocks and issues, with what was carried', () => {
    const roof = new CertifiedRoof();
    const scheme = { ...REC, unitWh: 1_000_000 };
    for (let index = 0; index < 1200; index += 1) {
      roof.report(hours(hour(index), 'generation', [900]));
      if (index % 60 === 59) roof.issue(undefined, { ...scheme, reportingWindowSec: DAY_SEC });
    }
    const [batch, ...others] = roof.issues.flatMap(({ batches }) => batches);
    assert.deepEqual([batch?.segments.map(shape), others], [['1/0-1111/1 999900', '1112/0-1112/1 100'], []]);
    const carry = roof.cursor?.carry ?? assert.fail('nothing carried');
    assert.deepEqual(carry.map(shape), ['1112/0-1112/1 800', '1113/0-1200/1 79200']);
    const [, run] = carry;
    const last = roof.bodies.at(-1) ?? assert.fail('no block');
    assert.equal(run?.hash, profileBlockHash(CHANNEL, last.body));
    assert.deepEqual(run.period, { start: hour(1112), end: hour(1200) });
  });

  it('joins nothing to a carried part of an interval', () => {
    const roof = roofWith([700, 400]);
    const next = () => roof.report(hours(hour(roof.blocks.length + 1), 'generation', [100]));
    assert.deepEqual(roof.issue().cursor.carry.map(shape), ['1/1-1/2 100']);
    next();
    assert.deepEqual(roof.issue().cursor.carry.map(shape), ['1/1-1/2 100', '2/0-2/1 100']);
    next();
    assert.deepEqual(roof.issue().cursor.carry.map(shape), ['1/1-1/2 100', '2/0-3/1 200']);
  });

  it('gives a segment over a filled gap the time from its earliest to its latest interval', () => {
    const roof = roofWith([100]);
    roof.report(hours(hour(3), 'generation', [100]));
    roof.report({ ...hours(hour(2), 'generation', [100]), fillsGap: true });
    const [carried, ...others] = roof.issue().cursor.carry;
    assert.deepEqual([carried && shape(carried), others], ['1/0-3/1 300', []]);
    assert.deepEqual(carried?.period, { start: hour(0), end: hour(4) });
  });

  it('keeps a batch of single Wh as compact as any other', () => {
    const { batches, cursor } = roofWith([0, 1234, 4321, 0]).issue(undefined, { ...REC, unitWh: 1 });
    assert.deepEqual(
      batches.map(({ units, segments }) => [units, segments.map(shape)]),
      [[5555, ['1/1-1/3 5555']]],
    );
    assert.deepEqual(cursor.carry, []);
  });

  it("gives the certificates to the device's owner, free and in one range per batch", () => {
    const roof = roofWith([2500]);
    const { batches, holdings } = roof.issue(undefined, { ...REC, expirySec: 60 });
    assert.deepEqual(holdings, [
      {
        v: 1,
        batch: batches[0]?.id,
        start: 0,
        end: 2,
        owner: roof.device.owner,
        scheme: { id: 'REC', version: 1 },
        unitWh: 1000,
        vintage: '2026-01',
        expiresAt: hour(1) + 60,
        provisional: false,
        state: { kind: 'free' },
      },
    ]);
  });

  it('describes the batch by device, scheme and blocks', () => {
    const roof = roofWith([600]);
    roof.issue();
    roof.report(hours(hour(1), 'generation', [600]));
    const { batches, issuance } = roof.issue();
    const { segments, ...batch } = batches[0] ?? assert.fail('no batch');
    const hashes = roof.bodies.map(({ body }) => profileBlockHash(CHANNEL, body));
    assert.deepEqual(
      segments.map(({ device, hash }) => [device, hash]),
      hashes.map((hash) => [roof.device.id, hash]),
    );
    assert.deepEqual(batch, {
      v: 1,
      id: `${issuance.id}.0`,
      issuance: issuance.id,
      scheme: { id: 'REC', version: 1 },
      unitWh: 1000,
      units: 1,
      source: 'solar',
      technology: 'photovoltaic',
      commissionedAt: 1_700_000_000,
      supportStatus: 'none',
      region: 'North',
      emissionFactor: 30_000,
      issuingBody: 'Regulator',
      period: { start: hour(0), end: hour(2) },
      vintage: '2026-01',
      expiresAt: hour(2) + 31_536_000,
      provisional: false,
      owner: roof.device.owner,
    });
  });

  it('puts units of two months into two batches, by the month of their last Wh', () => {
    const roof = new CertifiedRoof();
    const monthEnd = Date.parse('2026-02-01T00:00:00Z') / 1000;
    roof.report(hours(monthEnd - 2 * HOUR_SEC, 'generation', [1000, 600, 600, 1000]));
    const { batches, cursor } = roof.issue();
    assert.deepEqual(
      batches.map(({ vintage, units, segments }) => [vintage, units, segments.map(shape)]),
      [
        ['2026-01', 1, ['1/0-1/1 1000']],
        ['2026-02', 2, ['1/1-1/3 1200', '1/3-1/4 800']],
      ],
    );
    assert.deepEqual(cursor.carry.map(shape), ['1/3-1/4 200']);
  });

  it('puts units with estimated energy into a provisional batch of their own', () => {
    const { batches } = roofWith([1000, 500, 500, 1000], [[1, 2]]).issue();
    assert.deepEqual(
      batches.map(({ provisional, units, segments }) => [provisional, units, segments.map(shape)]),
      [
        [false, 2, ['1/0-1/1 1000', '1/3-1/4 1000']],
        [true, 1, ['1/1-1/3 1000']],
      ],
    );
  });

  it('makes a unit provisional by what was carried into it', () => {
    const roof = roofWith([600], [[0, 1]]);
    assert.equal(roof.issue().cursor.carry[0]?.provisional, true);
    roof.report(hours(hour(1), 'generation', [1400]));
    assert.deepEqual(
      roof.issue().batches.map(({ provisional, units }) => [provisional, units]),
      [
        [true, 1],
        [false, 1],
      ],
    );
  });

  it('takes the export of the connection point for a device without a meter', () => {
    const roof = new CertifiedRoof();
    roof.report({
      start: DAY_START,
      intervalSec: HOUR_SEC,
      registers: [measured('import', [5000]), measured('export', [1200])],
    });
    const device: Device = { ...roof.device, meter: null };
    assert.equal(roof.issue(roof.end, REC, { device }).issuance.energyWh, 1200);
  });

  it('lets the registrar issue for any organisation', () => {
    const registrar: Caller = {
      account: 'RegulatorMSP/registrar',
      mspId: 'RegulatorMSP',
      kind: 'regulator',
      role: 'registrar',
    };
    assert.equal(roofWith([1000]).issue(undefined, REC, {}, registrar).issuance.units, 1);
  });

  it('lets a new version of the scheme take over what is carried', () => {
    const roof = roofWith([600]);
    roof.issue();
    roof.report(hours(hour(1), 'generation', [600]));
    assert.equal(roof.issue(undefined, { ...REC, version: 2 }).issuance.units, 1);
  });

  it('lets another scheme begin where nothing is carried', () => {
    const roof = roofWith([1000]);
    roof.issue();
    roof.report(hours(hour(1), 'generation', [1000]));
    assert.equal(roof.issue(undefined, { ...REC, id: 'GO' }).issuance.units, 1);
  });

  it('compares resent commands by device and scheme: the cursor has moved on meanwhile', () => {
    const roof = roofWith([1000, 1000]);
    const first = roof.command({ sequence: 1, index: 1 }, REC);
    const second = { ...first, from: first.to, to: roof.end };
    const { intent } = issueCertificates;
    assert.deepEqual(intent?.(first, ''), intent?.(second, ''));
    assert.notDeepEqual(intent?.(first, ''), intent?.({ ...first, scheme: { id: 'GO', version: 1 } }, ''));
  });
});

interface Input {
  caller: Caller;
  command: IssueCommand;
  records: {
    consortium: Consortium;
    device: Device | undefined;
    point: ConnectionPoint | undefined;
    owner: Map<string, Account | undefined>;
    scheme: Scheme | undefined;
    cursor: Cursor;
    blocks: (AcceptedBody | undefined)[];
  };
}

/** Three hours, of which the first was carried by an earlier issue. */
function valid(): Input {
  const roof = roofWith([300, 900, 1500]);
  const { cursor } = roof.issue({ sequence: 1, index: 1 });
  const command = roof.command(roof.end, REC);
  const { device, point, blocks } = roof.records(command, REC);
  return {
    caller: GATEWAY,
    command,
    records: {
      consortium: consortium(),
      device,
      point,
      owner: active(roof.device.owner),
      scheme: REC,
      cursor,
      blocks: [...blocks],
    },
  };
}

function decide({ caller, command, records }: Input) {
  return decideIssueCertificates(CHANNEL, caller, requestBy(caller.account), command, records);
}

const spoilDevice = (changes: Partial<Device>) => (input: Input) => {
  if (input.records.device !== undefined) Object.assign(input.records.device, changes);
};
const spoilScheme = (changes: Partial<Scheme>) => (input: Input) => {
  if (input.records.scheme !== undefined) Object.assign(input.records.scheme, changes);
};
const firstOwner = ({ records }: Input) => [...records.owner.keys()][0] ?? '';

describe('certificates:issue refuses', () => {
  itRefuses<Input>(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'the device is not there',
      spoil: ({ records }) => (records.device = undefined),
      hidesOthers: true,
    },
    {
      code: 'NOT_FOUND',
      why: 'the scheme is not there',
      spoil: ({ records }) => (records.scheme = undefined),
      hidesOthers: true,
    },
    {
      code: 'ORGANISATION_SUSPENDED',
      why: "the owner's organisation is suspended",
      spoil: ({ records }) => suspendOrganisation(records.consortium, COMMUNITY_MSP),
    },
    {
      code: 'NOT_AUTHORISED',
      why: "the device is another organisation's",
      spoil: ({ caller }) => Object.assign(caller, { mspId: 'HillsideMSP' }),
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: "the owner's account is not there",
      spoil: (input) => input.records.owner.set(firstOwner(input), undefined),
      hidesOthers: true,
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'the owner is suspended',
      spoil: (input) => suspendAccount(input.records.owner, firstOwner(input)),
    },
    { code: 'STATE_CONFLICT', why: 'the device is suspended', spoil: spoilDevice({ status: 'suspended' }) },
    {
      code: 'STATE_CONFLICT',
      why: 'the device is not yet approved',
      spoil: spoilDevice({ status: 'confirmed' }),
    },
    ...(['suspended', 'retired'] as const).map((status) => ({
      code: 'STATE_CONFLICT' as const,
      why: `its connection point is ${status}`,
      spoil: ({ records }: Input) => {
        if (records.point !== undefined) Object.assign(records.point, { status });
      },
    })),
    {
      code: 'SCHEME_INELIGIBLE',
      why: 'the export that counts may come from a storage',
      spoil: spoilDevice({ meter: null, storage: { capacityWh: 1000, efficiencyPpm: 900_000 } }),
      hidesOthers: true,
    },
    {
      code: 'SCHEME_INELIGIBLE',
      why: 'the scheme does not certify the source',
      spoil: spoilScheme({ sources: ['wind'] }),
    },
    {
      code: 'SCHEME_INELIGIBLE',
      why: 'the scheme does not certify the region',
      spoil: spoilScheme({ regions: ['South'] }),
    },
    {
      code: 'SCHEME_INELIGIBLE',
      why: 'the scheme has no emission factor for the source',
      spoil: spoilScheme({ emissionFactors: { wind: 0 } }),
    },
    {
      code: 'SCHEME_INELIGIBLE',
      why: 'the device is a storage, which produces nothing',
      spoil: (input) => {
        spoilDevice({ source: 'storage' })(input);
        spoilScheme({ sources: ['storage'], emissionFactors: { storage: 1 } })(input);
      },
    },
    {
      code: 'SCHEME_INELIGIBLE',
      why: 'energy is carried in another scheme',
      spoil: spoilScheme({ id: 'GO' }),
    },
    {
      code: 'SCHEME_INELIGIBLE',
      why: "what is carried would be a whole unit in the scheme's new version",
      spoil: spoilScheme({ version: 2, unitWh: 300 }),
    },
    {
      code: 'CURSOR_MOVED',
      why: 'the range starts behind the cursor',
      spoil: ({ command }) => (command.from.index = 0),
    },
    {
      code: 'CURSOR_MOVED',
      why: 'the range starts after the cursor',
      spoil: ({ command }) => (command.from.index = 2),
    },
    {
      code: 'READINGS_MISSING',
      why: 'a block is not there',
      spoil: ({ command, records }) => {
        command.to = { sequence: 2, index: 1 };
        records.blocks.push(undefined);
      },
    },
    {
      code: 'READINGS_MISSING',
      why: 'an interval is not there',
      spoil: ({ command }) => (command.to = { sequence: 1, index: 4 }),
    },
    {
      code: 'REPORTING_WINDOW_MISSED',
      why: 'the block came too late',
      spoil: spoilScheme({ reportingWindowSec: 3000 }),
    },
  ]);

  it('readings that came later than the scheme allows', () => {
    const scheme = { ...REC, reportingWindowSec: DAY_SEC };
    const report = (lateSec: number) => {
      const roof = new CertifiedRoof();
      const firstEnd = DAY_START + HOUR_SEC;
      roof.report(hours(DAY_START, 'generation', [500, 500]), firstEnd + DAY_SEC + lateSec);
      return roof;
    };
    assert.equal(report(0).issue(undefined, scheme).issuance.units, 1);
    assert.throws(() => report(1).issue(undefined, scheme), { code: 'REPORTING_WINDOW_MISSED' });
    // The second interval ended an hour later.
    const late = report(1);
    late.cursor = {
      v: 1,
      device: late.device.id,
      sequence: 1,
      index: 1,
      scheme: null,
      carry: [],
    };
    assert.equal(late.issue(undefined, scheme).issuance.energyWh, 500);
  });

  it('more energy than a transaction can describe, which a shorter range repairs', () => {
    // Alternating quality makes every interval a segment of its own.
    const values = Array.from({ length: 2000 }, () => 1000);
    const estimated = Array.from({ length: 1000 }, (_, run) => [2 * run, 2 * run + 1] as const);
    const roof = roofWith(values, estimated);
    assert.throws(() => roof.issue(), { code: 'COMMAND_TOO_LARGE' });
    assert.equal(roof.issue({ sequence: 1, index: 200 }).issuance.units, 200);
  });

  it('more energy than can be counted', () => {
    const roof = roofWith([Number.MAX_SAFE_INTEGER, 1]);
    assert.throws(() => roof.issue(roof.end, { ...REC, unitWh: 1_000_000_000 }), {
      code: 'COMMAND_TOO_LARGE',
    });
    assert.throws(() => roof.issue({ sequence: 1, index: 1 }, { ...REC, unitWh: 1 }), {
      code: 'COMMAND_TOO_LARGE',
    });
  });
});

describe('the command of certificates:issue', () => {
  const isCommand = (from: readonly [number, number], to: readonly [number, number]) =>
    issueCertificates.command.safeParse({
      idempotencyKey: 'a',
      device: 'roof-0001',
      scheme: { id: 'REC', version: 1 },
      from: { sequence: from[0], index: from[1] },
      to: { sequence: to[0], index: to[1] },
    }).success;

  it('ends after it starts', () => {
    assert.equal(isCommand([1, 0], [1, 1]), true);
    assert.equal(isCommand([1, 5], [2, 0]), true);
    assert.equal(isCommand([1, 5], [1, 5]), false);
    assert.equal(isCommand([2, 0], [1, 5]), false);
  });

  it(`uses at most ${MAX_ISSUE_BLOCKS} blocks`, () => {
    assert.equal(isCommand([1, 3], [1 + MAX_ISSUE_BLOCKS, 0]), true);
    assert.equal(isCommand([1, 3], [1 + MAX_ISSUE_BLOCKS, 1]), false);
  });
});
