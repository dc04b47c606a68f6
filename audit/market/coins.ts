import { must, mustEqual } from '../discrepancy.ts';
import type { Expected } from './expected.ts';
import { mustKeep, type Change, type Deed } from './transaction.ts';

/** Money made and destroyed so far, in billionths of the currency. */
export interface MoneySupply {
  minted: bigint;
  burned: bigint;
  /** The sum of all coins. */
  outstanding: bigint;
}

/** Coins appear, disappear and change as the records of the transaction say, and no money appears with them. */
export function checkCoins(deed: Deed, expected: Expected, supply: MoneySupply): void {
  let difference = 0n;
  for (const change of deed.changes('coin')) {
    checkCoin(deed, change, expected);
    difference += (change.after?.amount ?? 0n) - (change.before?.amount ?? 0n);
  }
  const touched = new Map(deed.changes('coin').map((change) => [change.name, change]));
  for (const [name, { amount }] of expected.newCoins) {
    const isMissing = amount !== 'change' && touched.get(name)?.after === undefined;
    must(!isMissing, 'a record makes its coins', { key: `coin/${name}`, expected: amount, found: 'no coin' });
  }
  for (const name of [...expected.spent.keys(), ...expected.restated.keys()]) {
    must(touched.has(name), 'a record changes the coins it names', {
      key: `coin/${name}`,
      expected: 'a change',
      found: 'none',
    });
  }
  mustEqual(
    'money is made and destroyed by two signatures only',
    expected.minted - expected.burned,
    difference,
  );
  supply.minted += expected.minted;
  supply.burned += expected.burned;
  supply.outstanding += difference;
  mustEqual('minted - burned = sum of all coins', supply.minted - supply.burned, supply.outstanding);
}

function checkCoin(deed: Deed, change: Change<'coin'>, expected: Expected): void {
  const { name, key, before, after } = change;
  if (after === undefined) {
    checkSpent(deed, change, expected);
  } else if (before === undefined) {
    const wanted = expected.newCoins.get(name);
    must(wanted !== undefined, 'a coin comes from a record', { key, expected: 'its maker', found: after });
    const amount = wanted.amount === 'change' ? after.amount : wanted.amount;
    mustEqual('a coin is what its maker says', { ...wanted, amount }, coinFacts(after), { key });
    must(after.amount > 0n, 'a coin has an amount', { key, expected: 'more than 0', found: after.amount });
    deed.named('account', after.owner);
  } else {
    mustKeep(before, after, ['state'], key);
    mustEqual('a coin is held and freed as a record says', expected.restated.get(name), after.state, { key });
  }
}

function coinFacts({ owner, amount, state }: { owner: string; amount: bigint; state: unknown }): object {
  return { owner, amount, state };
}

function checkSpent(deed: Deed, { name, key, before }: Change<'coin'>, expected: Expected): void {
  const from = expected.spent.get(name);
  if (from !== undefined) {
    mustEqual('a coin is spent from the state in which the record found it', from, before?.state, { key });
    return;
  }
  const isCallersOwn = expected.callerPays && before?.owner === deed.account && before.state.kind === 'free';
  must(isCallersOwn, 'coins are spent by their owner', {
    key,
    expected: `a free coin of ${deed.account}, for a record that takes one`,
    found: before,
  });
}
