import { holdCommand } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { anyCoins, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';

export const holdRequest = holdCommand.omit({ idempotencyKey: true, coins: true });
export type HoldRequest = z.infer<typeof holdRequest>;

/** Keeps money of the caller for a payee. */
export function hold(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: HoldRequest,
): Submission {
  const id = createdId(services, caller, 'money:hold', idempotencyKey);
  const prepare = async () => {
    if (await isDone(services.ledger.readModel.holds, id)) {
      return { args: argumentsOf({ idempotencyKey, coins: anyCoins(id), ...request }) };
    }
    const { coins, release } = await services.purse.reserve(caller.account, BigInt(request.amount), 1);
    return { args: argumentsOf({ idempotencyKey, coins, ...request }), release };
  };
  return { method: 'money:hold', idempotencyKey, request, prepare };
}
