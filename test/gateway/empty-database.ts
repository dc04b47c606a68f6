import { randomBytes } from 'node:crypto';
import { openDatabase, type Database } from '../../gateway/src/read-model/database.ts';
import { createDatabase } from '../postgresql/server.ts';

/**
 * A database that nobody else uses: an embedded one in memory, or a new one of the PostgreSQL server that
 * `COMMONWATT_TEST_DATABASE_SERVER` names (URL of any of its databases, for a user that may create others).
 */
export async function emptyDatabase(): Promise<Database> {
  const server = process.env.COMMONWATT_TEST_DATABASE_SERVER;
  if (server === undefined) return openDatabase({ memory: true });
  const name = `test_${randomBytes(8).toString('hex')}`;
  await createDatabase(server, name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openDatabase({ url: url.href });
}
