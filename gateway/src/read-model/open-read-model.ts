import { CoinTable } from './coin-table.ts';
import type { Database } from './database.ts';
import { TransactionEventLog } from './event-log.ts';
import { HoldingTable } from './holding-table.ts';
import type { ReadModel } from './read-model.ts';
import { RecordTable } from './record-table.ts';
import { accounts } from './records/account.ts';
import { batches } from './records/batch.ts';
import { bids } from './records/bid.ts';
import { cursors } from './records/cursor.ts';
import { devices } from './records/device.ts';
import { heads } from './records/head.ts';
import { holds } from './records/hold.ts';
import { issuances } from './records/issuance.ts';
import { offers } from './records/offer.ts';
import { organisations } from './records/organisation.ts';
import { payments } from './records/payment.ts';
import { points } from './records/point.ts';
import { proposals } from './records/proposal.ts';
import { readingBlocks } from './records/reading-block.ts';
import { retirements } from './records/retirement.ts';
import { schemes } from './records/scheme.ts';
import { trades } from './records/trade.ts';
import { transactions } from './records/transaction.ts';
import { transfers } from './records/transfer.ts';

export function openReadModel(database: Database): ReadModel {
  return {
    organisations: new RecordTable(database, organisations),
    accounts: new RecordTable(database, accounts),
    points: new RecordTable(database, points),
    devices: new RecordTable(database, devices),
    heads: new RecordTable(database, heads),
    blocks: new RecordTable(database, readingBlocks),
    schemes: new RecordTable(database, schemes),
    issuances: new RecordTable(database, issuances),
    cursors: new RecordTable(database, cursors),
    batches: new RecordTable(database, batches),
    holdings: new HoldingTable(database),
    coins: new CoinTable(database),
    payments: new RecordTable(database, payments),
    holds: new RecordTable(database, holds),
    offers: new RecordTable(database, offers),
    bids: new RecordTable(database, bids),
    trades: new RecordTable(database, trades),
    proposals: new RecordTable(database, proposals),
    transfers: new RecordTable(database, transfers),
    retirements: new RecordTable(database, retirements),
    transactions: new RecordTable(database, transactions),
    events: new TransactionEventLog(database),
  };
}
