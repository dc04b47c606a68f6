/** Where everything of a network lies on disk. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setting } from './setting.ts';

export const PROJECT_ROOT = resolve(import.meta.dirname, '..');

const DEFAULT_STATE = join(PROJECT_ROOT, '.commonwatt');

/** The state folder: the argument, else `COMMONWATT_STATE`, else `.commonwatt` in the project. Absolute. */
export function stateFolder(path?: string): StateFolder {
  return new StateFolder(resolve(path ?? setting('COMMONWATT_STATE') ?? DEFAULT_STATE));
}

export class StateFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** The consortium that this state was made for, ports shifted. */
  get consortiumFile(): string {
    return join(this.root, 'consortium.json');
  }

  /** Held by a command while it changes the network. */
  get lockFile(): string {
    return join(this.root, 'lock.json');
  }

  /** What organisations hand to each other: one folder per organisation, and the channel's genesis block. */
  get publicDir(): string {
    return join(this.root, 'public');
  }

  get genesisBlock(): string {
    return join(this.publicDir, 'genesis.block');
  }

  organisation(name: string): OrganisationFolder {
    return new OrganisationFolder(join(this.root, 'organisations', name));
  }

  /** The folders of all organisations that have one. */
  organisations(): OrganisationFolder[] {
    const folder = join(this.root, 'organisations');
    return existsSync(folder) ? readdirSync(folder).map((name) => this.organisation(name)) : [];
  }
}

/** One organisation's own folder; nobody else reads it. */
export class OrganisationFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  get ca(): string {
    return join(this.root, 'ca');
  }

  get caCertificate(): string {
    return join(this.ca, 'ca-cert.pem');
  }

  get tlsCaCertificate(): string {
    return join(this.ca, 'tlsca', 'ca-cert.pem');
  }

  /** The enrolment with which this organisation's gateway registers members. */
  get memberRegistrar(): string {
    return join(this.ca, 'registrar');
  }

  get peer(): string {
    return join(this.root, 'peer');
  }

  get orderer(): string {
    return join(this.root, 'orderer');
  }

  get chaincode(): string {
    return join(this.root, 'chaincode');
  }

  get gateway(): string {
    return join(this.root, 'gateway');
  }

  get tokenKey(): string {
    return join(this.gateway, 'token-key.pem');
  }

  /** What the wallet's keys are sealed with: one line. */
  get walletSecret(): string {
    return join(this.gateway, 'wallet-secret');
  }

  /** Takes the place of the wallet's secret as soon as all keys are sealed with it. */
  get nextWalletSecret(): string {
    return join(this.gateway, 'wallet-secret.next');
  }

  get wallet(): string {
    return join(this.root, 'wallet');
  }

  /** The folder of one enrolled identity: `cert.pem` and `key.pem`. */
  identity(enrolmentId: string): string {
    return join(this.wallet, enrolmentId);
  }

  /** What should run: one file per node, read by the supervisor. */
  nodeFile(node: string): string {
    return join(this.root, 'nodes', `${node}.json`);
  }

  get nodesDir(): string {
    return join(this.root, 'nodes');
  }

  /** What does run: one file per process, written by the supervisor. */
  runFile(node: string): string {
    return join(this.root, 'run', `${node}.json`);
  }

  logFile(node: string): string {
    return join(this.root, 'logs', `${node}.log`);
  }
}
