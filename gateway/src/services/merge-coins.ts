import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { createdId } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';

export const mergeCoinsRequest = z.strictObject({});

/** Joins the smallest free coins of the caller, up to a hundred, into one. */
export function mergeCoins(services: Services, caller: Caller, idempotencyKey: string): Submission {
  const id = createdId(services, caller, 'money:pay', idempotencyKey);
  const prepare = async () => {
    const done = await services.ledger.readModel.payments.find(id);
    if (done !== undefined)
      return { args: argumentsOf({ idempotencyKey, coins: done.inputs, outputs: done.outputs }) };
    const { coins, change, release } = await services.purse.reserveSmallest(caller.account);
    const outputs = change.map((amount) => ({ account: caller.account, amount: amount.toString() }));
    return { args: argumentsOf({ idempotencyKey, coins, outputs }), release };
  };
  return { method: 'money:pay', idempotencyKey, request: 'merge', prepare };
}
