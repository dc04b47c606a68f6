/** What `status` tells of a network that nobody disturbs. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { before, describe, it } from 'mocha';
import { awaitUntil } from '../../test-network-scripts/await-until.ts';
import type { Consortium, NetworkStatus, NodeStatus } from '../../test-network-scripts/index.ts';
import { PROJECT_ROOT } from '../../test-network-scripts/state-folder.ts';
import { runningNetwork } from '../network/running-network.ts';

const QUIET_WITHIN_MS = 60_000;

describe('status --json', function () {
  this.timeout(120_000);
  let network: Consortium;
  let shown: NetworkStatus;

  before(async () => {
    network = await runningNetwork();
    shown = await quietStatus(network);
  });

  const nodes = (type: NodeStatus['type']) => shown.nodes.filter((node) => node.type === type);

  for (const type of ['peer', 'orderer', 'chaincode', 'ca', 'gateway'] as const) {
    it(`lists the ${type} of each of the four organisations, healthy, with its process and port`, () => {
      const organisations = nodes(type).map(({ organisation }) => organisation);
      assert.deepEqual(organisations.sort(), ['Hillside', 'Regulator', 'Riverside', 'Utility']);
      for (const { node, health, pid, port } of nodes(type)) {
        assert.equal(health, 'healthy', node);
        assert.ok(pid !== undefined && pid > 1 && port !== undefined && port > 0, node);
      }
      assert.equal(new Set(nodes(type).map(({ pid }) => pid)).size, 4);
    });
  }

  it('shows peers and ordering nodes at the same height, and one leader', () => {
    const heights = [...nodes('peer'), ...nodes('orderer')].map(({ height }) => height);
    assert.equal(new Set(heights).size, 1, heights.join(', '));
    assert.ok((heights[0] ?? 0) > 0);
    assert.equal(nodes('orderer').filter(({ bftLeader }) => bftLeader).length, 1);
  });

  it('shows every organisation to run the version of the chaincode that the channel has committed', () => {
    const { chaincode, healthy } = shown;
    assert.ok(chaincode && healthy);
    const label = `${chaincode.name}_${chaincode.version.split('+')[1] ?? ''}`;
    for (const { chaincodeVersion } of nodes('chaincode')) assert.equal(chaincodeVersion, label);
  });
});

/** As the command prints it, once no transaction is under way any more. */
function quietStatus({ state }: Consortium): Promise<NetworkStatus> {
  return awaitUntil('a quiet network', QUIET_WITHIN_MS, async () => {
    const cli = join(PROJECT_ROOT, 'test-network-scripts', 'cli.ts');
    const env = { ...process.env, COMMONWATT_STATE: state.root };
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'status', '--json'], { env });
    const shown = JSON.parse(stdout) as NetworkStatus;
    const heights = shown.nodes.flatMap(({ height }) => height ?? []);
    if (new Set(heights).size !== 1) throw new Error(`heights ${heights.join(', ')}`);
    return shown;
  });
}
