import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Batch,
  type Position,
  type ProfileBlock,
  profileBlockHash,
  type Scheme,
  type Segment,
} from '@commonwatt/chaincode/domain';
import { CHANNEL, DAY_SEC } from '../reading/metering.ts';
import { CertifiedRoof, REC } from './issuing.ts';

/** One interval as the test itself reads it from a block. */
interface Reading {
  readonly sequence: number;
  readonly index: number;
  readonly wh: number;
  readonly estimated: boolean;
  readonly start: number;
}

interface Day {
  readonly values: readonly number[];
  readonly estimated: readonly (readonly [number, number])[];
}

/** Where an issue ends: so many intervals of all that are there. */
interface Scenario {
  readonly unitWh: number;
  readonly days: readonly Day[];
  readonly ends: readonly number[];
}

const JANUARY_END = Date.parse('2026-01-28T00:00:00Z') / 1000;

const day = (largestWh: number): fc.Arbitrary<Day> =>
  fc
    .record({
      values: fc.array(fc.oneof(fc.constant(0), fc.nat({ max: largestWh })), {
        minLength: 24,
        maxLength: 24,
      }),
      estimated: fc.option(fc.tuple(fc.nat({ max: 11 }), fc.integer({ min: 12, max: 24 }))),
    })
    .map(({ values, estimated }) => ({ values, estimated: estimated === null ? [] : [estimated] }));

/** Unit and energy in proportion, so that there are units to make and the test's own count stays quick. */
const scenario: fc.Arbitrary<Scenario> = fc
  .constantFrom([1, 20], [7, 60], [1000, 1200], [1000, 9000], [1_000_000, 900_000], [1_000_000, 50_000])
  .chain(([unitWh = 1, largestWh = 1]) =>
    fc.record({
      unitWh: fc.constant(unitWh),
      days: fc.array(day(largestWh), { minLength: 1, maxLength: 8 }),
      ends: fc.array(fc.integer({ min: 1, max: 8 * 24 }), { maxLength: 5 }),
    }),
  );

