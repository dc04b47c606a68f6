/** A network mends itself, and `up` mends what it cannot. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { awaitUntil } from '../../test-network-scripts/await-until.ts';
import { down, status, up } from '../../test-network-scripts/index.ts';
import type { Consortium, NodeStatus } from '../../test-network-scripts/index.ts';
import { NODE_TYPES, readRunRecord } from '../../test-network-scripts/supervisor/node-spec.ts';
import { signalProcess } from '../../test-network-scripts/supervisor/process-identity.ts';
import { runningNetwork } from './running-network.ts';

const HEALED_WITHIN_MS = 120_000;

describe('healing', function () {
  this.timeout(240_000);
  let network: Consortium;
  before(async () => {
    network = await runningNetwork();
  });

  const kill = (organisation: string, types: readonly NodeStatus['type'][]) => {
    const folder = network.state.organisation(organisation);
    for (const type of types) {
      const record = readRunRecord(folder, type);
      if (record) assert.ok(signalProcess(record, 'SIGKILL'), `${type} of ${organisation} ran`);
    }
  };
  const again = () => up({ state: network.state.root, consortium: network.definition });
  const healthy = () =>
    awaitUntil('a healthy network', HEALED_WITHIN_MS, async () => {
      const { healthy: isHealthy, nodes } = await network.status();
      const bad = nodes
        .filter(({ health }) => health !== 'healthy')
        .map(({ node, health }) => `${node} ${health}`);
      if (!isHealthy) throw new Error(bad.join(', '));
      return true;
    });

  it('starts every kind of node again when it is killed', async () => {
    kill('Riverside', NODE_TYPES);
    await healthy();
  });

  it('survives the death of a supervisor: up starts another one, which adopts the nodes', async () => {
    const peer = () =>
      network.status().then(({ nodes }) => nodes.find(({ node }) => node === 'peer.hillside')?.pid);
    const before = await peer();
    kill('Hillside', ['supervisor']);
    await again();
    await healthy();
    assert.equal(await peer(), before);
  });

  it('comes back after the machine died: everything killed at once, then up', async () => {
    const chaincode = (await network.status()).chaincode;
    for (const { name } of network.definition.organisations) kill(name, ['supervisor', ...NODE_TYPES]);
    await again();
    await healthy();
    assert.deepEqual((await network.status()).chaincode, chaincode);
  });

  it('stops without a trace, and comes back with the same ledger', async () => {
    const heights = (nodes: NodeStatus[]) => Math.max(...nodes.map(({ height }) => height ?? 0));
    const before = heights((await network.status()).nodes);
    await down({ state: network.state.root });
    assert.deepEqual(
      [...new Set((await status({ state: network.state.root })).nodes.map(({ health }) => health))],
      ['stopped'],
    );
    await again();
    await healthy();
    assert.ok(heights((await network.status()).nodes) >= before);
  });
});
