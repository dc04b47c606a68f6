import { join } from 'node:path';
import type { Logger } from 'pino';
import { WalletKeys } from '../../key-sealing/index.ts';
import { certificateRole } from './authentication/certificate-role.ts';
import type { Configuration } from './configuration.ts';
import { AccountReservations } from './fabric/account-reservations.ts';
import { blockStream } from './fabric/block-stream.ts';
import type { CommandObserver } from './fabric/command-observer.ts';
import type { Commands } from './fabric/command.ts';
import { PeerConnection } from './fabric/connection.ts';
import { FileWallet } from './fabric/file-wallet.ts';
import type { Ledger } from './fabric/ledger.ts';
import { COMMAND_LIMITS, LedgerCommands } from './fabric/ledger-commands.ts';
import { PeerLedger } from './fabric/peer-ledger.ts';
import type { Reservations } from './fabric/reservations.ts';
import { sealWallet } from './fabric/seal-wallet.ts';
import type { LedgerIdentity, Wallet } from './fabric/wallet.ts';
import { ApiKeyTable } from './read-model/api-key-table.ts';
import { openDatabase, type Database } from './read-model/database.ts';
import { LineBatchTable } from './read-model/line-batch-table.ts';
import { openReadModel } from './read-model/open-read-model.ts';
import { OperationJournal } from './read-model/operation-journal.ts';
import type { Projection } from './read-model/projection.ts';
import { Projector } from './read-model/projector.ts';
import type { ReadModel } from './read-model/read-model.ts';
import { WebhookTable } from './read-model/webhook-table.ts';
import { Retention } from './services/retention.ts';

/** All that services need of the ledger and its read model. */
export interface LedgerAccess {
  readonly wallet: Wallet;
  /** The gateway's own identity. */
  readonly self: LedgerIdentity;
  readonly ledger: Ledger;
  readonly commands: Commands;
  readonly reservations: Reservations;
  readonly readModel: ReadModel;
  readonly webhooks: WebhookTable;
  readonly apiKeys: ApiKeyTable;
  readonly lineBatches: LineBatchTable;
  readonly projection: Projection;
  /** Closes streams, connections and database. Commands still under way are cut off, to be resolved at the next start. */
  close(): Promise<void>;
}

const DATABASE_FOLDER = 'database';

/** Who is told what. */
export interface Watchers {
  readonly commands: CommandObserver;
  /** The embedded database has ended by itself: this process can do nothing more. */
  readonly databaseLost: (error: Error) => void;
}

/**
 * Opens wallet, database and connections, follows the blocks, and resolves in the background what an earlier process
 * left unresolved.
 *
 * @throws when wallet, database or settings are unusable; an unreachable peer is no error, it is tried again for ever
 */
export async function openLedgerAccess(
  configuration: Configuration,
  log: Logger,
  watchers: Watchers,
): Promise<LedgerAccess> {
  const { channel, chaincode, peer, wallet: keys } = configuration;
  const wallet = openWallet(configuration, log);
  const self = wallet.get(keys.ownEnrolmentId);
  if (self === undefined) throw new Error(`no identity ${keys.ownEnrolmentId} in ${keys.directory}`);
  // Blocks come on a connection of their own, so that a long one does not hold up commands.
  const connections = { commands: new PeerConnection(peer), blocks: new PeerConnection(peer) };
  const ledger = new PeerLedger(connections.commands, self, { channel, chaincode });
  const database = await openDatabase(databaseLocation(configuration), watchers.databaseLost);
  const projector = new Projector({
    database,
    source: {
      blocks: (from, signal) => blockStream(connections.blocks, self, channel, from, signal),
      height: () => ledger.height(),
    },
    market: { channel, chaincode },
    log,
  });
  const journal = new OperationJournal(database);
  const commands = new LedgerCommands({
    ledger,
    journal,
    log,
    limits: { ...COMMAND_LIMITS, ...configuration.commandLimits },
    observer: watchers.commands,
    waitForBlock: (blockNumber, timeoutMs) => projector.waitForBlock(blockNumber, timeoutMs),
  });
  const reservations = new AccountReservations();
  projector.onChange((accounts) => reservations.changed(accounts));
  await projector.start();
  void commands.recover().catch((error: unknown) => log.fatal({ err: error }, 'recovery failed'));
  const lineBatches = new LineBatchTable(database);
  const apiKeys = new ApiKeyTable(database);
  const retention = new Retention([journal, lineBatches, apiKeys], configuration.operationRetentionDays, log);
  retention.start();
  return {
    ...{ wallet, self, ledger, commands, reservations, lineBatches, apiKeys, projection: projector },
    readModel: openReadModel(database),
    webhooks: new WebhookTable(database),
    close: async () => {
      await commands.drain(0);
      await retention.stop();
      await closeAll(projector, connections, database);
    },
  };
}

/** What a gateway keeps for others is sealed; its own enrolment and those without a role are the operator's, and stay. */
function openWallet(
  { wallet: { directory, secretFile }, organisation: { mspId } }: Configuration,
  log: Logger,
) {
  const keys = new WalletKeys(secretFile);
  const wallet = new FileWallet(directory, mspId, keys);
  wallet.clear();
  const isKeptForOthers = (certificate: string) =>
    !['gateway', undefined].includes(certificateRole(certificate));
  const sealed = sealWallet(directory, mspId, keys.seal, isKeptForOthers);
  if (sealed.length > 0) log.info({ keys: sealed.length }, 'plain keys of the wallet were sealed');
  return wallet;
}

async function closeAll(
  projector: Projector,
  connections: Record<string, PeerConnection>,
  database: Database,
) {
  await projector.stop();
  for (const connection of Object.values(connections)) connection.close();
  await database.destroy();
}

function databaseLocation({ databaseUrl, dataDirectory }: Configuration) {
  return databaseUrl === undefined
    ? { directory: join(dataDirectory, DATABASE_FOLDER) }
    : { url: databaseUrl };
}
