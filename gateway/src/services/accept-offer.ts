import { acceptOfferCommand, cost } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { openOffer } from './open-offer.ts';
import { anyCoins, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';

export const acceptOfferRequest = acceptOfferCommand.pick({ units: true });
export type AcceptOfferRequest = z.infer<typeof acceptOfferRequest>;

/** Buys units of an offer at its price: delivery versus payment in one transaction. */
export function acceptOffer(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: AcceptOfferRequest & { readonly offer: string },
): Submission {
  const { readModel } = services.ledger;
  const id = createdId(services, caller, 'trades:acceptOffer', idempotencyKey);
  const prepare = async () => {
    if (await isDone(readModel.trades, id)) {
      return { args: argumentsOf({ idempotencyKey, ...request, coins: anyCoins(id) }) };
    }
    const { price, unitWh } = await openOffer(readModel, request.offer, request.units);
    const amount = BigInt(cost(price, request.units, unitWh));
    if (amount === 0n) return { args: argumentsOf({ idempotencyKey, ...request, coins: [] }) };
    const { coins, release } = await services.purse.reserve(caller.account, amount, 1);
    return { args: argumentsOf({ idempotencyKey, ...request, coins }), release };
  };
  return { method: 'trades:acceptOffer', idempotencyKey, request, prepare };
}
