import assert from 'node:assert/strict';
import { Discrepancy } from '../../audit/discrepancy.ts';
import type { Interval } from '../../audit/market/production.ts';
import type { Segment } from '../../audit/market/record.ts';
import { mustDescribe } from '../../audit/market/segments.ts';
import { fillUnits, type Part } from '../../audit/market/units.ts';

const HOUR_SEC = 3600;
const [ROOF, HASH] = ['roof', 'hash'];

const hours = (...energies: readonly (number | 'estimated 500')[]): Interval[] =>
  energies.map((energy, index) => {
    const wh = energy === 'estimated 500' ? 500 : energy;
    return {
      ...{ sequence: 1, index, start: index * HOUR_SEC, end: (index + 1) * HOUR_SEC },
      ...{ isEstimated: wh !== energy, blockHash: HASH, arrivedAt: 0, readWh: wh, wh },
    };
  });

const segment = (from: number, to: number, wh: number): Segment => ({
  device: ROOF,
  from: { sequence: 1, index: from },
  to: { sequence: 1, index: to },
  wh,
  provisional: false,
  period: { start: from * HOUR_SEC, end: to * HOUR_SEC },
  hash: HASH,
});

const finals = (intervals: readonly Interval[]): readonly Part[] =>
  fillUnits(intervals, 1000).groups.find(({ isEstimated }) => !isEstimated)?.parts ?? [];

describe("the audit's segments", () => {
  it('hold whole intervals that follow one another, whatever hours without energy lie between', () => {
    mustDescribe(ROOF, finals(hours(400, 0, 600)), [segment(0, 3, 1000)], 'batch');
  });

  it('hold a part of an interval, or both of its parts', () => {
    mustDescribe(ROOF, finals(hours(700, 800)), [segment(0, 1, 700), segment(1, 2, 300)], 'batch');
    mustDescribe(ROOF, finals(hours(700, 1300)), [segment(0, 2, 2000)], 'batch');
  });

  const refusals: [string, readonly Interval[], readonly Segment[]][] = [
    [
      'energy of an interval between that is in another batch',
      hours(1000, 'estimated 500', 500, 1000),
      [segment(0, 4, 2000)],
    ],
    ['a part among whole intervals', hours(700, 800), [segment(0, 2, 1000)]],
    ['the same energy twice', hours(1000), [segment(0, 1, 1000), segment(0, 1, 1000)]],
    ['energy in another order', hours(1000, 1000), [segment(1, 2, 1000), segment(0, 1, 1000)]],
    ['less than the energy', hours(1000, 1000), [segment(0, 1, 1000)]],
    ['hours around the energy', hours(0, 1000, 0), [segment(0, 3, 1000)]],
  ];
  for (const [what, intervals, segments] of refusals) {
    it(`do not hold ${what}`, () => {
      assert.throws(() => mustDescribe(ROOF, finals(intervals), segments, 'batch'), Discrepancy);
    });
  }
});
