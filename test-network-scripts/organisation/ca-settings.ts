/** One CA process per organisation, holding two CAs: `ca` certifies identities, `tlsca` the names of servers. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Organisation } from '../../network/consortium.ts';
import { readJson, writeJson } from '../atomic-file.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import type { NodeSpec } from '../supervisor/node-spec.ts';
import { baseEnvironment } from './base-environment.ts';
import { LOOPBACK, listenHost, tlsNames } from './listen-address.ts';

export const IDENTITY_CA = 'ca';
export const TLS_CA = 'tlsca';

/** The only identities that a CA knows from its settings; all others are registered by them. */
export const CA_ADMIN = 'ca-admin';
export const TLS_CLIENT = 'nodes';

/** No registrar may act on this type but who may on all, and no MSP takes its certificates. */
const OPERATOR_TYPE = 'operator';

const CONFIG_FILE = 'fabric-ca-server-config.yaml';
const CA_YEARS = 15;
const TLS_YEARS = 10;
const IDENTITY_YEARS = 3;
const HOURS_PER_YEAR = 8760;

export type CaSecrets = { caAdmin: string; tlsClient: string };

/** Writes the CAs' settings unless they are there, and returns the secrets of their first identities. */
export function prepareCa(organisation: Organisation, folder: OrganisationFolder): CaSecrets {
  const secretsFile = join(folder.ca, 'secrets.json');
  const secrets = (readJson(secretsFile) as CaSecrets | undefined) ?? {
    caAdmin: newSecret(),
    tlsClient: newSecret(),
  };
  writeJson(secretsFile, secrets);
  writeJson(join(folder.ca, CONFIG_FILE), identityCaConfig(organisation, secrets));
  writeJson(join(folder.ca, TLS_CA, CONFIG_FILE), tlsCaConfig(organisation, secrets));
  return secrets;
}

export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

export function caNode(organisation: Organisation, folder: OrganisationFolder, binaries: string): NodeSpec {
  const { ca } = organisation.ports;
  return {
    type: 'ca',
    command: join(binaries, 'fabric-ca-server'),
    args: ['start', '--home', folder.ca, '--loglevel', 'warning'],
    env: baseEnvironment(),
    cwd: folder.ca,
    port: ca.listen,
    healthUrl: `http://${LOOPBACK}:${ca.operations}/healthz`,
  };
}

function identityCaConfig(organisation: Organisation, { caAdmin }: CaSecrets): object {
  const attributes = {
    'hf.Registrar.Roles': '*',
    'hf.Registrar.DelegateRoles': '*',
    'hf.Registrar.Attributes': '*',
    'hf.Revoker': true,
    'hf.GenCRL': true,
    'hf.AffiliationMgr': true,
  };
  return {
    ...caConfig(organisation, IDENTITY_CA, { name: CA_ADMIN, secret: caAdmin, attributes }),
    address: listenHost(organisation),
    port: organisation.ports.ca.listen,
    tls: { enabled: true },
    cafiles: [join(TLS_CA, CONFIG_FILE)],
    operations: { listenAddress: `${LOOPBACK}:${organisation.ports.ca.operations}`, tls: { enabled: false } },
    metrics: { provider: 'prometheus' },
    crlsizelimit: 512_000,
  };
}

function tlsCaConfig(organisation: Organisation, { tlsClient }: CaSecrets): object {
  return caConfig(organisation, TLS_CA, { name: TLS_CLIENT, secret: tlsClient, attributes: {} });
}

type FirstIdentity = { name: string; secret: string; attributes: Record<string, string | boolean> };

function caConfig(organisation: Organisation, caName: string, first: FirstIdentity): object {
  const { name } = organisation;
  const identity = {
    name: first.name,
    pass: first.secret,
    type: OPERATOR_TYPE,
    affiliation: '',
    maxenrollments: -1,
    attrs: first.attributes,
  };
  return {
    ca: { name: caName },
    csr: {
      cn: `${caName}.${name.toLowerCase()}`,
      keyrequest: { algo: 'ecdsa', size: 256 },
      names: [{ O: name }],
      hosts: tlsNames(organisation),
      ca: { expiry: hours(CA_YEARS), pathlength: 0 },
    },
    registry: { maxenrollments: -1, identities: [identity] },
    affiliations: {},
    db: { type: 'sqlite3', datasource: 'fabric-ca-server.db' },
    bccsp: { default: 'SW', sw: { hash: 'SHA2', security: 256, filekeystore: { keystore: 'msp/keystore' } } },
    signing: {
      default: { usage: ['digital signature'], expiry: hours(IDENTITY_YEARS) },
      profiles: {
        tls: {
          usage: ['signing', 'key encipherment', 'server auth', 'client auth', 'key agreement'],
          expiry: hours(TLS_YEARS),
        },
      },
    },
    crl: { expiry: hours(1) },
    cfg: { identities: { allowremove: false }, affiliations: { allowremove: false } },
  };
}

function hours(years: number): string {
  return `${years * HOURS_PER_YEAR}h`;
}
