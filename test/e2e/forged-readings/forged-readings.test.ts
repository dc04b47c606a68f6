import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { runningNetwork } from '../../network/running-network.ts';
import type { Finding } from '../faults/finding.ts';
import { Market } from '../market.ts';
import { forgeReadings } from './forge-readings.ts';
import { FORGERIES } from './forgeries.ts';

const FORGED = 150;
const METERS = 30;
const SEED = 1;

describe('forged readings over REST', function () {
  this.timeout(240_000);
  let finding: Finding;

  before(async () => {
    const market = await Market.open(await runningNetwork());
    finding = await forgeReadings(market, { forgeries: FORGED, meters: METERS, seed: SEED });
  });

  it('are all refused, each with its own code, and the meter goes on', () => {
    assert.deepEqual(finding.violations, []);
  });

  it('were of every kind', () => {
    const kinds = finding.figures.map(([name]) => name).filter((name) => name.includes(': `'));
    assert.equal(kinds.length, FORGERIES.length);
  });
});
