import { z } from 'zod';
import { account, type Account } from '../domain/account/account';
import { canonicalJson } from '../domain/canonical';
import { batch, cursor, issuance, type Batch, type Cursor, type Issuance } from '../domain/certificate/batch';
import { holding, type Holding } from '../domain/certificate/holding';
import { retirement, transfer, type Retirement, type Transfer } from '../domain/certificate/retirement';
import { connectionPoint, type ConnectionPoint } from '../domain/connection-point/connection-point';
import { device, type Device } from '../domain/device/device';
import { meterIndex, type MeterIndex } from '../domain/meter/meter-index';
import { coin, hold, payment, type Coin, type Hold, type Payment } from '../domain/money/coin';
import { consortium, type Consortium } from '../domain/organisation/organisation';
import { proposal, type Proposal } from '../domain/proposal/proposal';
import type { EpochSeconds } from '../domain/quantity';
import { head, type Head } from '../domain/reading/head';
import { scheme, type Scheme } from '../domain/scheme/scheme';
import { bid, offer, trade, type Bid, type Offer, type Trade } from '../domain/trade/trade';
import type { RecordType } from './keys';

/** A profile block as stored: its body, and when it came. */
export interface StoredBlock {
  readonly arrivedAt: EpochSeconds;
  /** Signed by a collector instead of the meter itself. */
  readonly attested: boolean;
  readonly body: Uint8Array;
}

/** What is stored for each type of record. */
export interface StoredValues {
  consortium: Consortium;
  account: Account;
  point: ConnectionPoint;
  device: Device;
  meter: MeterIndex;
  head: Head;
  block: StoredBlock;
  cursor: Cursor;
  scheme: Scheme;
  issuance: Issuance;
  batch: Batch;
  holding: Holding;
  transfer: Transfer;
  retirement: Retirement;
  coin: Coin;
  payment: Payment;
  hold: Hold;
  offer: Offer;
  bid: Bid;
  trade: Trade;
  proposal: Proposal;
}

const SCHEMAS: { [Type in Exclude<RecordType, 'block'>]: z.ZodType<StoredValues[Type]> } = {
  consortium,
  account,
  point: connectionPoint,
  device,
  meter: meterIndex,
  head,
  cursor,
  scheme,
  issuance,
  batch,
  holding,
  transfer,
  retirement,
  coin,
  payment,
  hold,
  offer,
  bid,
  trade,
  proposal,
};

const BLOCK_FORMAT = 1;
/** Bit of the flags: a collector has signed the block. The others are 0. */
const BLOCK_ATTESTED = 1;
const BLOCK_HEADER_BYTES = 10;

/** Stored bytes are not what this version of the chaincode can read: it refuses to guess. */
export class UnreadableRecordError extends Error {
  constructor(type: RecordType) {
    super(`a stored ${type} has an unknown format`);
    this.name = 'UnreadableRecordError';
  }
}

export function encode<Type extends RecordType>(type: Type, value: StoredValues[Type]): Buffer {
  return type === 'block' ? encodeBlock(value as StoredBlock) : Buffer.from(canonicalJson(value));
}

/** @throws UnreadableRecordError on an unknown format version, union tag or field */
export function decode<Type extends RecordType>(type: Type, bytes: Uint8Array): StoredValues[Type] {
  const value = type === 'block' ? decodeBlock(bytes) : decodeJson(type as Exclude<Type, 'block'>, bytes);
  return value as StoredValues[Type];
}

function decodeJson(type: Exclude<RecordType, 'block'>, bytes: Uint8Array): unknown {
  const parsed = SCHEMAS[type].safeParse(parseJson(bytes));
  if (!parsed.success) throw new UnreadableRecordError(type);
  return parsed.data;
}

/** Undefined, which no schema takes, when the bytes are no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

function encodeBlock({ arrivedAt, attested, body }: StoredBlock): Buffer {
  const header = Buffer.alloc(BLOCK_HEADER_BYTES);
  header.writeUInt8(BLOCK_FORMAT, 0);
  header.writeUInt8(attested ? BLOCK_ATTESTED : 0, 1);
  header.writeBigUInt64BE(BigInt(arrivedAt), 2);
  return Buffer.concat([header, body]);
}

function decodeBlock(bytes: Uint8Array): StoredBlock {
  const buffer = Buffer.from(bytes);
  const flags = buffer[1] ?? 0;
  if (buffer.length <= BLOCK_HEADER_BYTES || buffer[0] !== BLOCK_FORMAT || flags > BLOCK_ATTESTED) {
    throw new UnreadableRecordError('block');
  }
  return {
    arrivedAt: Number(buffer.readBigUInt64BE(2)),
    attested: flags === BLOCK_ATTESTED,
    body: buffer.subarray(BLOCK_HEADER_BYTES),
  };
}
