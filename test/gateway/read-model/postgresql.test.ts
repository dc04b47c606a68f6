import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase, type Database } from '../../../gateway/src/read-model/database.ts';
import { OperationJournal } from '../../../gateway/src/read-model/operation-journal.ts';
import { createDatabase } from '../../postgresql/server.ts';

const server = process.env.COMMONWATT_TEST_DATABASE_SERVER;
const OPERATIONS = 300;

(server === undefined ? describe.skip : describe)('a PostgreSQL server', function () {
  this.timeout(60_000);
  let database: Database;
  let lost: Error[];

  before(async () => {
    const name = `lost_${randomBytes(8).toString('hex')}`;
    await createDatabase(server ?? '', name);
    const url = new URL(server ?? '');
    url.pathname = `/${name}`;
    lost = [];
    database = await openDatabase({ url: url.href }, (error) => lost.push(error));
  });
  after(() => database.destroy());

  /** Ends all connections to the database, as a restart of the server does. */
  async function endConnections(): Promise<void> {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    const { name } = (await sql<{ name: string }>`select current_database() as name`.execute(database))
      .rows[0] ?? { name: '' };
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await client.end();
  }

  it('may end connections nobody uses: the gateway lives on', async () => {
    await endConnections();
    await pause(200);
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database);
    assert.deepEqual(rows, [{ one: 1 }]);
    assert.deepEqual(lost, []);
  });

  it('may end connections at any time: each operation is taken once, and its fate is recorded', async () => {
    const journal = new OperationJournal(database);
    const carriedOut = async (number: number): Promise<boolean> => {
      const [id, transactionId] = [`o${number}`, `t${number}`];
      const key = { account: 'RiversideMSP/m1', idempotencyKey: `k${number}` };
      const { created } = await journal.open({ id, ...key, method: 'coins:pay', requestHash: 'h' });
      const intent = { transactionId, operationIds: [id], envelope: Buffer.from(id), results: [{ number }] };
      await journal.intend(intent);
      if (number % 3 === 0) {
        await journal.drop(transactionId);
        await journal.fail([id], { code: 'UNAVAILABLE', detail: 'invalid' });
      } else await journal.commit(intent, number);
      return created;
    };
    const over = new AbortController();
    const ending = (async () => {
      for (let times = 0; !over.signal.aborted || times < 3; times += 1) {
        await endConnections().catch(() => undefined);
        await pause(150);
      }
    })();
    const created: boolean[] = [];
    for (let from = 0; from < OPERATIONS; from += 10)
      created.push(
        ...(await Promise.all(Array.from({ length: 10 }, (_, index) => carriedOut(from + index)))),
      );
    over.abort();
    await ending;
    assert.ok(created.every(Boolean));
    assert.deepEqual([await journal.intents(), await journal.unbroadcast()], [[], []]);
    for (let number = 0; number < OPERATIONS; number += 1) {
      const found = await journal.find(`o${number}`);
      assert.equal(found?.status, number % 3 === 0 ? 'failed' : 'committed');
      assert.deepEqual(found.transactionIds, [`t${number}`]);
    }
    assert.deepEqual(lost, []);
  });
});
