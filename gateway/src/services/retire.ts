import { retireCommand } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { anyPieces, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';
import { reserveWanted, wantedUnits, withWantedPieces } from './wanted-pieces.ts';

const { scheme, purpose, beneficiary, period } = retireCommand.shape;
export const retireRequest = withWantedPieces({ scheme, purpose, beneficiary, period });
export type RetireRequest = z.infer<typeof retireRequest>;

/** Uses certificates of the caller for good. */
export function retire(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: RetireRequest,
): Submission {
  const use = {
    scheme: request.scheme,
    purpose: request.purpose,
    beneficiary: request.beneficiary,
    period: request.period,
  };
  const id = createdId(services, caller, 'certificates:retire', idempotencyKey);
  const prepare = async () => {
    if (await isDone(services.ledger.readModel.retirements, id)) {
      return { args: argumentsOf({ idempotencyKey, ...use, pieces: anyPieces(id, wantedUnits(request)) }) };
    }
    const { pieces, ...reserved } = await reserveWanted(
      services,
      caller.account,
      request.scheme,
      request,
      true,
    );
    return { args: argumentsOf({ idempotencyKey, ...use, pieces }), ...reserved };
  };
  return { method: 'certificates:retire', idempotencyKey, request, prepare };
}
