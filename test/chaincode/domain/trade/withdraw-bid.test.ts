import assert from 'node:assert/strict';
import { decideWithdrawBid, type Bid } from '@commonwatt/chaincode/domain';
import { itRefuses } from '../precedence.ts';
import { ANNA, bid, BID_ID, BRUNO, spentBy, valuesOf } from '../samples.ts';

interface Input {
  caller: string;
  bid: Bid | undefined;
}

const valid = (): Input => ({ caller: BRUNO, bid: bid() });
const decide = ({ caller, bid: loaded }: Input) => decideWithdrawBid(caller, { bid: BID_ID }, loaded);

describe('trades:withdrawBid', () => {
  it('frees the held coin', () => {
    const { changes } = decide(valid());
    assert.deepEqual(valuesOf(changes, 'coin'), [
      { v: 1, id: `${BID_ID}.0`, owner: BRUNO, amount: '24000', state: { kind: 'free' } },
    ]);
    assert.deepEqual(spentBy(changes), []);
    assert.deepEqual(valuesOf(changes, 'bid'), [bid({ status: 'withdrawn' })]);
  });

  it('frees nothing for a bid at price 0', () => {
    const { changes } = decide({ caller: BRUNO, bid: bid({ price: 0, amount: '0' }) });
    assert.deepEqual(valuesOf(changes, 'coin'), []);
  });

  it('has happened already when the bid is withdrawn', () => {
    assert.equal(decide({ caller: BRUNO, bid: bid({ status: 'withdrawn' }) }).outcome, 'exists');
  });

  itRefuses(valid, decide, [
    {
      code: 'NOT_FOUND',
      why: 'there is no such bid',
      hidesOthers: true,
      spoil: (input) => {
        input.bid = undefined;
      },
    },
    {
      code: 'NOT_AUTHORISED',
      why: 'the caller is not the buyer',
      spoil: (input) => {
        input.caller = ANNA;
      },
    },
    {
      code: 'BID_CLOSED',
      why: 'it is accepted',
      spoil: (input) => {
        input.bid = bid({ status: 'accepted' });
      },
    },
    {
      code: 'BID_CLOSED',
      why: 'it has expired',
      spoil: (input) => {
        input.bid = bid({ status: 'expired' });
      },
    },
  ]);
});
