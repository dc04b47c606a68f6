import { must, mustEqual } from '../discrepancy.ts';
import { mustBeActive } from './caller.ts';
import { FREE, standing, unitsOf, type CoinState, type Expected } from './expected.ts';
import { schemeName } from './key.ts';
import type { Piece, RecordOf } from './record.ts';
import { madeBy, mustKeep, type Deed } from './transaction.ts';

type Offer = RecordOf<'offer'>;
type Bid = RecordOf<'bid'>;
type Trade = RecordOf<'trade'>;

/** What offers, bids and trades say of certificates and coins: both change hands together or not at all. */
export function expectTrades(deed: Deed, expected: Expected): void {
  for (const change of deed.changes('offer')) {
    const offer = madeBy(change);
    if (change.before === undefined) expectNewOffer(deed, offer, change.key, expected);
    else expectOfferChange(deed, change.before, offer, change.key, expected);
  }
  for (const change of deed.changes('bid')) {
    const bid = madeBy(change);
    if (change.before === undefined) expectNewBid(deed, bid, change.key, expected);
    else expectBidEnd(deed, change.before, bid, change.key, expected);
  }
  for (const change of deed.changes('trade')) expectTrade(deed, madeBy(change), change.key, expected);
}

function heldBy(bid: string): CoinState {
  return { kind: 'held', by: 'bid', id: bid };
}

function costOf(price: number, units: number, unitWh: number): bigint {
  return BigInt(price) * BigInt(units) * BigInt(unitWh);
}

function expectNewOffer(deed: Deed, offer: Offer, key: string, expected: Expected): void {
  mustEqual('certificates are offered by their owner', deed.account, offer.seller, { key });
  mustEqual('an offer begins open', 'open', offer.status, { key });
  mustEqual('a record counts its units', unitsOf(offer.pieces), offer.offeredUnits, { key });
  mustEqual(
    "an offer has its scheme's unit",
    deed.named('scheme', schemeName(offer.scheme)).unitWh,
    offer.unitWh,
  );
  for (const piece of offer.pieces) {
    mustEqual('an offer is of one scheme', offer.scheme, deed.named('batch', piece.batch).scheme, { key });
  }
  expected.move(offer.pieces, standing(offer.seller, 'free'), standing(offer.seller, 'offered', offer.id));
}

function expectOfferChange(deed: Deed, before: Offer, offer: Offer, key: string, expected: Expected): void {
  mustKeep(before, offer, ['pieces', 'status'], key);
  mustEqual('a closed offer stays closed', 'open', before.status, { key });
  const sold = deed.changes('trade').flatMap(({ after }) => (after?.offer === offer.id ? after.pieces : []));
  switch (offer.status) {
    case 'open':
    case 'filled': {
      const isSold = sold.length > 0 && (offer.status === 'open') === offer.pieces.length > 0;
      must(isSold, 'an offer changes by trades', { key, expected: 'a trade', found: offer });
      mustEqual(
        'what is sold is taken from the offer',
        unitSet(before.pieces),
        unitSet([...offer.pieces, ...sold]),
        { key },
      );
      return;
    }
    case 'withdrawn':
      mustEqual('an offer is withdrawn by its seller', deed.account, offer.seller, { key });
      break;
    case 'expired':
      must(deed.now >= offer.expiresAt, 'an offer expires in time', {
        key,
        expected: offer.expiresAt,
        found: deed.now,
      });
  }
  mustEqual('an ended offer has no pieces, nor sells any', 0, offer.pieces.length + sold.length, { key });
  expected.move(before.pieces, standing(offer.seller, 'offered', offer.id), standing(offer.seller, 'free'));
}

/** Units as sorted ranges of their batches, neighbours joined: equal for equal sets of units without doubles. */
function unitSet(pieces: readonly Piece[]): string[] {
  const ranges: { batch: string; start: number; end: number }[] = [];
  const sorted = [...pieces].sort((a, b) =>
    a.batch === b.batch ? a.start - b.start : a.batch < b.batch ? -1 : 1,
  );
  for (const { batch, start, units } of sorted) {
    const last = ranges.at(-1);
    if (last?.batch === batch && last.end === start) last.end += units;
    else ranges.push({ batch, start, end: start + units });
  }
  return ranges.map(({ batch, start, end }) => `${batch} [${start}, ${end})`);
}

