import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  compressedPublicKey,
  POSSESSION_PURPOSE,
  signAsMeter,
  taggedBytes,
  type Meter,
  type MeteredSubject,
} from '@commonwatt/chaincode/domain';

/** What a connection point or device is registered with. */
export interface RegisteredMeter {
  readonly identity: Meter;
  /** Proof that whoever signs the readings has the key. */
  readonly possession: string;
}

/** A simulated meter: its own key, kept in a file of its owner's, and nothing else. */
export interface SimulatedMeter extends RegisteredMeter {
  readonly subject: MeteredSubject;
  readonly privateKey: KeyObject;
}

/** Opens the meter of `subject`, making its key at first use. */
export function openMeter(folder: string, channel: string, subject: MeteredSubject): SimulatedMeter {
  const serial = `SIM-${subject.kind}-${subject.id}`;
  const file = join(folder, `${subject.kind}-${subject.id}.json`);
  if (!existsSync(file))
    makeMeter(file, taggedBytes(POSSESSION_PURPOSE, channel, subject.kind, subject.id, serial));
  const { key, possession } = JSON.parse(readFileSync(file, 'utf8')) as MeterFile;
  const privateKey = createPrivateKey(key);
  return {
    subject,
    privateKey,
    identity: { serial, publicKey: compressedPublicKey(createPublicKey(privateKey)) },
    possession,
  };
}

interface MeterFile {
  /** PKCS#8, PEM. */
  readonly key: string;
  /** Made once: a second signature would differ, and a resent registration would not be the same request. */
  readonly possession: string;
}

function makeMeter(file: string, possessionBytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content: MeterFile = {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    possession: signAsMeter(privateKey, possessionBytes).toString('base64url'),
  };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
}
