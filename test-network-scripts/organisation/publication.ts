/** What an organisation hands to the others: nothing secret. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_FILES } from '../../network/channel-profile.ts';
import type { Organisation } from '../../network/consortium.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { mspFolder, publicMspFiles, tlsFiles, writeFolder } from './node-keys.ts';

/** Publishes the organisation's roots and its ordering node's certificates, once. */
export function publish(organisation: Organisation, folder: OrganisationFolder, publicDir: string): void {
  const target = join(publicDir, organisation.name);
  if (existsSync(target)) return;
  const read = (file: string) => readFileSync(file, 'utf8');
  const roots = { identity: read(folder.caCertificate), tls: read(folder.tlsCaCertificate) };
  const msp = Object.entries(publicMspFiles(roots)).map(([name, content]) => [
    join(PUBLIC_FILES.msp, name),
    content,
  ]);
  const orderer = organisation.ports.orderer && {
    [PUBLIC_FILES.ordererIdentity]: read(join(mspFolder(folder.orderer), 'signcerts', 'cert.pem')),
    [PUBLIC_FILES.ordererTls]: read(tlsFiles(folder.orderer).certificate),
  };
  writeFolder(target, { ...(Object.fromEntries(msp) as Record<string, string>), ...orderer });
}
