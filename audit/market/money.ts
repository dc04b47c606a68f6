import { must, mustEqual } from '../discrepancy.ts';
import { mustBeActive } from './caller.ts';
import { FREE, type CoinState, type Expected } from './expected.ts';
import type { RecordOf } from './record.ts';
import { madeBy, mustKeep, type Deed } from './transaction.ts';

type Hold = RecordOf<'hold'>;

/** What payments and holds say of coins. */
export function expectMoney(deed: Deed, expected: Expected): void {
  for (const change of deed.changes('payment')) expectPayment(deed, madeBy(change), change.key, expected);
  for (const change of deed.changes('hold')) {
    const after = madeBy(change);
    if (change.before === undefined) expectNewHold(deed, after, change.key, expected);
    else expectHoldEnd(deed, change.before, after, change.key, expected);
  }
}

function expectPayment(deed: Deed, payment: RecordOf<'payment'>, key: string, expected: Expected): void {
  mustEqual('a payment is made by its payer', deed.account, payment.from, { key });
  for (const input of payment.inputs) {
    mustEqual('a payment takes coins of its payer', payment.from, deed.before('coin', input)?.owner, { key });
    expected.spent.set(input, FREE);
  }
  payment.outputs.forEach(({ account, amount }, index) => {
    mustBeActive(deed, [account], key);
    expected.make(`${payment.id}.${index}`, account, amount);
  });
}

function heldBy(id: string): CoinState {
  return { kind: 'held', by: 'hold', id };
}

function expectNewHold(deed: Deed, hold: Hold, key: string, expected: Expected): void {
  mustEqual('money is held by its payer', deed.account, hold.payer, { key });
  mustEqual('a hold begins open', 'open', hold.status, { key });
  mustBeActive(deed, [hold.payee], key);
  expected.make(`${hold.id}.0`, hold.payer, hold.amount, heldBy(hold.id));
  expected.payByCaller(`${hold.id}.1`, hold.payer);
}

function expectHoldEnd(deed: Deed, before: Hold, hold: Hold, key: string, expected: Expected): void {
  mustKeep(before, hold, ['status', 'captured'], key);
  mustEqual('a hold ends once', 'open', before.status, { key });
  if (hold.status === 'captured') {
    const captured = hold.captured ?? 0n;
    mustEqual('money held is captured by its payee', deed.account, hold.payee, { key });
    mustBeActive(deed, [hold.payer], key);
    const isWithin = 0n < captured && captured <= hold.amount;
    must(isWithin, 'no more is captured than held', {
      key,
      expected: `up to ${hold.amount}`,
      found: captured,
    });
    expected.spent.set(`${hold.id}.0`, heldBy(hold.id));
    expected.make(`${hold.id}.2`, hold.payee, captured);
    expected.make(`${hold.id}.3`, hold.payer, hold.amount - captured);
  } else {
    mustEqual('an open hold is captured or released', 'released', hold.status, { key });
    const mayRelease =
      deed.account === hold.payee || (deed.account === hold.payer && deed.now >= hold.expiresAt);
    must(mayRelease, 'money held is released by the payee, or by the payer once expired', {
      key,
      expected: hold.payee,
      found: deed.account,
    });
    expected.restated.set(`${hold.id}.0`, FREE);
  }
}
