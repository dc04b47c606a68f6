import assert from 'node:assert/strict';
import { decideWithdrawOffer, type Offer } from '@commonwatt/chaincode/domain';
import { itRefuses } from '../precedence.ts';
import { ANNA, BRUNO, offer, OFFER_ID, offeredHoldings, valuesOf } from '../samples.ts';

interface Input {
  caller: string;
  offer: Offer | undefined;
}

const valid = (): Input => ({ caller: ANNA, offer: offer() });
const decide = ({ caller, offer: loaded }: Input) =>
  decideWithdrawOffer(caller, { offer: OFFER_ID }, loaded, offeredHoldings());

describe('trades:withdrawOffer', () => {
  it('frees what is left of the offer', () => {
    const { changes } = decide(valid());
    assert.deepEqual(
      valuesOf(changes, 'holding').map(({ start, end, owner, state }) => [start, end, owner, state.kind]),
      [
        [0, 10, ANNA, 'free'],
        [20, 25, ANNA, 'free'],
      ],
    );
    assert.deepEqual(valuesOf(changes, 'offer'), [offer({ pieces: [], status: 'withdrawn' })]);
  });

  it('has happened already when the offer is withdrawn', () => {
    assert.equal(
      decide({ caller: ANNA, offer: offer({ pieces: [], status: 'withdrawn' }) }).outcome,
      'exists',
    );
  });

  itRefuses(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such offer',
      hidesOthers: true,
      spoil: (input) => {
        input.offer = undefined;
      },
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the caller is not the seller',
      spoil: (input) => {
        input.caller = BRUNO;
      },
    },
    {
      code: 'OFFER_CLOSED',
      why: 'all is sold',
      spoil: (input) => {
        input.offer = offer({ pieces: [], status: 'filled' });
      },
    },
    {
      code: 'OFFER_CLOSED',
      why: 'it has expired',
      spoil: (input) => {
        input.offer = offer({ pieces: [], status: 'expired' });
      },
    },
  ]);
});
