/** How an organisation's peer reaches its own chaincode process: mutual TLS under the organisation's own TLS CA. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Organisation } from '../../network/consortium.ts';
import { writeJson } from '../atomic-file.ts';
import { LOOPBACK } from '../organisation/listen-address.ts';
import { tlsFiles } from '../organisation/node-keys.ts';
import type { OrganisationFolder } from '../state-folder.ts';

/** The folder that the peer's external builder looks into. */
export function connectionsFolder(folder: OrganisationFolder): string {
  return join(folder.chaincode, 'connections');
}

export function chaincodeAddress({ ports }: Pick<Organisation, 'ports'>): string {
  return `${LOOPBACK}:${ports.chaincode}`;
}

/** Writes the connection of the chaincode package with this label. */
export function writeConnection(organisation: Organisation, folder: OrganisationFolder, label: string): void {
  const tls = tlsFiles(folder.peer);
  const pem = (file: string) => readFileSync(file, 'utf8');
  writeJson(join(connectionsFolder(folder), `${label}.json`), {
    address: chaincodeAddress(organisation),
    dial_timeout: '10s',
    tls_required: true,
    root_cert: pem(tls.root),
    client_auth_required: true,
    client_cert: pem(tls.certificate),
    client_key: pem(tls.key),
  });
}
