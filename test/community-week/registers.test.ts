import assert from 'node:assert/strict';
import { registersOf } from '../../community-week/registers.ts';
import { readProfiles } from '../../community-week/profiles.ts';
import { readSites } from '../../community-week/sites.ts';
import { shiftToBefore } from '../../community-week/calendar.ts';

const data = new URL('../../community-week/data/', import.meta.url);
const profiles = readProfiles(new URL('profiles.csv', data));
const sites = readSites(new URL('community.json', data));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the community’s meters', () => {
  it('add up to the generation and load of the reference figures', () => {
    let generation = 0;
    let load = 0;
    for (const site of sites) {
      const registers = registersOf(site, profiles);
      const generated = sum([...registers.generation.values()].flat());
      generation += generated;
      load += generated + sum(registers.import) - sum(registers.export);
    }
    // The reference solution of the data names 137697 and 209394 kWh; a register may hold back under 1 Wh.
    assert.equal(Math.round(generation / 1000), 137_697);
    assert.equal(Math.round(load / 1000), 209_394);
  });

  it('never import and export in the same interval by more than a carried watt-hour', () => {
    for (const site of sites) {
      const registers = registersOf(site, profiles);
      registers.import.forEach((value, row) => assert.ok(Math.min(value, registers.export[row] ?? 0) <= 1));
    }
  });
});

describe('shifting the recorded week', () => {
  it('keeps the weekday and ends at most a week before now', () => {
    const start = Date.UTC(2016, 6, 18) / 1000;
    for (const now of [Date.UTC(2026, 10, 22, 16) / 1000, Date.UTC(2030, 0, 1) / 1000]) {
      const shifted = shiftToBefore(start, now);
      assert.equal((shifted - start) % (7 * 86_400), 0);
      assert.ok(shifted + 7 * 86_400 <= now && shifted + 14 * 86_400 > now);
    }
  });
});
