import assert from 'node:assert/strict';
import {
  acceptOffer,
  decideAcceptOffer,
  piecesToDeliver,
  type AcceptOfferCommand,
  type AcceptOfferRecords,
  type Coin,
  type Holding,
  type Offer,
} from '@commonwatt/chaincode/domain';
import { brokenCoins, brokenParty } from '../breakages.ts';
import { codeOf, itRefuses } from '../precedence.ts';
import {
  active,
  ANNA,
  BATCH,
  BRUNO,
  coin,
  coinId,
  consortium,
  requestBy,
  idOf,
  NOW,
  offer,
  offeredHoldings,
  OFFER_ID,
  spentBy,
  valuesOf,
} from '../samples.ts';

interface Input {
  caller: string;
  command: AcceptOfferCommand;
  records: Omit<AcceptOfferRecords, 'offer' | 'holdings' | 'coins'> & {
    offer: Offer | undefined;
    holdings: (Holding | undefined)[];
    coins: (Coin | undefined)[];
  };
}

/** 12 units of 1000 Wh at 3 per kWh: 36,000. */
const valid = (): Input => ({
  caller: BRUNO,
  command: { idempotencyKey: 'k', offer: OFFER_ID, units: 12, coins: [coinId(0), coinId(1)] },
  records: {
    consortium: consortium(),
    offer: offer(),
    seller: active(ANNA),
    holdings: offeredHoldings(),
    coins: [coin(0, '30000', { owner: BRUNO }), coin(1, '7000', { owner: BRUNO })],
  },
});
const decide = ({ caller, command, records }: Input) =>
  decideAcceptOffer(requestBy(caller), command, records);

describe('trades:acceptOffer', () => {
  it('takes the units from the front of the offer and leaves the rest on offer', () => {
    const { changes } = decide(valid());
    const locked = { kind: 'offered', offer: OFFER_ID };
    assert.deepEqual(
      valuesOf(changes, 'holding').map(({ start, end, owner, state }) => [start, end, owner, state]),
      [
        [0, 10, BRUNO, { kind: 'free' }],
        [20, 22, BRUNO, { kind: 'free' }],
        [22, 25, ANNA, locked],
      ],
    );
    assert.deepEqual(valuesOf(changes, 'offer'), [
      offer({ pieces: [{ batch: BATCH, start: 22, units: 3 }] }),
    ]);
  });

  it('pays the seller with coin 0 and gives the buyer coin 1 as change', () => {
    const { changes } = decide(valid());
    assert.deepEqual(spentBy(changes), [coinId(0), coinId(1)]);
    assert.deepEqual(
      valuesOf(changes, 'coin').map(({ id, owner, amount, state }) => [id, owner, amount, state.kind]),
      [
        [`${idOf('request')}.0`, ANNA, '36000', 'free'],
        [`${idOf('request')}.1`, BRUNO, '1000', 'free'],
      ],
    );
  });

  it('records the trade with the pieces that moved', () => {
    const [record] = valuesOf(decide(valid()).changes, 'trade');
    assert.deepEqual(
      [record?.seller, record?.buyer, record?.units, record?.price, record?.amount, record?.bid],
      [ANNA, BRUNO, 12, 3, '36000', undefined],
    );
    assert.deepEqual(record?.pieces, [
      { batch: BATCH, start: 0, units: 10 },
      { batch: BATCH, start: 20, units: 2 },
    ]);
  });

  it('fills the offer with its last unit', () => {
    const input = valid();
    input.command.units = 15;
    input.records.coins[0] = coin(0, '38000', { owner: BRUNO });
    const { changes } = decide(input);
    assert.deepEqual(valuesOf(changes, 'offer'), [offer({ pieces: [], status: 'filled' })]);
    assert.equal(valuesOf(changes, 'coin').length, 1, 'paid exactly: no change');
  });

  it('moves no coin at price 0', () => {
    const input = valid();
    input.records.offer = offer({ price: 0 });
    assert.equal(
      codeOf(() => decide(input)),
      'COINS_UNBALANCED',
    );
    input.command.coins = [];
    input.records.coins = [];
    const { changes } = decide(input);
    assert.deepEqual([spentBy(changes), valuesOf(changes, 'coin')], [[], []]);
    assert.equal(valuesOf(changes, 'holding').length, 3);
  });

  it('needs the holdings of the pieces that are delivered, and no more', () => {
    assert.deepEqual(piecesToDeliver(offer(), 10), [{ batch: BATCH, start: 0, units: 10 }]);
    assert.deepEqual(
      piecesToDeliver(offer(), 11).map(({ units }) => units),
      [10, 1],
    );
    assert.deepEqual(
      piecesToDeliver(offer(), 99).map(({ units }) => units),
      [10, 5],
    );
  });

  it('is the same request whichever coins pay', () => {
    const { command } = valid();
    const intent = (more: Partial<AcceptOfferCommand>) =>
      acceptOffer.intent?.({ ...command, ...more }, BRUNO);
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
    {
      code: 'CERTIFICATE_EXPIRED',
      why: 'a certificate has expired since it was offered',
      spoil: ({ records }) => {
        if (records.holdings[0]) records.holdings[0].expiresAt = NOW;
      },
    },
    ...brokenCoins(ANNA),
    {
      code: 'FUNDS_INSUFFICIENT',
      why: 'the coins are worth less',
      spoil: ({ records }) => {
        if (records.coins[1]) records.coins[1].amount = '5999';
      },
    },
    {
      code: 'OFFER_CLOSED',
      why: 'the offer has expired',
      spoil: ({ records }) => {
        if (records.offer) records.offer.status = 'expired';
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
      why: 'the time of the offer is over',
      spoil: ({ records }) => {
        if (records.offer) records.offer.expiresAt = NOW;
      },
    },
    {
      code: 'OWN_OFFER',
      why: 'the seller buys',
      hidesOthers: true,
      spoil: (input) => {
        input.caller = ANNA;
        for (const own of input.records.coins) if (own) own.owner = ANNA;
      },
    },
  ]);
});
