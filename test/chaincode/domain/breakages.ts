/** Rules that commands of many kinds share, and how to break each. */
import type { Coin, Consortium, Counterparties } from '@commonwatt/chaincode/domain';
import type { Breakage } from './precedence.ts';
import { idOf, removeAccount, suspendAccount, suspendOrganisation } from './samples.ts';

type RecordsWith<Role extends string> = { readonly consortium: Consortium } & Readonly<
  Record<Role, Counterparties>
>;

/** Of a party other than the caller, who is there and active together with its organisation. */
export function brokenParty<Role extends string, Input extends { records: RecordsWith<Role> }>(
  role: Role,
  account: string,
): Breakage<Input>[] {
  const [mspId = ''] = account.split('/');
  return [
    {
      code: 'ORGANISATION_SUSPENDED',
      why: `the ${role}'s organisation is suspended`,
      spoil: ({ records }) => suspendOrganisation(records.consortium, mspId),
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: `the ${role} is not there`,
      spoil: ({ records }) => removeAccount(records[role], account),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: `the ${role} is suspended`,
      spoil: ({ records }) => {
        if (records[role].get(account)) suspendAccount(records[role], account);
      },
    },
  ];
}

/**
 * Of the coins that the caller names, which are its own and free.
 *
 * @param other account that is not the caller
 */
export function brokenCoins<Input extends { records: { coins: (Coin | undefined)[] } }>(
  other: string,
): Breakage<Input>[] {
  const withLast = (spoil: (coin: Coin) => void): Breakage<Input>['spoil'] => {
    return ({ records }) => {
      const coin = records.coins.at(-1);
      if (coin) spoil(coin);
    };
  };
  return [
    {
      code: 'COIN_NOT_FOUND',
      why: 'a coin is spent',
      spoil: ({ records }) => {
        records.coins[0] = undefined;
      },
    },
    {
      code: 'COIN_FOREIGN',
      why: "a coin is another account's",
      spoil: withLast((coin) => {
        coin.owner = other;
      }),
    },
    {
      code: 'COIN_HELD',
      why: 'a coin is held',
      spoil: withLast((coin) => {
        coin.state = { kind: 'held', by: 'hold', id: idOf('hold') };
      }),
    },
  ];
}
