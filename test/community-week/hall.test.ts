import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommonwattClient, ImportReceipt } from '@commonwatt/client';
import { importHallReadings, unreportedRows } from '../../community-week/import-hall-readings.ts';
import { Latency } from '../../community-week/latency.ts';
import { Party } from '../../community-week/party.ts';
import { planWeek, type WeekPlan } from '../../community-week/week-plan.ts';

const QUARTER_SEC = 900;
const DAY_SEC = 86_400;
const INTERVALS = 672;
const MONDAY = Date.UTC(2026, 10, 23) / 1000;

describe('the readings of the hall', () => {
  let folder: string;
  let plan: WeekPlan;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'commonwatt-hall-'));
    plan = planWeek(folder, MONDAY + DAY_SEC);
  });

  after(() => rmSync(folder, { recursive: true }));

  const startsWhen = (coveredUntil: number | null, ...gaps: { start: number; end: number }[]): number[] =>
    unreportedRows(plan, { coveredUntil, gaps }).map((row) => Number(row.split(',')[1]));

  it('are those of the whole week, in rows that an import takes, while the ledger has none', () => {
    const rows = unreportedRows(plan, { coveredUntil: null, gaps: [] });
    assert.equal(rows.length, INTERVALS);
    for (const row of rows) assert.match(row, /^point\/riverside-hall,\d+,900,import,(0|[1-9]\d*),measured$/);
    assert.ok(plan.hall.import.some((wattHours) => wattHours > 0));
  });

  it('begin where covered time ends', () => {
    const starts = startsWhen(plan.end - DAY_SEC);
    assert.deepEqual([starts[0], starts.length], [plan.end - DAY_SEC, DAY_SEC / QUARTER_SEC]);
  });

  it('are only what lies in gaps when somebody has read a later time by hand', () => {
    const gap = { start: plan.end - 2 * QUARTER_SEC, end: plan.end + DAY_SEC };
    assert.deepEqual(startsWhen(plan.end + DAY_SEC + QUARTER_SEC, gap), [
      plan.end - 2 * QUARTER_SEC,
      plan.end - QUARTER_SEC,
    ]);
    assert.deepEqual(startsWhen(plan.end + QUARTER_SEC), []);
  });

  /** A collector whose imports are answered so, one after the other, and how often it has asked. */
  function collector(...answers: (Partial<ImportReceipt> | Error)[]): { party: Party; asked: () => number } {
    let asked = 0;
    const client = {
      get: () => Promise.resolve({ coveredUntil: null, gaps: [] }),
      // eslint-disable-next-line @typescript-eslint/require-await -- as the client's, a generator that waits
      async *importReadings() {
        const answer = answers[asked];
        asked += 1;
        if (answer instanceof Error) throw answer;
        yield answer;
      },
    };
    const party = new Party('RiversideMSP/collector', client as unknown as CommonwattClient, new Latency());
    return { party, asked: () => asked };
  }

  it('are sent again after a lost connection, and when the ledger could not take them', async () => {
    const { party, asked } = collector(
      new TypeError('fetch failed'),
      { verdict: 'refused', code: 'UNAVAILABLE' },
      { verdict: 'accepted' },
    );
    await importHallReadings(party, plan);
    assert.equal(asked(), 3);
  }).timeout(10_000);

  it('end the week when they are refused for good', async () => {
    const { party, asked } = collector({ verdict: 'refused', code: 'BLOCK_SIGNATURE_INVALID' });
    await assert.rejects(importHallReadings(party, plan), /BLOCK_SIGNATURE_INVALID/);
    assert.equal(asked(), 1);
  });
});

describe('the week that is planned', () => {
  for (const [time, end] of [
    ['at midnight', MONDAY],
    ['an hour after midnight', MONDAY + 3600],
  ] as const) {
    it(`leaves the last hour to readings by hand, also when it is planned ${time}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'commonwatt-hall-'));
      try {
        const plan = planWeek(folder, end);
        assert.ok(plan.end <= end - 3600 && plan.end > end - 3600 - 7 * DAY_SEC);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
