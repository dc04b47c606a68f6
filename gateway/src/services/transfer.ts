import { accountId, schemeRef } from '@commonwatt/chaincode/domain';
import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { anyPieces, createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';
import { reserveWanted, wantedUnits, withWantedPieces } from './wanted-pieces.ts';

export const transferRequest = withWantedPieces({ to: accountId, scheme: schemeRef });
export type TransferRequest = z.infer<typeof transferRequest>;

/** Gives certificates of the caller to another account. */
export function transfer(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: TransferRequest,
): Submission {
  const { to, scheme, ...wanted } = request;
  const id = createdId(services, caller, 'certificates:transfer', idempotencyKey);
  const prepare = async () => {
    if (await isDone(services.ledger.readModel.transfers, id)) {
      return { args: argumentsOf({ idempotencyKey, to, pieces: anyPieces(id, wantedUnits(wanted)) }) };
    }
    const { pieces, ...reserved } = await reserveWanted(services, caller.account, scheme, wanted, false);
    return { args: argumentsOf({ idempotencyKey, to, pieces }), ...reserved };
  };
  return { method: 'certificates:transfer', idempotencyKey, request, prepare };
}
