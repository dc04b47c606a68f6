import { offerCommand } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { anyPieces, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';
import { reserveWanted, wantedUnits, withWantedPieces } from './wanted-pieces.ts';

const { scheme, price, expiresAt } = offerCommand.shape;
export const offerRequest = withWantedPieces({ scheme, price, expiresAt });
export type OfferRequest = z.infer<typeof offerRequest>;

/** Puts certificates of the caller up for sale. */
export function offer(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: OfferRequest,
): Submission {
  const terms = { scheme: request.scheme, price: request.price, expiresAt: request.expiresAt };
  const id = createdId(services, caller, 'trades:offer', idempotencyKey);
  const prepare = async () => {
    if (await isDone(services.ledger.readModel.offers, id)) {
      return { args: argumentsOf({ idempotencyKey, ...terms, pieces: anyPieces(id, wantedUnits(request)) }) };
    }
    const { pieces, ...reserved } = await reserveWanted(
      services,
      caller.account,
      request.scheme,
      request,
      false,
    );
    return { args: argumentsOf({ idempotencyKey, ...terms, pieces }), ...reserved };
  };
  return { method: 'trades:offer', idempotencyKey, request, prepare };
}
