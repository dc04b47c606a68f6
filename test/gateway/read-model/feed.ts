import { sql } from 'kysely';
import type { common } from '@hyperledger/fabric-protos';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { type BlockSource, Projector } from '../../../gateway/src/read-model/projector.ts';
import { silent } from '../fabric/stub-ledger.ts';
import { CHAINCODE, CHANNEL } from './block-builder.ts';

/** A peer whose blocks the test adds, and whose connection it can break. */
export class Feed implements BlockSource {
  readonly chain: common.Block[] = [];
  #wake: () => void = () => undefined;
  #broken = false;
  /** Streams that are open. */
  open = 0;

  add(...blocks: readonly common.Block[]): void {
    this.chain.push(...blocks);
    this.#wake();
  }

  /** The stream that is open throws. */
  breakOff(): void {
    this.#broken = true;
    this.#wake();
  }

  height(): Promise<number> {
    return Promise.resolve(this.chain.length);
  }

  async *blocks(from: number, signal: AbortSignal): AsyncGenerator<common.Block> {
    this.open += 1;
    signal.addEventListener('abort', () => {
      this.open -= 1;
      this.#wake();
    });
    for (let next = from; !signal.aborted;) {
      const block = this.chain[next];
      if (block !== undefined) {
        next += 1;
        yield block;
        continue;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#broken) {
        this.#broken = false;
        throw new Error('14 UNAVAILABLE: Connection dropped');
      }
    }
  }
}

export function newProjector(database: Database, source: BlockSource): Projector {
  return new Projector({ database, source, market: { channel: CHANNEL, chaincode: CHAINCODE }, log: silent });
}

/** Projects blocks with a projector of its own, then stops it. */
export async function project(database: Database, feed: Feed): Promise<Projector> {
  const projector = newProjector(database, feed);
  await projector.start();
  const arrived = await projector.waitForBlock(feed.chain.length - 1, 30_000);
  await projector.stop();
  if (!arrived) throw new Error('the blocks were not projected');
  return projector;
}

const LEDGER_TABLES = sql<{
  name: string;
}>`select tablename as name from pg_tables where schemaname = 'ledger' order by 1`;

export async function emptyLedger(database: Database): Promise<void> {
  for (const { name } of (await LEDGER_TABLES.execute(database)).rows) {
    await sql`truncate ${sql.table(`ledger.${name}`)}`.execute(database);
  }
}

/** Every row of every table of the ledger. */
export async function ledgerContent(database: Database): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const { name } of (await LEDGER_TABLES.execute(database)).rows) {
    const { rows } = await sql`select * from ${sql.table(`ledger.${name}`)} order by 1`.execute(database);
    content[name] = rows;
  }
  return content;
}
