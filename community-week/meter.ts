import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compressedPublicKey,
  POSSESSION_PURPOSE,
  signAsMeter,
  taggedBytes,
  type Meter,
  type MeteredSubject,
} from '@commonwatt/chaincode/domain';

/** A simulated meter: its own key, kept in a file of its owner's, and nothing else. */
export interface SimulatedMeter {
  readonly subject: MeteredSubject;
  readonly privateKey: KeyObject;
  readonly identity: Meter;
  /** Proof for the registration that the meter has the key. */
  readonly possession: string;
}

/** Opens the meter of `subject`, making its key at first use. */
export function openMeter(folder: string, channel: string, subject: MeteredSubject): SimulatedMeter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${subject.kind}-${subject.id}.pem`);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  const privateKey = createPrivateKey(readFileSync(file));
  const serial = `SIM-${subject.kind}-${subject.id}`;
  const bytes = taggedBytes(POSSESSION_PURPOSE, channel, subject.kind, subject.id, serial);
  return {
    subject,
    privateKey,
    identity: { serial, publicKey: compressedPublicKey(createPublicKey(privateKey)) },
    possession: signAsMeter(privateKey, bytes).toString('base64url'),
  };
}
