import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Organisation } from '../../network/consortium.ts';
import { writeJson } from '../atomic-file.ts';
import { connectionsFolder } from '../chaincode/connection.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import type { NodeSpec } from '../supervisor/node-spec.ts';
import { baseEnvironment } from './base-environment.ts';
import { LOOPBACK, listenHost } from './listen-address.ts';
import { LOGGING } from './logging.ts';
import { mergeSettings } from './merge-settings.ts';
import { mspFolder, tlsFiles } from './node-keys.ts';

const COMMON_SETTINGS = join(PROJECT_ROOT, 'network', 'fabric', 'core.yaml');
const CHAINCODE_BUILDER = join(PROJECT_ROOT, 'network', 'chaincode-builder');

/** Writes the peer's settings (core.yaml) and returns how to run it. */
export function peerNode(organisation: Organisation, folder: OrganisationFolder, binaries: string): NodeSpec {
  const settings = mergeSettings(
    parse(readFileSync(COMMON_SETTINGS, 'utf8')),
    peerSettings(organisation, folder),
  );
  writeJson(join(folder.peer, 'core.yaml'), settings);
  return {
    type: 'peer',
    command: join(binaries, 'peer'),
    args: ['node', 'start'],
    env: {
      ...baseEnvironment(),
      FABRIC_CFG_PATH: folder.peer,
      FABRIC_LOGGING_SPEC: LOGGING,
      CCAAS_CONNECTIONS: connectionsFolder(folder),
    },
    cwd: folder.peer,
    port: organisation.ports.peer.listen,
    healthUrl: `http://${LOOPBACK}:${organisation.ports.peer.operations}/healthz`,
    revision: JSON.stringify(settings),
  };
}

function peerSettings(organisation: Organisation, folder: OrganisationFolder): object {
  const { peer } = organisation.ports;
  const address = `${organisation.host}:${peer.listen}`;
  const tls = tlsFiles(folder.peer);
  return {
    peer: {
      id: `peer.${organisation.name.toLowerCase()}`,
      listenAddress: `${listenHost(organisation)}:${peer.listen}`,
      address,
      chaincodeListenAddress: `${LOOPBACK}:${peer.chaincode}`,
      chaincodeAddress: `${LOOPBACK}:${peer.chaincode}`,
      gossip: { bootstrap: address, endpoint: address, externalEndpoint: address },
      tls: {
        enabled: true,
        clientAuthRequired: false,
        cert: { file: tls.certificate },
        key: { file: tls.key },
        rootcert: { file: tls.root },
      },
      fileSystemPath: join(folder.peer, 'data'),
      mspConfigPath: mspFolder(folder.peer),
      localMspId: organisation.mspId,
    },
    chaincode: {
      externalBuilders: [
        { name: 'commonwatt', path: CHAINCODE_BUILDER, propagateEnvironment: ['CCAAS_CONNECTIONS'] },
      ],
    },
    ledger: { snapshots: { rootDir: join(folder.peer, 'data', 'snapshots') } },
    operations: { listenAddress: `${LOOPBACK}:${peer.operations}` },
  };
}
