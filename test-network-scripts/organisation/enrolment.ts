/** Everything that an organisation's CAs certify: its nodes, its operator, its gateway and its users. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaClient, CaError } from '../../fabric-ca-client/index.ts';
import type { Attribute, Enrolment, Registration } from '../../fabric-ca-client/index.ts';
import { WalletKeys } from '../../key-sealing/index.ts';
import type { Organisation } from '../../network/consortium.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { CA_ADMIN, IDENTITY_CA, TLS_CA, TLS_CLIENT, newSecret } from './ca-settings.ts';
import type { CaSecrets } from './ca-settings.ts';
import { tlsNames } from './listen-address.ts';
import { mspFolder, nodeMspFiles, readEnrolment, tlsFolder, writeFolder } from './node-keys.ts';
import type { Roots } from './node-keys.ts';

/** Enrolment ids of the identities that every organisation has. */
export const ADMIN = 'admin';
export const GATEWAY = 'gateway';
const MEMBER_REGISTRAR = 'member-registrar';

type Task = { folder: string; marker: string; enrol: () => Promise<void> };

/** Whether nothing is left to enrol. */
export function isEnrolled(organisation: Organisation, folder: OrganisationFolder): boolean {
  return enrolmentFolders(organisation, folder).every(({ path, marker }) => existsSync(join(path, marker)));
}

/** Enrols whatever is not enrolled yet. The organisation's CAs must be up. */
export async function enrolOrganisation(
  organisation: Organisation,
  folder: OrganisationFolder,
  secrets: CaSecrets,
): Promise<void> {
  const url = `https://localhost:${organisation.ports.ca.listen}`;
  const roots: Roots = {
    identity: readFileSync(folder.caCertificate, 'utf8'),
    tls: readFileSync(folder.tlsCaCertificate, 'utf8'),
  };
  const identities = new CaClient({ url, caName: IDENTITY_CA, tlsRoot: roots.identity });
  const servers = new CaClient({ url, caName: TLS_CA, tlsRoot: roots.identity });

  const adminFolder = join(folder.ca, 'admin');
  const known = readEnrolment(adminFolder);
  const admin = known ?? (await identities.enrol({ id: CA_ADMIN, secret: secrets.caAdmin }));
  if (!known) writeEnrolment(adminFolder, admin);

  const identity = async (registration: Registration) => await enrolIdentity(identities, admin, registration);
  const tls = async () =>
    await servers.enrol({
      id: TLS_CLIENT,
      secret: secrets.tlsClient,
      profile: 'tls',
      hosts: tlsNames(organisation),
    });
  const toWallet = (path: string, registration: Registration): Task => ({
    folder: path,
    marker: 'key.pem',
    enrol: async () => writeEnrolment(path, await identity(registration)),
  });
  const { seal } = new WalletKeys(folder.walletSecret);
  const toSealedWallet = (enrolmentId: string, registration: Registration): Task => ({
    folder: folder.identity(enrolmentId),
    marker: 'key.pem',
    enrol: async () => {
      const { certificate, key } = await identity(registration);
      const sealed = seal.seal(Buffer.from(key), { mspId: organisation.mspId, enrolmentId });
      writeEnrolment(folder.identity(enrolmentId), { certificate, key: sealed });
    },
  });
  const toMsp = (path: string, type: 'peer' | 'orderer'): Task => ({
    folder: mspFolder(path),
    marker: 'config.yaml',
    enrol: async () => writeFolder(mspFolder(path), nodeMspFiles(roots, await identity({ id: type, type }))),
  });
  const toTls = (path: string): Task => ({
    folder: tlsFolder(path),
    marker: 'key.pem',
    enrol: async () => {
      const { certificate, key } = await tls();
      writeFolder(tlsFolder(path), { 'cert.pem': certificate, 'key.pem': key, 'ca.pem': roots.tls });
    },
  });

  const tasks: Task[] = [
    toWallet(folder.memberRegistrar, {
      id: MEMBER_REGISTRAR,
      type: 'client',
      attributes: REGISTRAR_ATTRIBUTES,
    }),
    toWallet(folder.identity(ADMIN), { id: ADMIN, type: 'admin' }),
    toWallet(folder.identity(GATEWAY), withRole(GATEWAY, 'gateway')),
    ...organisation.users.map(({ id, role }) => toSealedWallet(id, withRole(id, role))),
    toMsp(folder.peer, 'peer'),
    toTls(folder.peer),
    toTls(folder.chaincode),
    ...(organisation.ports.orderer ? [toMsp(folder.orderer, 'orderer'), toTls(folder.orderer)] : []),
  ];
  await Promise.all(
    tasks.filter((task) => !existsSync(join(task.folder, task.marker))).map((task) => task.enrol()),
  );
}

function withRole(id: string, role: string): Registration {
  return { id, type: 'client', attributes: [{ name: 'role', value: role, ecert: true }] };
}

/** With it a gateway registers members, gives them a role, and revokes them; it can make no node and no admin. */
const REGISTRAR_ATTRIBUTES: Attribute[] = [
  { name: 'hf.Registrar.Roles', value: 'client' },
  { name: 'hf.Registrar.Attributes', value: 'role' },
  { name: 'hf.Revoker', value: 'true' },
  { name: 'hf.GenCRL', value: 'true' },
];

/** The secret lives for this one enrolment only and is written nowhere. */
async function enrolIdentity(ca: CaClient, admin: Enrolment, registration: Registration): Promise<Enrolment> {
  const secret = newSecret();
  try {
    await ca.register(admin, { ...registration, secret });
  } catch (error) {
    // Registered by a run that was interrupted before it enrolled.
    if (!(error instanceof CaError && error.alreadyRegistered)) throw error;
    await ca.renewSecret(admin, registration.id, secret);
  }
  return await ca.enrol({ id: registration.id, secret });
}

function writeEnrolment(folder: string, { certificate, key }: Enrolment): void {
  writeFolder(folder, { 'cert.pem': certificate, 'key.pem': key });
}

function enrolmentFolders(
  organisation: Organisation,
  folder: OrganisationFolder,
): { path: string; marker: string }[] {
  const wallet = [ADMIN, GATEWAY, ...organisation.users.map(({ id }) => id)].map((id) => folder.identity(id));
  const nodes = [folder.peer, ...(organisation.ports.orderer ? [folder.orderer] : [])];
  const keys = [
    join(folder.ca, 'admin'),
    folder.memberRegistrar,
    ...wallet,
    ...[...nodes, folder.chaincode].map(tlsFolder),
  ];
  return [
    ...keys.map((path) => ({ path, marker: 'key.pem' })),
    ...nodes.map((node) => ({ path: mspFolder(node), marker: 'config.yaml' })),
  ];
}
