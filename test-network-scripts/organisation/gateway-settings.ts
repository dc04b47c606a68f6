import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyToPem, newKey } from '../../fabric-ca-client/index.ts';
import type { ConsortiumDefinition, Organisation } from '../../network/consortium.ts';
import { PRIVATE_FOLDER, writeAtomically } from '../atomic-file.ts';
import { contentDigest } from '../chaincode/content-digest.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import type { NodeSpec } from '../supervisor/node-spec.ts';
import { baseEnvironment } from './base-environment.ts';
import { IDENTITY_CA } from './ca-settings.ts';
import { databaseUrls } from './database-url.ts';
import { GATEWAY_MEMORY } from './gateway-memory.ts';
import { LOOPBACK, listenHost } from './listen-address.ts';
import { tlsFiles } from './node-keys.ts';
import { oidcIssuers } from './oidc-issuers.ts';

const GATEWAY_PROGRAM = join(PROJECT_ROOT, 'gateway', 'src', 'server.ts');
const GATEWAY_SOURCES = [
  'gateway/src',
  'gateway/console/dist',
  'chaincode/dist',
  'fabric-ca-client',
  'key-sealing',
];

/** Makes the key that signs development tokens, once. */
export function ensureTokenKey(folder: OrganisationFolder): void {
  if (!existsSync(folder.tokenKey)) writeAtomically(folder.tokenKey, keyToPem(newKey()));
}

/** How to run the organisation's gateway. A changed source restarts it. */
export function gatewayNode(
  consortium: ConsortiumDefinition,
  organisation: Organisation,
  folder: OrganisationFolder,
): NodeSpec {
  const { ports, host } = organisation;
  const databaseUrl = databaseUrls(consortium).get(organisation.name);
  const issuers = oidcIssuers(consortium).get(organisation.name);
  const data = join(folder.gateway, 'data');
  mkdirSync(data, { recursive: true, mode: PRIVATE_FOLDER });
  return {
    type: 'gateway',
    command: process.execPath,
    args: [...GATEWAY_MEMORY.args, GATEWAY_PROGRAM],
    env: {
      ...baseEnvironment(),
      ...GATEWAY_MEMORY.env,
      NODE_NO_WARNINGS: '1',
      NODE_ENV: 'production',
      GATEWAY_ORGANISATION: organisation.mspId,
      GATEWAY_ORGANISATION_KIND: organisation.kind,
      GATEWAY_HOST: listenHost(organisation),
      GATEWAY_PORT: String(ports.gateway),
      GATEWAY_CHANNEL: consortium.channel,
      GATEWAY_CHAINCODE: consortium.chaincode,
      GATEWAY_PEER_ENDPOINT: `${host}:${ports.peer.listen}`,
      GATEWAY_PEER_TLS_ROOT: tlsFiles(folder.peer).root,
      GATEWAY_WALLET_DIR: folder.wallet,
      GATEWAY_WALLET_SECRET_FILE: folder.walletSecret,
      GATEWAY_CA_URL: `https://localhost:${ports.ca.listen}`,
      GATEWAY_CA_NAME: IDENTITY_CA,
      GATEWAY_CA_TLS_ROOT: folder.caCertificate,
      GATEWAY_CA_REGISTRAR_DIR: folder.memberRegistrar,
      GATEWAY_TOKEN_KEY: folder.tokenKey,
      GATEWAY_DATA_DIR: data,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...(issuers !== undefined && { GATEWAY_OIDC_ISSUERS: issuers }),
    },
    cwd: PROJECT_ROOT,
    port: ports.gateway,
    healthUrl: `http://${LOOPBACK}:${ports.gateway}/healthz`,
    revision: contentDigest(PROJECT_ROOT, GATEWAY_SOURCES),
  };
}
