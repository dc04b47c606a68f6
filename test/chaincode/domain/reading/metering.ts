import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  CHAIN_START,
  compressedPublicKey,
  firstHead,
  signNextBlock,
  type ChainTip,
  type ConnectionPoint,
  type Device,
  type Head,
  type Measurement,
  type MeteredRecord,
  type MeteredSubject,
  type ProfileBlock,
  type RegisterName,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';

export const CHANNEL = 'market';
export const COMMUNITY_MSP = 'RiversideMSP';
export const QUARTER_SEC = 900;
export const HOUR_SEC = 3600;
export const DAY_SEC = 86_400;
/** 2026-01-07T00:00:00Z */
export const DAY_START = 1_767_744_000;

const COMMAND_HASH = 'C'.repeat(43);
const OWNER = `${COMMUNITY_MSP}/member-1`;
const REGISTRATION = {
  status: 'approved',
  submittedBy: `${COMMUNITY_MSP}/manager`,
  commandHash: COMMAND_HASH,
} as const;

/** A meter with a key of its own. */
export class SimulatedMeter {
  readonly privateKey: KeyObject;
  readonly meter: { serial: string; publicKey: string; attestedBy?: string };
  readonly subject: MeteredSubject;
  tip: ChainTip = CHAIN_START;

  /** @param attestedBy account of the collector that has the key */
  constructor(subject: MeteredSubject, attestedBy?: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    this.subject = subject;
    this.meter = {
      serial: `serial of ${subject.id}`,
      publicKey: compressedPublicKey(publicKey),
      ...(attestedBy !== undefined && { attestedBy }),
    };
  }

  get head(): Head {
    return firstHead(this.subject, this.meter);
  }

  /** Signs what comes next, and takes it for accepted. */
  next(measurement: Measurement, channel = CHANNEL): SignedProfileBlock {
    const { signed, tip } = signNextBlock(channel, this, measurement);
    this.tip = tip;
    return signed;
  }
}

/** Measured values of one register. */
export function measured(
  register: RegisterName,
  values: readonly number[],
  estimated: readonly (readonly [number, number])[] = [],
): ProfileBlock['registers'][number] {
  return { register, values, estimated };
}

export function hours(
  start: number,
  register: RegisterName,
  values: readonly number[],
  estimated: readonly (readonly [number, number])[] = [],
): Measurement {
  return { start, intervalSec: HOUR_SEC, registers: [measured(register, values, estimated)] };
}

export function pointRecord(meter: SimulatedMeter, changes: Partial<ConnectionPoint> = {}): ConnectionPoint {
  return {
    v: 1,
    id: meter.subject.id,
    owner: OWNER,
    feeder: 'ieee33',
    bus: 18,
    importLimitW: 20_000,
    exportLimitW: 10_000,
    meter: meter.meter,
    devices: [],
    ...REGISTRATION,
    ...changes,
  };
}

export function pointOf(meter: SimulatedMeter, changes: Partial<ConnectionPoint> = {}): MeteredRecord {
  return { kind: 'point', record: pointRecord(meter, changes) };
}

export function deviceRecord(meter: SimulatedMeter | null, changes: Partial<Device> = {}): Device {
  return {
    v: 1,
    id: meter?.subject.id ?? 'roof-0001',
    owner: OWNER,
    point: 'house-001',
    source: 'solar',
    technology: 'photovoltaic',
    capacityW: 5000,
    commissionedAt: 1_700_000_000,
    supportStatus: 'none',
    region: 'North',
    meter: meter?.meter ?? null,
    ...REGISTRATION,
    ...changes,
  };
}

export function deviceOf(meter: SimulatedMeter, changes: Partial<Device> = {}): MeteredRecord {
  return { kind: 'device', record: deviceRecord(meter, changes) };
}
