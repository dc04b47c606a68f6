import { assetId, MAX_ISSUE_BLOCKS, schemeRef, type Device } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import type { Prepared } from '../fabric/command.ts';
import { BusinessError } from '../fabric/errors.ts';
import { createdId, isDone } from './repetition.ts';
import type { Services } from './services.ts';
import { argumentsOf, type Submission } from './submit.ts';

export const issueRequest = z.strictObject({ device: assetId, scheme: schemeRef });
export type IssueRequest = z.infer<typeof issueRequest>;

interface Position {
  readonly sequence: number;
  readonly index: number;
}

const FIRST: Position = { sequence: 1, index: 0 };

/**
 * Certifies a device's readings from its cursor on: all that are there, or the first 62 blocks of them. When there are
 * none the operation fails with READINGS_MISSING.
 */
export function issue(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: IssueRequest,
): Submission {
  const id = createdId(services, caller, 'certificates:issue', idempotencyKey);
  const prepare = async (): Promise<Prepared> => {
    const range = (await isDone(services.ledger.readModel.issuances, id))
      ? { from: FIRST, to: { sequence: FIRST.sequence + 1, index: 0 } }
      : await unusedRange(services, request.device);
    return { args: argumentsOf({ idempotencyKey, ...request, ...range }) };
  };
  return { method: 'certificates:issue', idempotencyKey, request, prepare };
}

/** From the device's cursor to the beginning of the block that comes after the last one. */
async function unusedRange(
  { ledger: { readModel } }: Services,
  id: string,
): Promise<{ from: Position; to: Position }> {
  const device = await readModel.devices.find(id);
  if (device === undefined) throw new BusinessError('NOT_FOUND', `device ${id}`);
  const [cursor, head] = await Promise.all([
    readModel.cursors.find(id),
    readModel.heads.find(productionHead(device)),
  ]);
  const from = cursor === undefined ? FIRST : { sequence: cursor.sequence, index: cursor.index };
  const last = head?.sequence ?? 0;
  if (from.sequence > last)
    throw new BusinessError('READINGS_MISSING', 'nothing was reported since the last issuance');
  return { from, to: { sequence: Math.min(last, from.sequence + MAX_ISSUE_BLOCKS - 1) + 1, index: 0 } };
}

/** Whose blocks count a device's production: its own meter's, or its connection point's. */
function productionHead({ id, meter, point }: Device): string {
  return meter === null ? `point/${point}` : `device/${id}`;
}
