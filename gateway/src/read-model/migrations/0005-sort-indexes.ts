import { type Migration, sql } from 'kysely';

const PRICE = "((value ->> 'price')::bigint)";

/** For each sort key of a list: by itself, and behind the filters that lists are mostly sorted under. */
const INDEXES: Record<string, readonly string[]> = {
  blocks: [
    '(end_at, position)',
    '(kind, subject, end_at, position)',
    '(owner, end_at, position)',
    '(organisation, end_at, position)',
  ],
  batches: ['(vintage, position)', '(owner, vintage, position)', '(organisation, vintage, position)'],
  holdings: ['(vintage, position)', '(owner, vintage, position)', '(organisation, vintage, position)'],
  coins: ['(amount, position)', '(owner, amount, position)', '(organisation, amount, position)'],
  offers: [
    `(${PRICE}, position)`,
    `(status, ${PRICE}, position)`,
    `(scheme, status, ${PRICE}, position)`,
    '(expires_at, position)',
    '(status, expires_at, position)',
  ],
  bids: [
    `(${PRICE}, position)`,
    `(offer, ${PRICE}, position)`,
    `(status, ${PRICE}, position)`,
    '(expires_at, position)',
    '(status, expires_at, position)',
  ],
};

export const addSortIndexes: Migration = {
  async up(db) {
    for (const [table, indexes] of Object.entries(INDEXES))
      for (const index of indexes)
        await sql`create index on ${sql.table(`ledger.${table}`)} ${sql.raw(index)}`.execute(db);
  },
};
