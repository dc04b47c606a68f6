import type { common } from '@hyperledger/fabric-protos';
import { sql, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import { applyEffects, coinsSpent, subjectsOf, type Gathered } from './apply-effects.ts';
import type { Database } from './database.ts';
import { decodeBlock, type DecodedBlock } from './decode-block.ts';
import { effectsOf, type Market } from './effects.ts';
import { contentOf, type LedgerContent } from './content.ts';
import { emptyTables } from './ledger-tables.ts';
import type { Projection } from './projection.ts';
import { ownedHeads, type OwnedHead } from './records/head.ts';
import type { Row } from './records/record-kind.ts';
import { RowBuffer } from './row-buffer.ts';
import type { Tables } from './tables.ts';

/** Blocks of the own peer, from one on and for ever; the iteration ends or throws when the connection is lost. */
export interface BlockSource {
  blocks(from: number, signal: AbortSignal): AsyncIterable<common.Block>;
  /** Number of blocks on the peer. */
  height(): Promise<number>;
}

/** Blocks written together while catching up: in number, and as long as they have fewer bytes. */
const MAX_BLOCKS_AT_ONCE = 50;
const ENOUGH_BYTES_AT_ONCE = 1_000_000;
/** Before the stream is opened again. */
const PAUSE_MS = 250;
const NONE = -1;

interface Waiter {
  readonly blockNumber: number;
  arrived(): void;
}

/**
 * Follows the own peer's blocks and keeps the read model up to date: rows and checkpoint are written in one database
 * transaction, so that neither a crash nor a lost connection leaves anything out or applies it twice.
 */
export class Projector implements Projection {
  readonly #database: Database;
  readonly #source: BlockSource;
  readonly #market: Market;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<Parameters<Projection['onChange']>[0]>();
  #blockNumber = NONE;
  #headerHash = '';
  #lost = false;
  /** Last block that the peer had when following it began; undefined until it was asked. */
  #target: number | undefined;
  #running: Promise<void> | undefined;
  #stream = new AbortController();
  /** Settles when nobody writes the tables or needs them to stay as they are. */
  #atRest: Promise<unknown> = Promise.resolve();

  constructor(parts: { database: Database; source: BlockSource; market: Market; log: Logger }) {
    this.#database = parts.database;
    this.#source = parts.source;
    this.#market = parts.market;
    this.#log = parts.log;
  }

  get blockNumber(): number {
    return this.#blockNumber;
  }

  get catchingUp(): boolean {
    if (this.#target !== undefined) return this.#blockNumber < this.#target;
    return !this.#lost || this.#blockNumber === NONE;
  }

  async lagBlocks(): Promise<number> {
    return Math.max(0, (await this.#source.height()) - 1 - this.#blockNumber);
  }

  async start(): Promise<void> {
    await this.#readProgress();
    this.#running = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  waitForBlock(blockNumber: number, timeoutMs: number): Promise<boolean> {
    if (this.#blockNumber >= blockNumber) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (arrived: boolean) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(arrived);
      };
      const waiter: Waiter = { blockNumber, arrived: () => settle(true) };
      const timer = setTimeout(() => settle(false), timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  onChange(listener: (accounts: ReadonlySet<string>, blockNumber: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  content(): Promise<LedgerContent & { readonly blockNumber: number }> {
    return this.#alone(async () => ({
      blockNumber: this.#blockNumber,
      ...(await contentOf(this.#database)),
    }));
  }

  async rebuild(): Promise<void> {
    await this.#alone(async () => {
      this.#log.info('building the read model anew from block 0');
      await this.#startOver();
    });
  }

  /** Runs `work` while no block is written. */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#atRest.then(work);
    this.#atRest = result.catch(() => undefined);
    return result;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#stream = new AbortController();
      const stream = this.#stream.signal;
      try {
        await this.#projectAll(AbortSignal.any([signal, stream]));
      } catch (error) {
        if (!stream.aborted) this.#reportLoss(error);
      } finally {
        this.#stream.abort();
      }
      await pause(PAUSE_MS, signal);
    }
  }

  async #projectAll(signal: AbortSignal): Promise<void> {
    await this.#readProgress();
    this.#target ??= (await this.#source.height()) - 1;
    for await (const blocks of gather(this.#source.blocks(this.#blockNumber + 1, signal))) {
      await this.#alone(async () => {
        if (!signal.aborted) await this.#project(blocks.map(decodeBlock));
      });
    }
  }

  async #project(blocks: readonly DecodedBlock[]): Promise<void> {
    const last = blocks.at(-1);
    if (last === undefined) return;
    if (!this.#continuesChain(blocks)) {
      await this.#changeChain();
      return;
    }
    const effects = blocks.map((block) => ({
      number: block.number,
      effects: effectsOf(this.#market, block),
    }));
    const subjects = effects.flatMap((block) => subjectsOf(block.effects));
    const gathered: Gathered = {
      rows: new RowBuffer(),
      touched: new Set(),
      heads: await this.#loadHeads(subjects),
      coinOwners: await this.#loadCoinOwners(effects.flatMap((block) => coinsSpent(block.effects))),
    };
    for (const block of effects) applyEffects(gathered, block.number, block.effects);
    await this.#write(gathered.rows, last);
    if (this.#lost) this.#log.info({ blockNumber: last.number }, 'blocks arrive again');
    this.#lost = false;
    this.#announce(gathered.touched);
  }

  /** Whether every block names the one before it; else the peer's chain is not the one that the read model was built from. */
  #continuesChain(blocks: readonly DecodedBlock[]): boolean {
    let number = this.#blockNumber;
    let headerHash = this.#headerHash;
    for (const block of blocks) {
      if (block.number !== number + 1) throw new Error(`block ${block.number} came after ${number}`);
      if (number !== NONE && block.previousHash !== headerHash) return false;
      ({ number, headerHash } = block);
    }
    return true;
  }

  async #write(rows: RowBuffer, last: DecodedBlock): Promise<void> {
    const progress = { block_number: last.number, header_hash: last.headerHash };
    await this.#database.transaction().execute(async (transaction) => {
      await this.#requireProgress(transaction);
      await rows.flush(transaction);
      await transaction
        .insertInto('ledger.progress')
        .values(progress)
        .onConflict((conflict) => conflict.column('singleton').doUpdateSet(progress))
        .execute();
    });
    this.#blockNumber = last.number;
    this.#headerHash = last.headerHash;
  }

  /**
   * Two processes that write the same tables would each put back what the other has brought forward.
   *
   * @throws when another one has written them meanwhile
   */
  async #requireProgress(transaction: Transaction<Tables>): Promise<void> {
    const progress = await transaction
      .selectFrom('ledger.progress')
      .select('block_number')
      .forUpdate()
      .executeTakeFirst();
    const found = progress?.block_number ?? NONE;
    if (found === this.#blockNumber) return;
    throw new Error(`another process writes these tables: they are as of block ${found}`);
  }

  #announce(touched: ReadonlySet<string>): void {
    for (const waiter of [...this.#waiters]) {
      if (waiter.blockNumber <= this.#blockNumber) waiter.arrived();
    }
    for (const listener of this.#listeners) listener(touched, this.#blockNumber);
  }

  /** Once, however often the peer cannot be reached before it is back. */
  #reportLoss(error: unknown): void {
    if (this.#stopping.signal.aborted) return;
    this.#log[this.#lost ? 'debug' : 'warn']({ err: error }, 'no blocks arrive: trying again');
    this.#lost = true;
  }

  async #loadHeads(ids: readonly string[]): Promise<Map<string, OwnedHead>> {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<Row>`select * from ledger.heads where id = any(${ids})`.execute(
      this.#database,
    );
    return new Map(rows.map((row) => [row.id, ownedHeads.value(row)]));
  }

  async #loadCoinOwners(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<{
      id: string;
      owner: string;
    }>`select id, owner from ledger.coins where id = any(${ids})`.execute(this.#database);
    return new Map(rows.map(({ id, owner }) => [id, owner]));
  }

  async #readProgress(): Promise<void> {
    const progress = await this.#database.selectFrom('ledger.progress').selectAll().executeTakeFirst();
    this.#blockNumber = progress?.block_number ?? NONE;
    this.#headerHash = progress?.header_hash ?? '';
  }

  async #changeChain(): Promise<void> {
    this.#log.warn('the peer has another chain than the read model was built from: building it anew');
    await this.#startOver();
  }

  async #startOver(): Promise<void> {
    await emptyTables(this.#database);
    this.#target = undefined;
    this.#blockNumber = NONE;
    // Whatever stream is open by now goes on where the tables ended before.
    this.#stream.abort();
  }
}

