import assert from 'node:assert/strict';
import {
  bidForCertificates,
  decideBidForCertificates,
  type BidCommand,
  type BidRecords,
  type Coin,
  type Offer,
} from '@commonwatt/chaincode/domain';
import { brokenCoins, brokenParty } from '../breakages.ts';
import { codeOf, itRefuses } from '../precedence.ts';
import {
  active,
  ANNA,
  BRUNO,
  coin,
  coinId,
  consortium,
  requestBy,
  idOf,
  LATER,
  NOW,
  offer,
  OFFER_ID,
  spentBy,
  valuesOf,
} from '../samples.ts';

interface Input {
  caller: string;
  command: BidCommand;
  records: Omit<BidRecords, 'offer' | 'coins'> & { offer: Offer | undefined; coins: (Coin | undefined)[] };
}

/** 12 units of 1000 Wh at 2 per kWh: 24,000. */
const valid = (): Input => ({
  caller: BRUNO,
  command: {
    idempotencyKey: 'k',
    offer: OFFER_ID,
    units: 12,
    price: 2,
    coins: [coinId(0)],
    expiresAt: LATER,
  },
  records: {
    consortium: consortium(),
    offer: offer(),
    seller: active(ANNA),
    coins: [coin(0, '25000', { owner: BRUNO })],
  },
});
const decide = ({ caller, command, records }: Input) =>
  decideBidForCertificates(requestBy(caller), command, records);

describe('trades:bid', () => {
  it('holds price x units x unit Wh as coin 0 and gives coin 1 back as change', () => {
    const { changes } = decide(valid());
    const id = idOf('request');
    assert.deepEqual(spentBy(changes), [coinId(0)]);
    assert.deepEqual(valuesOf(changes, 'coin'), [
      { v: 1, id: `${id}.0`, owner: BRUNO, amount: '24000', state: { kind: 'held', by: 'bid', id } },
      { v: 1, id: `${id}.1`, owner: BRUNO, amount: '1000', state: { kind: 'free' } },
    ]);
    const [record] = valuesOf(changes, 'bid');
    assert.deepEqual([record?.buyer, record?.amount, record?.status], [BRUNO, '24000', 'open']);
  });

  it('takes no coins at price 0', () => {
    const input = valid();
    input.command.price = 0;
    assert.equal(
      codeOf(() => decide(input)),
      'COINS_UNBALANCED',
    );
    input.command.coins = [];
    input.records.coins = [];
    assert.deepEqual(valuesOf(decide(input).changes, 'coin'), []);
  });

  it('is the same request whichever coins pay', () => {
    const { command } = valid();
    const intent = (more: Partial<BidCommand>) => bidForCertificates.intent?.({ ...command, ...more }, BRUNO);
    assert.deepEqual(intent({ coins: [coinId(9)] }), intent({}));
    assert.notDeepEqual(intent({ units: 1 }), intent({}));
  });

  itRefuses(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such offer',
      hidesOthers: true,
      spoil: ({ records }) => {
        records.offer = undefined;
      },
    },
    ...brokenParty('seller', ANNA),
    ...brokenCoins('RiversideMSP/dora'),
    {
      code: 'FUNDS_INSUFFICIENT',
      why: 'the coins are worth less',
      spoil: ({ records }) => {
        if (records.coins[0]) records.coins[0].amount = '23999';
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
      code: 'EXPIRY_PASSED',
      why: 'it would expire now',
      spoil: ({ command }) => {
        command.expiresAt = NOW;
      },
    },
    {
      code: 'EXPIRY_PASSED',
      why: 'the time of the offer is over',
      spoil: ({ records }) => {
        if (records.offer) records.offer.expiresAt = NOW;
      },
    },
    {
      code: 'OWN_OFFER',
      why: 'the seller bids',
      spoil: ({ records }) => {
        if (records.offer) records.offer.seller = BRUNO;
      },
    },
  ]);
});
