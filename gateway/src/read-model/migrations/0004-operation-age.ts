import { type Migration, sql } from 'kysely';

/** Finds the operations that ended longest ago. */
export const indexOperationAge: Migration = {
  async up(db) {
    await sql`create index on service.operations (finished_at) where finished_at is not null`.execute(db);
  },
};
