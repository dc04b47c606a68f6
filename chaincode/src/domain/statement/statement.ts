import { z } from 'zod';
import { DomainError } from '../error-code';
import type { Caller } from '../identity/admit';
import { role } from '../identity/role';
import { defineMethod } from '../method';
import { coinIdsOrNone } from '../money/coin';
import { balanceOf, type NamedCoin } from './balance';
import { requireMayReadMetering, requireMayReadMoney } from './readers';

/** `balance/<account>` is no record, but the sum of coins. */
export const BALANCE_PREFIX = 'balance/';

export const statementCommand = z
  .strictObject({
    /** `<key type>/<attributes>`. */
    id: z.string().min(1).max(200),
    /** Those that a balance is the sum of; for nothing else. */
    coins: coinIdsOrNone.optional(),
  })
  .refine(({ id, coins }) => id.startsWith(BALANCE_PREFIX) === (coins !== undefined), {
    path: ['coins'],
    error: 'must be there for a balance, and for nothing else',
  });

export const statement = z.strictObject({ channel: z.string(), id: z.string(), value: z.unknown() });
export type Statement = z.infer<typeof statement>;

/**
 * A record as it is on the ledger. The endorsements of Regulator, Utility and a co-operative on the answer, taken
 * together, state it to third parties.
 */
export const makeStatement = defineMethod({
  name: 'statements:statement',
  kind: 'evaluate',
  roles: role.options,
  command: statementCommand,
  result: statement,
});

/** A record, and who has a part in it where not everybody may read it. */
export type Stated =
  | { readonly access: 'open'; readonly value: unknown }
  /** `owner` is that of the metered subject, undefined when there is no such subject. */
  | { readonly access: 'metering'; readonly value: unknown; readonly owner: string | undefined }
  | { readonly access: 'money'; readonly value: unknown; readonly parties: readonly string[] }
  | {
      readonly access: 'balance';
      /** Undefined where there is no such account. */
      readonly account: string | undefined;
      readonly coins: readonly NamedCoin[];
    };

/** @throws DomainError NOT_AUTHORISED, NOT_FOUND, COIN_NOT_FOUND, COIN_FOREIGN */
export function decideStatement(caller: Caller, channel: string, id: string, stated: Stated): Statement {
  if (stated.access === 'balance') {
    if (stated.account === undefined) throw new DomainError('NOT_FOUND', id);
    requireMayReadMoney(caller, [stated.account]);
    return { channel, id, value: balanceOf(stated.account, stated.coins) };
  }
  if (stated.access === 'metering' && stated.owner !== undefined)
    requireMayReadMetering(caller, stated.owner);
  if (stated.value === undefined) throw new DomainError('NOT_FOUND', id);
  if (stated.access === 'money') requireMayReadMoney(caller, stated.parties);
  return { channel, id, value: stated.value };
}