function expectNewBid(deed: Deed, bid: Bid, key: string, expected: Expected): void {
  const offer = deed.named('offer', bid.offer);
  mustEqual('a bid is made by its buyer', deed.account, bid.buyer, { key });
  mustEqual('a bid begins open', 'open', bid.status, { key });
  mustEqual('a bid is for an open offer', 'open', offer.status, { key });
  mustBeActive(deed, [offer.seller], key);
  mustEqual('money = price x units x unit', costOf(bid.price, bid.units, offer.unitWh), bid.amount, { key });
  if (bid.amount === 0n) return;
  expected.make(`${bid.id}.0`, bid.buyer, bid.amount, heldBy(bid.id));
  expected.payByCaller(`${bid.id}.1`, bid.buyer);
}

function expectBidEnd(deed: Deed, before: Bid, bid: Bid, key: string, expected: Expected): void {
  mustKeep(before, bid, ['status'], key);
  mustEqual('a bid ends once', 'open', before.status, { key });
  switch (bid.status) {
    case 'accepted': {
      const isTraded = deed.changes('trade').some(({ after }) => after?.bid === bid.id);
      must(isTraded, 'an accepted bid is traded', { key, expected: 'its trade', found: 'none' });
      return;
    }
    case 'withdrawn':
      mustEqual('a bid is withdrawn by its buyer', deed.account, bid.buyer, { key });
      break;
    case 'expired':
      must(deed.now >= bid.expiresAt, 'a bid expires in time', {
        key,
        expected: bid.expiresAt,
        found: deed.now,
      });
      break;
    case 'open':
      must(false, 'an open bid changes by ending', { key, expected: 'an end', found: bid });
  }
  if (bid.amount > 0n) expected.restated.set(`${bid.id}.0`, FREE);
}

function expectTrade(deed: Deed, trade: Trade, key: string, expected: Expected): void {
  const offer = deed.changes('offer').find(({ name }) => name === trade.offer)?.before;
  must(offer !== undefined, 'a trade is of an offer that it changes', {
    key,
    expected: trade.offer,
    found: 'none',
  });
  const terms = { seller: offer.seller, scheme: offer.scheme, units: unitsOf(trade.pieces) };
  mustEqual(
    'a trade is of its offer',
    terms,
    { seller: trade.seller, scheme: trade.scheme, units: trade.units },
    { key },
  );
  must(trade.units > 0 && trade.buyer !== trade.seller, 'a trade has units and two sides', {
    key,
    expected: 'a buyer and units',
    found: trade,
  });
  must(deed.now < offer.expiresAt, 'an expired offer is not sold', {
    key,
    expected: offer.expiresAt,
    found: deed.now,
  });
  mustEqual('money = price x units x unit', costOf(trade.price, trade.units, offer.unitWh), trade.amount, {
    key,
  });
  mustBeActive(deed, [trade.buyer, trade.seller], key);
  if (trade.bid === undefined) {
    mustEqual(
      'an offer is accepted by its buyer, at its price',
      [deed.account, offer.price],
      [trade.buyer, trade.price],
      { key },
    );
    if (trade.amount > 0n) expected.payByCaller(`${trade.id}.1`, trade.buyer);
  } else {
    checkAcceptedBid(deed, trade, trade.bid, key);
    if (trade.amount > 0n) expected.spent.set(`${trade.bid}.0`, heldBy(trade.bid));
  }
  expected.make(`${trade.id}.0`, trade.seller, trade.amount);
  expected.move(trade.pieces, standing(trade.seller, 'offered', trade.offer), standing(trade.buyer, 'free'));
}

function checkAcceptedBid(deed: Deed, trade: Trade, name: string, key: string): void {
  const change = deed.changes('bid').find((candidate) => candidate.name === name);
  const bid = change?.after;
  const isAccepted = bid?.status === 'accepted' && change?.before?.status === 'open';
  must(isAccepted, 'a trade accepts the bid it names', {
    key,
    expected: 'an open bid',
    found: change?.before?.status,
  });
  mustEqual('a bid is accepted by the seller', deed.account, trade.seller, { key });
  const terms = {
    offer: bid.offer,
    buyer: bid.buyer,
    units: bid.units,
    price: bid.price,
    amount: bid.amount,
  };
  const { offer, buyer, units, price, amount } = trade;
  mustEqual('a trade is of its bid', terms, { offer, buyer, units, price, amount }, { key });
  must(deed.now < bid.expiresAt, 'an expired bid is not accepted', {
    key,
    expected: bid.expiresAt,
    found: deed.now,
  });
}
