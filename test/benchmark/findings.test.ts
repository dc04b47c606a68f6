import assert from 'node:assert/strict';
import type { BenchmarkResult } from './benchmark.ts';
import type { Measured, Pair } from './comparison.ts';
import { findingsOf, isMet } from './findings.ts';

/** So much CPU, all of it of the peers, for a unit of work in a second. */
function measured(peer: number, work = 1): Measured {
  return { work, cpuSec: { peer, orderer: 0, chaincode: 0 }, wallSec: 1 };
}

function pairsOf(...ratios: number[]): Pair[] {
  return ratios.map((ratio) => ({ baseline: measured(1), measured: measured(ratio) }));
}

const RESULT: BenchmarkResult = {
  transactions: [
    { name: 'certificates:retire', pairs: pairsOf(9, 1.5, 1.2) },
    { name: 'certificates:transfer, whole holding', pairs: pairsOf(1.51, 1.51, 1) },
    { name: 'trades:acceptOffer', pairs: pairsOf(1.9) },
  ],
  readings: [{ baseline: measured(1, 10), measured: measured(2, 6000) }],
  disk: { readings: 100, bytesPerReading: { blocks: 12, state: 8, other: 0.5 } },
  loneLatencyMs: [100, 300, 200],
  idleCpuPerSec: 0.5,
  retries: 0,
};

describe('findings of the benchmark', () => {
  const findings = findingsOf(RESULT);

  it('compare the median of the pairs with the target, which may just be reached', () => {
    const transactions = findings.slice(0, 3);
    assert.deepEqual(
      transactions.map(({ value }) => value),
      [1.5, 1.51, 1.9],
    );
    assert.deepEqual(transactions.map(isMet), [true, false, true]);
  });

  it('tell how many times as many readings a CPU second brings in blocks', () => {
    const readings = findings[3];
    assert.ok(readings);
    assert.equal(readings.value, 300);
    assert.equal(isMet(readings), true);
  });

  it('count all bytes that a reading takes', () => {
    const disk = findings[4];
    assert.ok(disk);
    assert.equal(disk.value, 20.5);
    assert.equal(isMet(disk), false);
  });

  it('tell the ratio without idle time as well', () => {
    // (1.9 - 0.5) / (1 - 0.5)
    assert.match(findings[2]?.detail ?? '', /without idle time 2\.80;/);
  });

  it('have no target for latency', () => {
    assert.deepEqual(
      findings.slice(5).map(({ value }) => value),
      [200, 300],
    );
    assert.ok(findings.slice(5).every(isMet));
  });
});
