import assert from 'node:assert/strict';
import {
  decideExpireTrades,
  expireCommand,
  expireTrades,
  role,
  type Expiring,
} from '@commonwatt/chaincode/domain';
import { bid, BID_ID, idOf, LATER, offer, OFFER_ID, offeredHoldings, valuesOf } from '../samples.ts';

const anOffer = (more: Parameters<typeof offer>[0] = {}): Expiring => ({
  kind: 'offer',
  id: OFFER_ID,
  offer: offer(more),
  holdings: more.pieces?.length === 0 ? [] : offeredHoldings(),
});
const aBid = (more: Parameters<typeof bid>[0] = {}): Expiring => ({
  kind: 'bid',
  id: BID_ID,
  bid: bid(more),
});
const verdicts = (at: number, ...items: Expiring[]) =>
  decideExpireTrades(at, items).result.verdicts.map(({ verdict, code }) => code ?? verdict);

describe('trades:expire', () => {
  it('frees what expired offers and bids had locked', () => {
    const { outcome, changes } = decideExpireTrades(LATER, [anOffer(), aBid()]);
    assert.equal(outcome, 'done');
    assert.deepEqual(
      valuesOf(changes, 'holding').map(({ start, end, state }) => [start, end, state.kind]),
      [
        [0, 10, 'free'],
        [20, 25, 'free'],
      ],
    );
    assert.deepEqual(valuesOf(changes, 'offer'), [offer({ pieces: [], status: 'expired' })]);
    assert.deepEqual(valuesOf(changes, 'bid'), [bid({ status: 'expired' })]);
    assert.deepEqual(
      valuesOf(changes, 'coin').map(({ id, amount, state }) => [id, amount, state.kind]),
      [[`${BID_ID}.0`, '24000', 'free']],
    );
  });

  it('gives a verdict each, and one refused item does not spoil the others', () => {
    const nothing: Expiring = { kind: 'offer', id: idOf('nothing'), offer: undefined, holdings: [] };
    const noBid: Expiring = { kind: 'bid', id: idOf('no bid'), bid: undefined };
    assert.deepEqual(verdicts(LATER, nothing, anOffer(), noBid, aBid()), [
      'NOT_FOUND',
      'done',
      'NOT_FOUND',
      'done',
    ]);
  });

  it('refuses before the time is over', () => {
    assert.deepEqual(verdicts(LATER - 1, anOffer(), aBid()), ['EXPIRY_NOT_REACHED', 'EXPIRY_NOT_REACHED']);
  });

  it('refuses what is closed otherwise, and has happened already where it is expired', () => {
    assert.deepEqual(
      verdicts(LATER, anOffer({ pieces: [], status: 'filled' }), aBid({ status: 'accepted' })),
      ['OFFER_CLOSED', 'BID_CLOSED'],
    );
    const again = decideExpireTrades(LATER, [
      anOffer({ pieces: [], status: 'expired' }),
      aBid({ status: 'expired' }),
    ]);
    assert.deepEqual([again.outcome, again.changes], ['exists', []]);
  });

  it('refuses an id that is named twice', () => {
    assert.deepEqual(verdicts(LATER, anOffer(), anOffer()), ['done', 'STATE_CONFLICT']);
  });

  it('is open to all roles but the auditor, for 1 to 20 offers and bids', () => {
    assert.deepEqual(
      role.options.filter((name) => !expireTrades.roles.includes(name)),
      ['auditor'],
    );
    const ids = (count: number) => Array.from({ length: count }, (_, index) => idOf(`${index}`));
    const parses = (offers: number, bids: number) =>
      expireCommand.safeParse({ offers: ids(offers), bids: ids(bids) }).success;
    assert.deepEqual([parses(0, 0), parses(1, 0), parses(0, 1), parses(10, 10)], [false, true, true, true]);
    assert.deepEqual([parses(10, 11), parses(21, 0)], [false, false]);
  });
});
