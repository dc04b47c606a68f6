import { payment, sumMoney, text } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import { anyCoins, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';

/** Outputs of a payment on the ledger, change included. */
const MAX_OUTPUTS = 20;

export const payRequest = z.strictObject({
  /** One place is left for change. */
  outputs: payment.shape.outputs.element
    .array()
    .min(1)
    .max(MAX_OUTPUTS - 1),
  reference: text.optional(),
});
export type PayRequest = z.infer<typeof payRequest>;

/**
 * Pays others. Coins are picked, change comes back, in several coins when more payments of the account wait for it.
 *
 * @throws Problem REQUEST_MALFORMED for an output to the payer
 */
export function pay(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: PayRequest,
): Submission {
  const { outputs, reference } = request;
  if (outputs.some((output) => output.account === caller.account)) {
    throw new Problem(
      'REQUEST_MALFORMED',
      'body.outputs: a payment goes to others; to join own coins, merge them',
    );
  }
  const amount = BigInt(sumMoney(outputs.map((output) => output.amount)));
  const id = createdId(services, caller, 'money:pay', idempotencyKey);
  const prepare = async () => {
    if (await isDone(services.ledger.readModel.payments, id)) {
      return { args: argumentsOf({ idempotencyKey, coins: anyCoins(id), outputs, reference }) };
    }
    const { coins, change, release } = await services.purse.reserve(
      caller.account,
      amount,
      MAX_OUTPUTS - outputs.length,
    );
    const back = change.map((part) => ({ account: caller.account, amount: part.toString() }));
    return {
      args: argumentsOf({ idempotencyKey, coins, outputs: [...outputs, ...back], reference }),
      release,
    };
  };
  return { method: 'money:pay', idempotencyKey, request, prepare };
}
