import { type Migration, sql } from 'kysely';

/**
 * Tables of the ledger's records. All have `id` (the record's id on the ledger) and `position` (block, transaction and
 * place of the record's first appearance, for stable order), and most the whole record in `value`; the other columns
 * are what lists are filtered and ordered by.
 */
const TABLES: Record<string, { columns: string; indexes: readonly string[] }> = {
  organisations: {
    columns: 'kind text not null, status text not null, value jsonb not null',
    indexes: [],
  },
  accounts: {
    columns: 'organisation text not null, kind text not null, status text not null, value jsonb not null',
    indexes: ['(organisation, position)'],
  },
  points: {
    columns: `owner text not null, organisation text not null, feeder text not null, status text not null,
      value jsonb not null`,
    indexes: ['(owner, position)', '(organisation, status, position)', '(status, position)'],
  },
  devices: {
    columns: `owner text not null, organisation text not null, point text not null, source text not null,
      region text not null, status text not null, value jsonb not null`,
    indexes: ['(owner, position)', '(organisation, status, position)', '(status, position)', '(point)'],
  },
  heads: {
    columns: 'kind text not null, owner text not null, organisation text not null, value jsonb not null',
    indexes: ['(owner, position)', '(organisation, position)'],
  },
  blocks: {
    columns: `kind text not null, subject text not null, sequence bigint not null, owner text not null,
      organisation text not null, hash text not null, start_at bigint not null, end_at bigint not null,
      interval_sec bigint not null, intervals bigint not null, fills_gap boolean not null, arrived_at bigint not null,
      transaction_id text not null, import_wh bigint[], export_wh bigint[], reactive_import_varh bigint[],
      reactive_export_varh bigint[], generation_wh bigint[], charge_wh bigint[], discharge_wh bigint[],
      state_of_charge_wh bigint[], estimated jsonb not null`,
    indexes: ['(kind, subject, sequence)', '(owner, position)', '(organisation, position)', '(end_at)'],
  },
  schemes: {
    columns: 'scheme text not null, version bigint not null, value jsonb not null',
    indexes: ['(scheme, version)'],
  },
  issuances: {
    columns: `device text not null, owner text not null, organisation text not null, scheme text not null,
      value jsonb not null`,
    indexes: ['(device, position)', '(owner, position)', '(organisation, position)'],
  },
  cursors: {
    columns: 'value jsonb not null',
    indexes: [],
  },
  batches: {
    columns: `issuance text not null, owner text not null, organisation text not null, scheme text not null,
      vintage text not null, devices text[] not null, value jsonb not null`,
    indexes: ['(issuance)', '(owner, position)', '(organisation, position)', 'using gin (devices)'],
  },
  holdings: {
    columns: `batch text not null, start_unit bigint not null, end_unit bigint not null, owner text not null,
      organisation text not null, scheme text not null, unit_wh bigint not null, vintage text not null,
      expires_at bigint, provisional boolean not null, state text not null, offer text, retirement text,
      value jsonb not null`,
    indexes: [
      '(owner, state, scheme, vintage, batch, start_unit)',
      '(owner, position)',
      '(organisation, position)',
      '(batch, start_unit)',
      '(offer) where offer is not null',
      '(retirement) where retirement is not null',
    ],
  },
  coins: {
    columns: `owner text not null, organisation text not null, amount numeric(40) not null, state text not null,
      held_by text, value jsonb not null`,
    indexes: [
      '(owner, state, amount desc)',
      '(owner, position)',
      '(organisation, owner)',
      '(held_by) where held_by is not null',
    ],
  },
  payments: {
    columns: 'payer text not null, parties text[] not null, value jsonb not null',
    indexes: ['(payer, position)', 'using gin (parties)'],
  },
  holds: {
    columns: 'payer text not null, payee text not null, status text not null, value jsonb not null',
    indexes: ['(payer, position)', '(payee, position)'],
  },
  offers: {
    columns: `seller text not null, scheme text not null, status text not null, expires_at bigint not null,
      value jsonb not null`,
    indexes: ['(seller, position)', '(status, position)', "(expires_at) where status = 'open'"],
  },
  bids: {
    columns: `offer text not null, buyer text not null, status text not null, expires_at bigint not null,
      value jsonb not null`,
    indexes: ['(offer, position)', '(buyer, position)', "(expires_at) where status = 'open'"],
  },
  trades: {
    columns: `offer text not null, seller text not null, buyer text not null, scheme text not null,
      value jsonb not null`,
    indexes: ['(offer)', '(seller, position)', '(buyer, position)'],
  },
  proposals: {
    columns: 'kind text not null, status text not null, proposed_by text not null, value jsonb not null',
    indexes: ['(status, position)', '(proposed_by, position)'],
  },
  transfers: {
    columns: 'sender text not null, recipient text not null, value jsonb not null',
    indexes: ['(sender, position)', '(recipient, position)'],
  },
  retirements: {
    columns: `owner text not null, organisation text not null, scheme text not null, purpose text not null,
      beneficiary text, value jsonb not null`,
    indexes: ['(owner, position)', '(organisation, position)', '(beneficiary, position)'],
  },
  transactions: {
    columns: `block_number bigint not null, index_in_block bigint not null, at bigint not null, method text,
      creator text, validation_code bigint not null, ids jsonb`,
    indexes: ['(block_number)', '(creator, position)', '(method, position)'],
  },
};

export const createLedgerSchema: Migration = {
  async up(db) {
    await sql`create schema ledger`.execute(db);
    for (const [name, { columns, indexes }] of Object.entries(TABLES)) {
      const table = sql.table(`ledger.${name}`);
      await sql`create table ${table} (id text primary key, position bigint not null unique, ${sql.raw(columns)})`.execute(
        db,
      );
      for (const index of indexes) await sql`create index on ${table} ${sql.raw(index)}`.execute(db);
    }
    // One row, once the first block is in: how far the tables have come, and on which chain.
    await sql`create table ledger.progress (
      singleton boolean primary key default true check (singleton),
      block_number bigint not null,
      header_hash text not null
    )`.execute(db);
  },
};
