import { amount, type Json, type JsonObject, list, object, text, texts, whole } from './json.ts';
import type { ReplayedLedger, Step } from './replayed-ledger.ts';

/** Escrow: what is locked is locked by something open that lists it, and worth what it must be. */
export class EscrowBook {
  *check({ changes }: Step, ledger: ReplayedLedger): Generator<string> {
    const touches = (...types: readonly string[]) => changes.some(({ type }) => types.includes(type));
    if (touches('offer', 'holding')) yield* differences('offered', offered(ledger), lockedHoldings(ledger));
    if (touches('bid', 'hold', 'proposal', 'coin'))
      yield* differences('held', due(ledger), heldCoins(ledger));
  }

  *close(ledger: ReplayedLedger): Generator<string> {
    for (const offer of ledger.all('offer')) yield* checkSold(offer, ledger);
    for (const trade of ledger.all('trade')) yield* checkPrice(trade, ledger);
  }
}

/** What is locked, for whom and by what, to be compared. */
function line(...parts: readonly (Json | undefined)[]): string {
  return JSON.stringify(parts);
}

function* differences(
  what: string,
  expected: readonly string[],
  actual: readonly string[],
): Generator<string> {
  for (const missing of expected.filter((item) => !actual.includes(item))) yield `not ${what}: ${missing}`;
  for (const extra of actual.filter((item) => !expected.includes(item)))
    yield `${what} for nothing: ${extra}`;
}

function offered(ledger: ReplayedLedger): string[] {
  return ledger.all('offer').flatMap(({ id, seller, status, pieces }) => {
    const left = list(pieces).map(({ batch, start, units }) =>
      line(batch, start, whole(start) + whole(units), seller, id),
    );
    return status === 'open' ? left : left.map((piece) => `${piece} by an offer that is ${text(status)}`);
  });
}

function lockedHoldings(ledger: ReplayedLedger): string[] {
  return ledger
    .all('holding')
    .filter(({ state }) => object(state).kind === 'offered')
    .map(({ batch, start, end, owner, state }) => line(batch, start, end, owner, object(state).offer));
}

/** Coins that must be held: by open bids and holds, and by proposals to burn. */
function due(ledger: ReplayedLedger): string[] {
  const bids = open(ledger, 'bid').filter((bid) => amount(bid.amount) > 0n);
  const burns = open(ledger, 'proposal').filter(({ subject }) => object(subject).kind === 'burn');
  return [
    ...bids.map((bid) => line(`${text(bid.id)}.0`, bid.buyer, bid.amount, 'bid', bid.id)),
    ...open(ledger, 'hold').map((hold) =>
      line(`${text(hold.id)}.0`, hold.payer, hold.amount, 'hold', hold.id),
    ),
    ...burns.flatMap(({ id, subject, proposedBy }) =>
      texts(object(subject).coins).map((coin) => {
        const [creator = '', index = ''] = coin.split('.');
        const stored = ledger.get('coin', creator, index.padStart(4, '0'));
        return line(coin, proposedBy, stored?.amount, 'burn', id);
      }),
    ),
  ];
}

function heldCoins(ledger: ReplayedLedger): string[] {
  return ledger
    .all('coin')
    .filter(({ state }) => object(state).kind === 'held')
    .map(({ id, owner, amount: worth, state }) => line(id, owner, worth, object(state).by, object(state).id));
}

function open(ledger: ReplayedLedger, type: string): JsonObject[] {
  return ledger.all(type).filter(({ status }) => status === 'open');
}

/** Sold and left make up what was offered, as far as the offer was not ended. */
function* checkSold(
  { id, status, offeredUnits, pieces }: JsonObject,
  ledger: ReplayedLedger,
): Generator<string> {
  const sold = sum(ledger.all('trade').filter(({ offer }) => offer === id));
  const total = sold + sum(list(pieces));
  const isEnded = status === 'withdrawn' || status === 'expired';
  if (isEnded ? total > whole(offeredUnits) : total !== whole(offeredUnits))
    yield `offer ${text(id)} of ${whole(offeredUnits)} units: ${total} sold and left`;
  if (status === 'filled' && list(pieces).length > 0)
    yield `offer ${text(id)} is filled, and something is left`;
}

function sum(records: readonly JsonObject[]): number {
  return records.reduce((total, { units }) => total + whole(units), 0);
}

/** Money = price x units x unit Wh; the price is the bid's, or the offer's. */
function* checkPrice(trade: JsonObject, ledger: ReplayedLedger): Generator<string> {
  const offer = object(ledger.get('offer', text(trade.offer)));
  const bid = trade.bid === undefined ? undefined : object(ledger.get('bid', text(trade.bid)));
  const price = (bid ?? offer).price;
  const worth = BigInt(whole(price)) * BigInt(whole(trade.units)) * BigInt(whole(offer.unitWh));
  if (trade.price !== price || amount(trade.amount) !== worth) yield `price of trade ${text(trade.id)}`;
  if (whole(trade.units) !== sum(list(trade.pieces))) yield `units of trade ${text(trade.id)}`;
  if (bid !== undefined && (bid.status !== 'accepted' || bid.units !== trade.units))
    yield `bid of trade ${text(trade.id)}`;
}
