import { requestIdOf } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import type { Records } from '../read-model/read-model.ts';
import type { MethodName } from './submit.ts';
import type { Services } from './services.ts';

/** Id of what the caller's command creates under this key. */
export function createdId(
  services: Services,
  caller: Caller,
  method: MethodName,
  idempotencyKey: string,
): string {
  return requestIdOf(services.channel, caller.account, method, idempotencyKey);
}

/**
 * True when the command was done before, perhaps through another gateway. The ledger then answers `exists`, or that it
 * was another command, by its intent alone: nothing needs to be picked for it, and its coins and holdings are gone.
 */
export async function isDone(records: Pick<Records<unknown, never>, 'find'>, id: string): Promise<boolean> {
  return (await records.find(id)) !== undefined;
}

/** Stands for the coins of a command that was done before. */
export function anyCoins(id: string): string[] {
  return [`${id}.0`];
}

/** Stands for the pieces of a command that was done before. */
export function anyPieces(id: string, units: number): { batch: string; start: number; units: number }[] {
  return [{ batch: `${id}.0`, start: 0, units }];
}
