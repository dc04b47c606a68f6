// Checks the read model of the gateway that this environment describes against its peer's blocks, or has it built anew.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { WalletKeys } from '../../key-sealing/index.ts';
import { pino } from 'pino';
import { type Configuration, readConfiguration } from './configuration.ts';
import { Tokens } from './authentication/token.ts';
import { blockStream } from './fabric/block-stream.ts';
import { PeerConnection } from './fabric/connection.ts';
import { FileWallet } from './fabric/file-wallet.ts';
import type { LedgerContent } from './read-model/content.ts';
import { type TableVerdict, verifyContent } from './read-model/verify.ts';

const TOKEN_SEC = 3600;
const ASK_AGAIN_MS = 500;

type Content = LedgerContent & { readonly blockNumber: number };

const program = new Command('read-model').description(
  "Compares a gateway's read model with its peer's blocks, or builds it anew; settings as of the gateway.",
);
program
  .command('verify')
  .description('build a second read model from block 0 and compare; exit code 1 when they differ')
  .action(() => run(verify));
program
  .command('rebuild')
  .description('have the gateway forget its read model and build it from block 0, then verify it')
  .action(() => run(rebuild));
await program.parseAsync();

async function run(action: (configuration: Configuration) => Promise<boolean>): Promise<void> {
  try {
    if (!(await action(readConfiguration(process.env)))) process.exitCode = 1;
  } catch (error) {
    console.error(`read-model: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

async function verify(configuration: Configuration): Promise<boolean> {
  const found = (await ask(configuration, 'GET', '/v1/read-model')) as Content;
  const { channel, chaincode, peer, organisation, wallet } = configuration;
  const keys = new WalletKeys(wallet.secretFile);
  const self = new FileWallet(wallet.directory, organisation.mspId, keys).get(wallet.ownEnrolmentId);
  if (self === undefined) throw new Error(`no identity ${wallet.ownEnrolmentId} in ${wallet.directory}`);
  const connection = new PeerConnection(peer);
  try {
    const verdicts = await verifyContent(found, {
      source: {
        blocks: (from, signal) => blockStream(connection, self, channel, from, signal),
        height: () => Promise.resolve(found.blockNumber + 1),
      },
      market: { channel, chaincode },
      log: pino({ level: 'warn' }, pino.destination(2)),
      onProgress: (blocks) => console.log(`read ${blocks} of ${found.blockNumber + 1} blocks`),
    });
    return report(organisation.mspId, found, verdicts);
  } finally {
    connection.close();
  }
}

async function rebuild(configuration: Configuration): Promise<boolean> {
  const { toBlock } = (await ask(configuration, 'POST', '/v1/read-model/rebuilds')) as { toBlock: number };
  console.log(`${configuration.organisation.mspId}: building blocks 0 to ${toBlock} anew`);
  while (!(await fetch(`${urlOf(configuration)}/readyz`)).ok) {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return await verify(configuration);
}

function report(mspId: string, { blockNumber, hash }: Content, verdicts: readonly TableVerdict[]): boolean {
  const wrong = verdicts.filter(({ same }) => !same);
  for (const { table, rows, expectedRows } of wrong) {
    console.log(`${mspId}: table ${table} differs: ${rows} rows, the blocks give ${expectedRows}`);
  }
  const sum = verdicts.reduce((total, { expectedRows }) => total + expectedRows, 0);
  if (wrong.length === 0)
    console.log(`${mspId}: ${sum} rows as of block ${blockNumber}, as the blocks give them: ${hash}`);
  return wrong.length === 0;
}

/** Asks the running gateway in its own name. */
async function ask(configuration: Configuration, method: 'GET' | 'POST', path: string): Promise<unknown> {
  const { organisation, wallet, tokenKeyFile } = configuration;
  const tokens = new Tokens(readFileSync(tokenKeyFile, 'utf8'), organisation.mspId);
  const expiresAt = Math.floor(Date.now() / 1000) + TOKEN_SEC;
  const token = await tokens.mint({ enrolmentId: wallet.ownEnrolmentId }, expiresAt);
  const response = await fetch(`${urlOf(configuration)}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error((body as { detail: string }).detail);
  return body;
}

function urlOf({ listen: { host, port } }: Configuration): string {
  return `http://${host}:${port}`;
}
