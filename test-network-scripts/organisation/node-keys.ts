/** Where a node keeps its identity (MSP folder) and its TLS key pair. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Enrolment } from '../../fabric-ca-client/index.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../atomic-file.ts';

/** Roots that vouch for an organisation: of its identities, and of its servers. PEM. */
export type Roots = { identity: string; tls: string };

export function mspFolder(nodeFolder: string): string {
  return join(nodeFolder, 'msp');
}

export function tlsFolder(nodeFolder: string): string {
  return join(nodeFolder, 'tls');
}

export function tlsFiles(nodeFolder: string): { certificate: string; key: string; root: string } {
  const file = (name: string) => join(tlsFolder(nodeFolder), name);
  return { certificate: file('cert.pem'), key: file('key.pem'), root: file('ca.pem') };
}

/** The public half of an MSP folder: what others need to recognise the organisation's identities. */
export function publicMspFiles(roots: Roots): Record<string, string> {
  const unit = (role: string) => ({ Certificate: 'cacerts/ca.pem', OrganizationalUnitIdentifier: role });
  const units = {
    Enable: true,
    ClientOUIdentifier: unit('client'),
    PeerOUIdentifier: unit('peer'),
    AdminOUIdentifier: unit('admin'),
    OrdererOUIdentifier: unit('orderer'),
  };
  return {
    [join('cacerts', 'ca.pem')]: roots.identity,
    [join('tlscacerts', 'tlsca.pem')]: roots.tls,
    'config.yaml': `${JSON.stringify({ NodeOUs: units }, undefined, 2)}\n`,
  };
}

export function nodeMspFiles(roots: Roots, enrolment: Enrolment): Record<string, string> {
  return {
    ...publicMspFiles(roots),
    [join('signcerts', 'cert.pem')]: enrolment.certificate,
    [join('keystore', 'key.pem')]: enrolment.key,
  };
}

/** Fills a folder with all of the files or none: it appears under its name only when it is complete. */
export function writeFolder(folder: string, files: Record<string, string>): void {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(draft, name)), { recursive: true, mode: PRIVATE_FOLDER });
    writeFileSync(join(draft, name), content, { mode: PRIVATE_FILE });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

/** The enrolment in a folder of `cert.pem` and `key.pem`; undefined when it is not there. */
export function readEnrolment(folder: string): Enrolment | undefined {
  const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  if (!existsSync(certificate) || !existsSync(key)) return undefined;
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
}
