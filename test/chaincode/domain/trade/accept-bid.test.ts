import assert from 'node:assert/strict';
import {
  decideAcceptBid,
  type AcceptBidRecords,
  type Bid,
  type Holding,
  type Offer,
} from '@commonwatt/chaincode/domain';
import { brokenParty } from '../breakages.ts';
import { itRefuses } from '../precedence.ts';
import {
  active,
  ANNA,
  BATCH,
  bid,
  BID_ID,
  BRUNO,
  consortium,
  requestBy,
  idOf,
  NOW,
  offer,
  offeredHoldings,
  spentBy,
  valuesOf,
} from '../samples.ts';

interface Input {
  caller: string;
  records: Omit<AcceptBidRecords, 'bid' | 'offer' | 'holdings'> & {
    bid: Bid | undefined;
    offer: Offer | undefined;
    holdings: (Holding | undefined)[];
  };
}

const valid = (): Input => ({
  caller: ANNA,
  records: {
    consortium: consortium(),
    bid: bid(),
    offer: offer(),
    buyer: active(BRUNO),
    holdings: offeredHoldings(),
  },
});
const decide = ({ caller, records }: Input) =>
  decideAcceptBid(requestBy(caller), { idempotencyKey: 'k', bid: BID_ID }, records);

describe('trades:acceptBid', () => {
  it('spends the held coin, pays the seller with coin 0 and hands over the front of the offer', () => {
    const { changes } = decide(valid());
    assert.deepEqual(spentBy(changes), [`${BID_ID}.0`]);
    assert.deepEqual(valuesOf(changes, 'coin'), [
      { v: 1, id: `${idOf('request')}.0`, owner: ANNA, amount: '24000', state: { kind: 'free' } },
    ]);
    assert.deepEqual(
      valuesOf(changes, 'holding').map(({ start, end, owner, state }) => [start, end, owner, state.kind]),
      [
        [0, 10, BRUNO, 'free'],
        [20, 22, BRUNO, 'free'],
        [22, 25, ANNA, 'offered'],
      ],
    );
    assert.deepEqual(valuesOf(changes, 'bid'), [bid({ status: 'accepted' })]);
    assert.deepEqual(valuesOf(changes, 'offer'), [
      offer({ pieces: [{ batch: BATCH, start: 22, units: 3 }] }),
    ]);
  });

  it('trades at the price of the bid', () => {
    const [record] = valuesOf(decide(valid()).changes, 'trade');
    assert.deepEqual(
      [record?.bid, record?.seller, record?.buyer, record?.price, record?.amount],
      [BID_ID, ANNA, BRUNO, 2, '24000'],
    );
  });

  it('moves no coin for a bid at price 0', () => {
    const input = valid();
    input.records.bid = bid({ price: 0, amount: '0' });
    const { changes } = decide(input);
    assert.deepEqual([spentBy(changes), valuesOf(changes, 'coin')], [[], []]);
  });

  itRefuses(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such bid',
      hidesOthers: true,
      spoil: ({ records }) => {
        records.bid = undefined;
      },
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the caller is not the seller',
      spoil: (input) => {
        input.caller = BRUNO;
      },
    },
    ...brokenParty('buyer', BRUNO),
    {
      code: 'CERTIFICATE_EXPIRED',
      why: 'a certificate has expired since it was offered',
      spoil: ({ records }) => {
        if (records.holdings[0]) records.holdings[0].expiresAt = NOW;
      },
    },
    {
      code: 'OFFER_CLOSED',
      why: 'the offer is withdrawn',
      spoil: ({ records }) => {
        if (records.offer) records.offer.status = 'withdrawn';
      },
    },
    {
      code: 'OFFER_CHANGED',
      why: 'the offer has fewer units left',
      spoil: ({ records }) => {
        records.offer?.pieces.pop();
      },
    },
    {
      code: 'BID_CLOSED',
      why: 'the bid is accepted already',
      spoil: ({ records }) => {
        if (records.bid) records.bid.status = 'accepted';
      },
    },
    {
      code: 'EXPIRY_PASSED',
      why: 'the time of the bid is over',
      spoil: ({ records }) => {
        if (records.bid) records.bid.expiresAt = NOW;
      },
    },
    {
      code: 'EXPIRY_PASSED',
      why: 'the time of the offer is over',
      spoil: ({ records }) => {
        if (records.offer) records.offer.expiresAt = NOW;
      },
    },
  ]);
});
