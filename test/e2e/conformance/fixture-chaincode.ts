/** The contract of the conformance suite on a real network: beside the market, and under the same rule. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Organisation } from '../../../network/consortium.ts';
import { PRIVATE_FILE } from '../../../test-network-scripts/atomic-file.ts';
import { copyBundle, readBundle } from '../../../test-network-scripts/chaincode/bundle.ts';
import { writeConnection } from '../../../test-network-scripts/chaincode/connection.ts';
import { deploy } from '../../../test-network-scripts/chaincode/deployment.ts';
import { packageChaincode, type ChaincodePackage } from '../../../test-network-scripts/chaincode/package.ts';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { orderingService, type Member } from '../../../test-network-scripts/member.ts';
import { chaincodeNode } from '../../../test-network-scripts/organisation/chaincode-settings.ts';

/** Its name on the channel. */
export const FIXTURE = 'conformance';
const SOURCE = fileURLToPath(new URL('../../ledger/fixture', import.meta.url));

/** Installs and commits the fixture, and runs a process of it for each organisation until `close`. */
export async function deployFixture(consortium: Consortium): Promise<{ close: () => Promise<void> }> {
  const { channel } = consortium.definition;
  const bundle = readBundle(SOURCE);
  const fixture = packageChaincode(FIXTURE, bundle);
  const processes = await consortium.withMembers(async (members, connections) => {
    for (const { organisation, folder } of members) {
      copyBundle(bundle, folder);
      writeConnection(besideMarket(organisation), folder, fixture.label);
    }
    await deploy(members, orderingService(consortium.definition, connections), channel, FIXTURE, fixture);
    return members.map((member) => run(member, fixture));
  });
  // No supervisor knows of them: they must not outlive a run that breaks off.
  process.once('exit', () => processes.forEach((child) => child.kill('SIGKILL')));
  return { close: () => stopAll(processes) };
}

/** The same organisation, with the port that follows the one of its market chaincode: no node has that. */
function besideMarket(organisation: Organisation): Organisation {
  return { ...organisation, ports: { ...organisation.ports, chaincode: organisation.ports.chaincode + 1 } };
}

function run({ organisation, folder }: Member, fixture: ChaincodePackage): ChildProcess {
  const { command, args, env, cwd } = chaincodeNode(besideMarket(organisation), folder, fixture);
  const log = openSync(folder.logFile(FIXTURE), 'a', PRIVATE_FILE);
  try {
    return spawn(command, args, { env, cwd, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

async function stopAll(processes: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    processes.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
}
