import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { EmbeddedDatabase } from './embedded-database.ts';
import { embeddedDialect } from './embedded-dialect.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** Where the data lie: a PostgreSQL server, a folder of the embedded database, or only this process's memory. */
export type DatabaseLocation =
  { readonly url: string } | { readonly directory: string } | { readonly memory: true };

/** Connections to a PostgreSQL server, at most. */
const POOL_SIZE = 10;
const CONNECT_MS = 10_000;
const MIGRATION_SCHEMA = 'service';

/**
 * Opens the database and brings its tables up to date.
 *
 * @param onLost called when the embedded database has ended by itself; a server may come back
 */
export async function openDatabase(
  location: DatabaseLocation,
  onLost?: (error: Error) => void,
): Promise<Database> {
  const database: Database = new Kysely<Tables>({ dialect: await dialectOf(location, onLost) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

async function dialectOf(location: DatabaseLocation, onLost: ((error: Error) => void) | undefined) {
  if ('url' in location) return new PostgresDialect({ pool: poolOf(location.url) });
  if ('directory' in location) await mkdir(dirname(location.directory), { recursive: true, mode: 0o700 });
  const directory = 'directory' in location ? location.directory : undefined;
  return embeddedDialect(new EmbeddedDatabase(directory, onLost));
}

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: POOL_SIZE, types: PG_TYPES },
    ...{ keepAlive: true, connectionTimeoutMillis: CONNECT_MS },
  });
  // Whoever has a statement under way hears of a lost connection from it, and others get another one. Unheard, either
  // event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

/** Of `int8[]`, which the library has no name for. */
const INT8_ARRAY = 1016;
const parserOf = pg.types.getTypeParser as (oid: number) => (text: string) => (string | null)[];
const parseTextArray = parserOf(INT8_ARRAY);

/** As the embedded database answers it: int8 as a number, since every such column holds numbers that fit. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [
    INT8_ARRAY,
    (text: string) => parseTextArray(text).map((value) => (value === null ? null : Number(value))),
  ],
]);

const PG_TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: TypeId, format: 'text' | 'binary' = 'text'): unknown =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    migrationTableSchema: MIGRATION_SCHEMA,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the database cannot be brought up to date', { cause: error });
}
