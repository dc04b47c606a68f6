import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { MemoryLedger, type Proposal } from './memory-ledger.ts';
import { makeOrganisation } from './organisation.ts';

const chaincode = fileURLToPath(new URL('fixture', import.meta.url));
const alice = makeOrganisation('RiversideMSP').enrol('alice', 'manager');

const key = fc.constantFrom('k0', 'k1', 'k2', 'k3', 'k4');
const call = fc.oneof(
  fc.tuple(fc.constant('put'), key, fc.constantFrom('1', '2')),
  fc.tuple(fc.constant('remove'), key),
  fc.tuple(fc.constant('increment'), key),
  fc.tuple(fc.constant('copy'), key, key),
  fc.tuple(fc.constant('countInto'), key, fc.constantFrom('k2', 'k5'), key),
  fc.tuple(fc.constant('scanFirstInto'), key, fc.constant('k5'), key),
);

/** Transactions endorsed on one snapshot, in blocks of the given lengths, possibly blocks later than the endorsement. */
const workload = fc.array(fc.array(call, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

describe('validation of a block', () => {
  it('lets pass only what has the same effect one transaction after the other', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(workload, async (groups) => {
        const concurrent = await MemoryLedger.start({ chaincode, copies: 1, rules: 'asFabric' });
        let waiting: Proposal[] = [];
        for (const group of groups) {
          const endorsed: Proposal[] = [];
          for (const [functionName, ...args] of group) {
            endorsed.push(await concurrent.endorse(alice, functionName, args));
          }
          // Half of each group waits for the next block, so that a block mixes snapshots.
          const now = endorsed.filter((_, at) => at % 2 === 0);
          concurrent.commit([...waiting, ...now]);
          waiting = endorsed.filter((_, at) => at % 2 === 1);
        }
        concurrent.commit(waiting);

        const serial = await MemoryLedger.start({ chaincode, copies: 1, rules: 'asFabric' });
        for (const transaction of concurrent.blocks.flatMap(({ transactions }) => transactions)) {
          if (transaction.validationCode !== 0) continue;
          const { result } = await serial.submit(alice, transaction.functionName, transaction.args);
          assert.deepEqual(result, transaction.response.payload);
        }
        assert.deepEqual([...concurrent.state], [...serial.state]);
      }),
      { numRuns: 300, seed: 20260107 },
    );
  });

  it('finds at least one conflict of each kind in such work, so that the test above means something', async () => {
    const ledger = await MemoryLedger.start({ chaincode, copies: 1, rules: 'asFabric' });
    const codes = new Set<number>();
    for (const group of fc.sample(workload, { numRuns: 20, seed: 20260107 }).flat()) {
      const endorsed: Proposal[] = [];
      for (const [functionName, ...args] of group) {
        endorsed.push(await ledger.endorse(alice, functionName, args));
      }
      for (const one of ledger.commit(endorsed).transactions) codes.add(one.validationCode);
    }
    assert.deepEqual(
      [...codes].sort((a, b) => a - b),
      [0, 11, 12],
    );
  });
});
