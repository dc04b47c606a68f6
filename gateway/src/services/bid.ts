import { bidCommand, cost } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { openOffer } from './open-offer.ts';
import { anyCoins, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';

export const bidRequest = bidCommand.pick({ units: true, price: true, expiresAt: true });
export type BidRequest = z.infer<typeof bidRequest>;

/** Bids for units of an offer; the money is held until the seller accepts, or the bid is withdrawn or expires. */
export function bid(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: BidRequest & { readonly offer: string },
): Submission {
  const { readModel } = services.ledger;
  const id = createdId(services, caller, 'trades:bid', idempotencyKey);
  const prepare = async () => {
    if (await isDone(readModel.bids, id)) {
      return { args: argumentsOf({ idempotencyKey, ...request, coins: anyCoins(id) }) };
    }
    const { unitWh } = await openOffer(readModel, request.offer, request.units);
    const amount = BigInt(cost(request.price, request.units, unitWh));
    if (amount === 0n) return { args: argumentsOf({ idempotencyKey, ...request, coins: [] }) };
    const { coins, release } = await services.purse.reserve(caller.account, amount, 1);
    return { args: argumentsOf({ idempotencyKey, ...request, coins }), release };
  };
  return { method: 'trades:bid', idempotencyKey, request, prepare };
}
