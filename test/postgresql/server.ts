/** A PostgreSQL server of the tests' own: a new cluster on a free port, under a user that is not root. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isExecutable } from '../../test-network-scripts/binaries/tools.ts';

const SUPERUSER = 'commonwatt';
/** Where Debian keeps the servers of its versions, which are not on PATH. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
/** The user that Debian's package makes, and that runs the server when the tests are run by root. */
const SYSTEM_USER = 'postgres';
/** Enough for the gateways of a whole test network, each with a pool of its own. */
const MAX_CONNECTIONS = 300;
const READY_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;
const LAST_LINES = 20;

export class PostgresqlServer {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #port: number;
  readonly #password: string;

  private constructor(process: ChildProcess, folder: string, port: number, password: string) {
    this.#process = process;
    this.#folder = folder;
    this.#port = port;
    this.#password = password;
  }

  /** Whether the server's programs are on this machine. */
  static isInstalled(): boolean {
    return programs() !== undefined;
  }

  /** @throws Error when the programs are missing or the server does not start; the message has its last lines */
  static async start(): Promise<PostgresqlServer> {
    const bin = programs();
    if (bin === undefined) throw new Error('there is no PostgreSQL server: apt-get install postgresql');
    const owner = ownerOfCluster();
    const folder = mkdtempSync(join(tmpdir(), 'commonwatt-postgresql-'));
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const data = join(folder, 'data');
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (owner) chownSync(passwordFile, owner.uid, owner.gid);
    const options = ['-D', data, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const init = [...options, '--encoding=UTF8', '--locale=C', '--no-sync'];
    const made = spawnSync(join(bin, 'initdb'), init, { cwd: folder, encoding: 'utf8', ...owner });
    if (made.status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
    }
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: String(MAX_CONNECTIONS),
      // The cluster is thrown away: it need not survive a power cut.
      fsync: 'off',
    };
    const args = [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ];
    const child = spawn(join(bin, 'postgres'), args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...owner,
    });
    const server = new PostgresqlServer(child, folder, port, password);
    await server.#awaitReady();
    return server;
  }

  /** Of a database by that name, which may not exist yet; `{organisation}` is left to whoever reads the address. */
  url(database: string): string {
    return `postgres://${SUPERUSER}:${this.#password}@127.0.0.1:${this.#port}/${database}`;
  }

  /** As the server tells it, for example `15.18 (Debian 15.18-0+deb12u1)`. */
  async version(): Promise<string> {
    return connected(this.url('postgres'), async (client) => {
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? '';
    });
  }

  async createDatabase(name: string): Promise<void> {
    await createDatabase(this.url('postgres'), name);
  }

  /** Ends the server and removes the cluster. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const exit = once(this.#process, 'exit');
      // The “fast” shutdown: connections are ended.
      this.#process.kill('SIGINT');
      await exit;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #awaitReady(): Promise<void> {
    const lines: string[] = [];
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter(Boolean));
      lines.splice(0, lines.length - LAST_LINES);
    });
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.#answers())) {
      if (this.#process.exitCode !== null || Date.now() > deadline) {
        await this.stop();
        throw new Error(`PostgreSQL does not start:\n${lines.join('\n')}`);
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  async #answers(): Promise<boolean> {
    return connected(this.url('postgres'), () => Promise.resolve(true)).catch(() => false);
  }
}

/** @param url of any database of the server, for a user that may create others */
export async function createDatabase(url: string, name: string): Promise<void> {
  await connected(url, async (client) => {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

async function connected<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** The folder with PostgreSQL's programs: one on PATH, or Debian's of the newest version. */
function programs(): string | undefined {
  const versions = readFolder(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to be run by root. */
function ownerOfCluster(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`root cannot run PostgreSQL, and there is no user ${SYSTEM_USER}`);
    return Number(stdout);
  });
  return { uid: uid ?? NaN, gid: gid ?? NaN };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
