import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../../gateway/src/read-model/database.ts';
import { StatementError } from '../../../gateway/src/read-model/embedded-database.ts';

const WRITER = join(import.meta.dirname, 'write-and-wait.ts');

describe('the embedded database', function () {
  this.timeout(60_000);
  let parent: string;
  let directory: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'database-'));
    directory = join(parent, 'data', 'database');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  async function blockNumber(database: Database): Promise<number | undefined> {
    return (await database.selectFrom('ledger.progress').selectAll().executeTakeFirst())?.block_number;
  }

  it('keeps what was committed when its process is killed', async () => {
    const writer = spawn(process.execPath, [WRITER, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    writer.kill('SIGKILL');
    await ended;
    const database = await openDatabase({ directory });
    assert.equal(await blockNumber(database), 5);
    await database.destroy();
  });

  it('is made anew when making it was interrupted', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'PG_VERSION'), '18');
    const database = await openDatabase({ directory });
    assert.equal(await blockNumber(database), undefined);
    await database.destroy();
  });

  it('syncs to the disk before it calls a transaction committed', async () => {
    const database = await openDatabase({ directory });
    const { rows } = await sql<Record<string, string>>`select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`.execute(database);
    assert.deepEqual(rows, [{ fsync: 'on', commit: 'on' }]);
    await database.destroy();
  });

  it('keeps statements of others out of a transaction, and takes all of it back when it fails', async () => {
    const database = await openDatabase({ memory: true });
    const failing = database.transaction().execute(async (transaction) => {
      await transaction.insertInto('ledger.progress').values({ block_number: 1, header_hash: 'h' }).execute();
      await sql`select 1 / 0`.execute(transaction);
    });
    const between = blockNumber(database);
    await assert.rejects(failing, (error) => error instanceof StatementError && error.code === '22012');
    assert.equal(await between, undefined);
    await database.destroy();
  });

  it('does not hold up the process while it works', async () => {
    const database = await openDatabase({ memory: true });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await sql`select count(*) from generate_series(1, 3000000)`.execute(database);
    clearInterval(timer);
    assert.ok(turns >= 5, `the event loop turned ${turns} times`);
    await database.destroy();
  });
});