/** What has arrived since the last look, as one list. */
async function* gather(blocks: AsyncIterable<common.Block>): AsyncGenerator<common.Block[]> {
  const iterator = blocks[Symbol.asyncIterator]();
  let next = nextOf(iterator);
  for (;;) {
    const first = await next;
    if (first.done === true) return;
    const list = [first.value];
    let bytes = bytesOf(first.value);
    next = nextOf(iterator);
    while (list.length < MAX_BLOCKS_AT_ONCE && bytes < ENOUGH_BYTES_AT_ONCE) {
      const more = await Promise.race([next, nothingYet()]);
      if (more === undefined || more.done === true) break;
      list.push(more.value);
      bytes += bytesOf(more.value);
      next = nextOf(iterator);
    }
    yield list;
  }
}

function bytesOf(block: common.Block): number {
  const transactions = block.getData()?.getDataList_asU8() ?? [];
  return transactions.reduce((sum, { length }) => sum + length, 0);
}

/** The next block; a failure is reported by whoever awaits it, which may be after a database transaction. */
function nextOf(iterator: AsyncIterator<common.Block>): Promise<IteratorResult<common.Block>> {
  const next = iterator.next();
  next.catch(() => undefined);
  return next;
}

/** Undefined after what is already in the process has been handed on. */
function nothingYet(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => resolve(undefined)));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
}