function readingsOf({ sequence, start, intervalSec, registers }: ProfileBlock): Reading[] {
  return registers.flatMap(({ values, estimated }) =>
    values.map((wh, index) => ({
      sequence,
      index,
      wh,
      estimated: estimated.some(([from, to]) => from <= index && index < to),
      start: start + index * intervalSec,
    })),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const energy = (segments: readonly Segment[]) => sum(segments.map(({ wh }) => wh));

/** How many units of each vintage and quality the readings make, counted one by one. */
function countUnits(readings: readonly Reading[], unitWh: number): Map<string, number> {
  const counts = new Map<string, number>();
  let filled = 0;
  let estimated = false;
  for (const reading of readings) {
    let left = reading.wh;
    while (left > 0) {
      const part = Math.min(left, unitWh - filled);
      left -= part;
      filled += part;
      estimated ||= reading.estimated;
      if (filled < unitWh) continue;
      const key = `${new Date(reading.start * 1000).toISOString().slice(0, 7)} ${estimated}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      filled = 0;
      estimated = false;
    }
  }
  return counts;
}

const nameOf = ({ sequence, index }: Pick<Reading, 'sequence' | 'index'>) => `${sequence}/${index}`;

/** The readings of a segment's intervals with energy. */
function readingsIn({ from, to }: Segment, readings: readonly Reading[]): Reading[] {
  const isBefore = (a: Position, b: Position) =>
    a.sequence < b.sequence || (a.sequence === b.sequence && a.index < b.index);
  return readings.filter((reading) => reading.wh > 0 && !isBefore(reading, from) && isBefore(reading, to));
}

/** Wh by interval that the segments take; a segment of several intervals takes each as a whole. */
function usedByInterval(segments: readonly Segment[], readings: readonly Reading[]): Map<string, number> {
  const used = new Map<string, number>();
  for (const segment of segments) {
    const whole = readingsIn(segment, readings);
    if (whole.length > 1)
      assert.equal(segment.wh, sum(whole.map(({ wh }) => wh)), 'several intervals are whole ones');
    for (const reading of whole) {
      const key = nameOf(reading);
      used.set(key, (used.get(key) ?? 0) + (whole.length > 1 ? reading.wh : segment.wh));
    }
  }
  return used;
}

/** Issues at each of the scenario's ends and at the end of all readings. */
function play({ unitWh, days, ends }: Scenario): {
  roof: CertifiedRoof;
  readings: Reading[];
  scheme: Scheme;
} {
  const roof = new CertifiedRoof();
  const scheme = { ...REC, unitWh };
  days.forEach(({ values, estimated }, index) => {
    const registers = [{ register: 'generation', values, estimated }] as const;
    roof.report({ start: JANUARY_END + index * DAY_SEC, intervalSec: 3600, registers });
  });
  const total = days.length * 24;
  const ascending = [...new Set([...ends.filter((end) => end < total), total])].sort((a, b) => a - b);
  for (const end of ascending) roof.issue({ sequence: 1 + Math.floor(end / 24), index: end % 24 }, scheme);
  return { roof, readings: roof.blocks.flatMap(readingsOf), scheme };
}

const batchesOf = (roof: CertifiedRoof): Batch[] => roof.issues.flatMap(({ batches }) => [...batches]);

describe('issuing conserves energy: over any readings, units and ranges', () => {
  it('each issue: carried before + read = units x unit Wh + carried after', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const { roof } = play(input);
        let carriedWh = 0;
        for (const { issuance, cursor } of roof.issues) {
          assert.equal(carriedWh + issuance.energyWh, issuance.units * input.unitWh + issuance.carriedWh);
          assert.equal(issuance.carriedWh, energy(cursor.carry));
          assert.ok(issuance.carriedWh < input.unitWh);
          carriedWh = issuance.carriedWh;
        }
      }),
    );
  });

  it('each batch: its segments hold the energy of its units, in one vintage and quality', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const { roof, readings } = play(input);
        const estimates = new Set(readings.filter(({ estimated }) => estimated).map(nameOf));
        for (const batch of batchesOf(roof)) {
          assert.equal(energy(batch.segments), batch.units * batch.unitWh);
          const used = [...usedByInterval(batch.segments, readings).keys()];
          const isEstimated = used.some((key) => estimates.has(key));
          assert.equal(isEstimated && !batch.provisional, false, 'a final batch holds no estimate');
          assert.equal(batch.period.start, Math.min(...batch.segments.map(({ period }) => period.start)));
          assert.equal(batch.period.end, Math.max(...batch.segments.map(({ period }) => period.end)));
        }
      }),
    );
  });

  it('all issues together: every Wh of every interval is in one batch or carried, once', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const { roof, readings } = play(input);
        const segments = [
          ...batchesOf(roof).flatMap((batch) => batch.segments),
          ...(roof.cursor?.carry ?? []),
        ];
        const used = usedByInterval(segments, readings);
        for (const reading of readings) {
          const key = nameOf(reading);
          assert.equal(used.get(key) ?? 0, reading.wh, `interval ${key}`);
        }
      }),
    );
  });

  it('all issues together: as many units of each vintage and quality as when counted one by one', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const { roof, readings } = play(input);
        const counts = new Map<string, number>();
        for (const { vintage, provisional, units } of batchesOf(roof)) {
          const key = `${vintage} ${provisional}`;
          counts.set(key, (counts.get(key) ?? 0) + units);
        }
        const expected = countUnits(readings, input.unitWh);
        assert.deepEqual([...counts].sort(), [...expected].sort());
      }),
    );
  });

  it('each segment says of its intervals where they begin and end, whether one is estimated, and whose block the last is', () => {
    fc.assert(
      fc.property(scenario, (input) => {
        const { roof, readings } = play(input);
        const carried = roof.issues.flatMap(({ cursor }) => cursor.carry);
        for (const segment of [...batchesOf(roof).flatMap(({ segments }) => segments), ...carried]) {
          const inside = readingsIn(segment, readings);
          const [first, last] = [inside[0] ?? assert.fail('empty'), inside.at(-1) ?? assert.fail('empty')];
          const { device, wh, ...said } = segment;
          assert.deepEqual([device, wh > 0], [roof.device.id, true]);
          assert.deepEqual(said, {
            from: { sequence: first.sequence, index: first.index },
            to: { sequence: last.sequence, index: last.index + 1 },
            provisional: inside.some(({ estimated }) => estimated),
            period: { start: first.start, end: last.start + 3600 },
            hash: profileBlockHash(CHANNEL, roof.bodies[last.sequence - 1]?.body ?? assert.fail('no block')),
          });
        }
      }),
    );
  });
});
