import { possessionBytes, signAsMeter } from '@commonwatt/chaincode/domain';
import { CHANNEL, type SimulatedMeter } from '../reading/metering.ts';

/** The meter's proof that it has its private key, as a submission carries it. */
export function possessionOf(
  meter: SimulatedMeter,
  serial = meter.meter.serial,
  channel = CHANNEL,
  attestedBy?: string,
): string {
  const bytes = possessionBytes(channel, meter.subject, serial, attestedBy);
  return signAsMeter(meter.privateKey, bytes).toString('base64url');
}
