import {
  advanceHead,
  coveredPeriod,
  firstHead,
  type AcceptedBlock,
  type Change,
  type Meter,
  type MeteredSubject,
} from '@commonwatt/chaincode/domain';
import { DUPLICATE_TXID, VALID } from './decode-block.ts';
import type { Effects } from './effects.ts';
import { partiesOf } from './parties.ts';
import { accounts } from './records/account.ts';
import { batches } from './records/batch.ts';
import { bids } from './records/bid.ts';
import { coins } from './records/coin.ts';
import { cursors } from './records/cursor.ts';
import { devices } from './records/device.ts';
import { headId, ownedHeads, type OwnedHead } from './records/head.ts';
import { holdings } from './records/holding.ts';
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
import type { RowBuffer } from './row-buffer.ts';

/** More rows than one transaction can bring into a table, and more transactions than a block can hold. */
const POSITIONS_PER_TRANSACTION = 10_000;
const TRANSACTIONS_PER_BLOCK = 10_000;

/** Where the effects of several blocks are gathered. */
export interface Gathered {
  readonly rows: RowBuffer;
  /** Accounts whose coins or holdings changed. */
  readonly touched: Set<string>;
  /** Heads by id: all that exist already of the subjects in {@link subjectsOf}; brought up to date here. */
  readonly heads: Map<string, OwnedHead>;
  /** Owners by coin: all that exist already of the coins in {@link coinsSpent}. */
  readonly coinOwners: ReadonlyMap<string, string>;
}

type Positions = () => number;

/** Ids of the heads that the effects read. */
export function subjectsOf(effects: readonly Effects[]): string[] {
  return effects.flatMap(({ changes, blocks }) => [
    ...changes.flatMap((change) =>
      change.type === 'point' || change.type === 'device' ? [`${change.type}/${change.value.id}`] : [],
    ),
    ...blocks.map(({ block }) => headId(block.subject)),
  ]);
}

/** Ids of the coins that the effects spend. */
export function coinsSpent(effects: readonly Effects[]): string[] {
  return effects.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.type === 'coinSpent' ? [change.id] : [])),
  );
}

/** Turns the effects of one block's transactions into rows. */
export function applyEffects(gathered: Gathered, blockNumber: number, effects: readonly Effects[]): void {
  for (const effect of effects) {
    let position =
      (blockNumber * TRANSACTIONS_PER_BLOCK + effect.transaction.index) * POSITIONS_PER_TRANSACTION;
    const next: Positions = () => position++;
    listTransaction(gathered, blockNumber, effect, next);
    for (const change of effect.changes) applyChange(gathered, change, next);
    for (const block of effect.blocks) applyProfileBlock(gathered, effect, block, next);
  }
}

function listTransaction(
  { rows, touched, heads: known, coinOwners }: Gathered,
  blockNumber: number,
  effect: Effects,
  next: Positions,
): void {
  const { id, index, at, creator, validationCode } = effect.transaction;
  // A copy of a transaction that is listed already, or an invalid one that claims the id of a valid one.
  if (validationCode === DUPLICATE_TXID) return;
  if (validationCode !== VALID && rows.get(transactions, id)?.validation_code === VALID) return;
  const { method, ids } = effect;
  const parties = partiesOf(effect, {
    head: (head) => known.get(head)?.owner,
    coin: (coin) => (rows.get(coins, coin)?.owner as string | undefined) ?? coinOwners.get(coin),
  });
  rows.put(
    transactions,
    { id, blockNumber, index, at, method, creator, validationCode, ids, parties },
    next(),
  );
  if (creator !== null && effect.changes.length > 0) touched.add(creator);
}

function applyChange(gathered: Gathered, change: Change, next: Positions): void {
  const { rows, touched } = gathered;
  switch (change.type) {
    case 'organisation':
      rows.put(organisations, change.value, next());
      break;
    case 'account':
      rows.put(accounts, change.value, next());
      break;
    case 'point':
      rows.put(points, change.value, next());
      openHead(gathered, { kind: 'point', id: change.value.id }, change.value, next);
      break;
    case 'device':
      rows.put(devices, change.value, next());
      openHead(gathered, { kind: 'device', id: change.value.id }, change.value, next);
      break;
    case 'scheme':
      rows.put(schemes, change.value, next());
      break;
    case 'issuance':
      rows.put(issuances, change.value, next());
      break;
    case 'cursor':
      rows.put(cursors, change.value, next());
      break;
    case 'batch':
      rows.put(batches, change.value, next());
      break;
    case 'holding':
      touched.add(change.value.owner);
      rows.put(holdings, change.value, next());
      break;
    case 'transfer':
      rows.put(transfers, change.value, next());
      break;
    case 'retirement':
      rows.put(retirements, change.value, next());
      break;
    case 'coin':
      touched.add(change.value.owner);
      rows.put(coins, change.value, next());
      break;
    case 'coinSpent':
      rows.remove(coins, change.id);
      break;
    case 'payment':
      rows.put(payments, change.value, next());
      break;
    case 'hold':
      rows.put(holds, change.value, next());
      break;
    case 'offer':
      rows.put(offers, change.value, next());
      break;
    case 'bid':
      rows.put(bids, change.value, next());
      break;
    case 'trade':
      rows.put(trades, change.value, next());
      break;
    case 'proposal':
      rows.put(proposals, change.value, next());
      break;
  }
}

/** A subject's chain begins with its submission; a later change of it may only bring another meter. */
function openHead(
  { rows, heads: known }: Gathered,
  subject: MeteredSubject,
  { owner, meter }: { owner: string; meter: Meter | null },
  next: Positions,
): void {
  if (meter === null) return;
  const id = headId(subject);
  const before = known.get(id)?.head ?? firstHead(subject, meter);
  const after = { owner, head: { ...before, meter } };
  known.set(id, after);
  rows.put(ownedHeads, after, next());
}

function applyProfileBlock(
  { rows, heads: known }: Gathered,
  { transaction }: Effects,
  { block, hash }: AcceptedBlock,
  next: Positions,
): void {
  const id = headId(block.subject);
  const before = known.get(id);
  if (before === undefined) throw new Error(`an accepted profile block of ${id}, which was never submitted`);
  const after = { owner: before.owner, head: advanceHead(before.head, block, hash) };
  known.set(id, after);
  rows.put(ownedHeads, after, next());
  const { subject, sequence, intervalSec, intervals, fillsGap, registers } = block;
  rows.put(
    readingBlocks,
    {
      ...{ subject, sequence, intervalSec, intervals, fillsGap, registers, hash },
      ...coveredPeriod(block),
      owner: before.owner,
      attestedBy: before.head.meter.attestedBy ?? null,
      arrivedAt: transaction.at,
      transactionId: transaction.id,
    },
    next(),
  );
}
