import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ConsortiumDefinition, Organisation } from '../../network/consortium.ts';
import { writeJson } from '../atomic-file.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import type { NodeSpec } from '../supervisor/node-spec.ts';
import { baseEnvironment } from './base-environment.ts';
import { LOOPBACK, listenHost } from './listen-address.ts';
import { LOGGING } from './logging.ts';
import { mergeSettings } from './merge-settings.ts';
import { mspFolder, tlsFiles } from './node-keys.ts';

const COMMON_SETTINGS = join(PROJECT_ROOT, 'network', 'fabric', 'orderer.yaml');

type Ports = NonNullable<Organisation['ports']['orderer']>;

/**
 * A leader that comes back before the others have replaced it keeps them from doing so: it sends heartbeats again, but
 * cannot go on where it stopped. The others look at their clocks once a second, so they may be a second late.
 */
const REPLACED_WITHIN_MS = 1_500;

/** Writes the ordering node's settings (orderer.yaml) and returns how to run it. */
export function ordererNode(
  { type, smartBft }: ConsortiumDefinition['ordering'],
  organisation: Organisation,
  ports: Ports,
  folder: OrganisationFolder,
  binaries: string,
): NodeSpec {
  const settings = mergeSettings(
    parse(readFileSync(COMMON_SETTINGS, 'utf8')),
    ordererSettings(organisation, ports, folder),
  );
  writeJson(join(folder.orderer, 'orderer.yaml'), settings);
  return {
    type: 'orderer',
    command: join(binaries, 'orderer'),
    args: [],
    env: { ...baseEnvironment(), FABRIC_CFG_PATH: folder.orderer, FABRIC_LOGGING_SPEC: LOGGING },
    cwd: folder.orderer,
    port: ports.listen,
    healthUrl: `http://${LOOPBACK}:${ports.operations}/healthz`,
    ...(type === 'bft' && { restartAfterMs: smartBft.leaderHeartbeatTimeoutMs + REPLACED_WITHIN_MS }),
    revision: JSON.stringify(settings),
  };
}

function ordererSettings(organisation: Organisation, ports: Ports, folder: OrganisationFolder): object {
  const tls = tlsFiles(folder.orderer);
  const server = { Enabled: true, PrivateKey: tls.key, Certificate: tls.certificate };
  const data = join(folder.orderer, 'data');
  return {
    General: {
      ListenAddress: listenHost(organisation),
      ListenPort: ports.listen,
      TLS: { ...server, RootCAs: [tls.root] },
      Cluster: { ClientCertificate: tls.certificate, ClientPrivateKey: tls.key },
      LocalMSPDir: mspFolder(folder.orderer),
      LocalMSPID: organisation.mspId,
    },
    FileLedger: { Location: data },
    Consensus: { WALDir: join(data, 'wal'), SnapDir: join(data, 'snapshots') },
    Operations: { ListenAddress: `${LOOPBACK}:${ports.operations}` },
    Admin: {
      ListenAddress: `${LOOPBACK}:${ports.admin}`,
      TLS: { ...server, ClientAuthRequired: true, ClientRootCAs: [tls.root] },
    },
  };
}
