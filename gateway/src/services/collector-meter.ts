import {
  parseAccountId,
  possessionBytes,
  signAsMeter,
  type Meter,
  type MeteredSubject,
} from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { Services } from './services.ts';

/** What a connection point or device is submitted with whose readings a collector attests. */
export interface CollectorMeter {
  readonly meter: Meter;
  /** Proof that this gateway has the collector's key. */
  readonly possession: string;
}

/**
 * The collector's key for one subject, which this gateway keeps.
 *
 * @param attestedBy account of the collector
 * @throws BusinessError NOT_AUTHORISED unless the caller is the collector or its manager
 */
export function collectorMeter(
  { channel, collectorKeys }: Services,
  caller: Caller,
  subject: MeteredSubject,
  attestedBy: string,
): CollectorMeter {
  const isManager = caller.role === 'manager' && parseAccountId(attestedBy).mspId === caller.mspId;
  if (caller.account !== attestedBy && !isManager)
    throw new BusinessError('NOT_AUTHORISED', `${caller.account} is neither ${attestedBy} nor its manager`);
  const { privateKey, publicKey } = collectorKeys.of(attestedBy, subject);
  const serial = `collected-${subject.id}`;
  const proof = signAsMeter(privateKey, possessionBytes(channel, subject, serial, attestedBy));
  return { meter: { serial, publicKey, attestedBy }, possession: proof.toString('base64url') };
}
