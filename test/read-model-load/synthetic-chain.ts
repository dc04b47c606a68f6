/** Blocks as a peer delivers them, of a consortium that has been at it for years: certificates and readings only. */
import { createHash } from 'node:crypto';
import type { common } from '@hyperledger/fabric-protos';
import {
  encodeSubmission,
  NO_PREVIOUS_HASH,
  encodeProfileBlock,
  type Change,
  type ReadingsResult,
} from '@commonwatt/chaincode/domain';
import { BlockBuilder } from '../gateway/read-model/block-builder.ts';
import { device, holding, point } from '../gateway/read-model/records.ts';

export interface ChainSize {
  readonly holdings: number;
  /** Reading intervals of all devices together. */
  readonly intervals: number;
}

export const OWNERS = 1_000;
export const DEVICES = 500;
/** A day of quarter hours. */
export const INTERVALS_OF_BLOCK = 96;
const INTERVAL_SEC = 900;
const DAY_SEC = 86_400;
/** 2015-01-01. */
const FIRST_DAY = 1_420_070_400;
const HOLDINGS_OF_TRANSACTION = 500;
const BLOCKS_OF_TRANSACTION = 100;
const UNITS = 10;
/** A holding in five is offered, another retired. */
const STATES = 5;
/** Nobody verifies them here: the chain's peers have. */
const SIGNATURE = new Uint8Array(64);

/** How many blocks a chain of this size has. */
export function lengthOf({ holdings, intervals }: ChainSize): number {
  const readings = Math.ceil(intervals / INTERVALS_OF_BLOCK) / BLOCKS_OF_TRANSACTION;
  return 1 + Math.ceil(holdings / HOLDINGS_OF_TRANSACTION) + Math.ceil(readings);
}

export class SyntheticChain {
  readonly #size: ChainSize;

  constructor(size: ChainSize) {
    this.#size = size;
  }

  *blocks(): Generator<common.Block> {
    const builder = new BlockBuilder();
    yield builder.block({ id: idOf('registration'), method: 'devices:approve', changes: subjects() });
    yield* this.#certificates(builder);
    yield* this.#readings(builder);
  }

  *#certificates(builder: BlockBuilder): Generator<common.Block> {
    for (let first = 0; first < this.#size.holdings; first += HOLDINGS_OF_TRANSACTION) {
      const count = Math.min(HOLDINGS_OF_TRANSACTION, this.#size.holdings - first);
      const batch = `${idOf(`batch ${first}`)}.0`;
      const changes = Array.from({ length: count }, (_, position) =>
        holdingAt(batch, first + position, position),
      );
      yield builder.block({ id: idOf(`issue ${first}`), method: 'certificates:issue', changes });
    }
  }

  /** Every device in turn reports a day. */
  *#readings(builder: BlockBuilder): Generator<common.Block> {
    const total = Math.ceil(this.#size.intervals / INTERVALS_OF_BLOCK);
    for (let first = 0; first < total; first += BLOCKS_OF_TRANSACTION) {
      const count = Math.min(BLOCKS_OF_TRANSACTION, total - first);
      const blocks = Array.from({ length: count }, (_, position) => dayOf(first + position));
      const result: ReadingsResult = { blocks: count, exists: [], refused: [] };
      const day = Math.floor(first / DEVICES);
      yield builder.block({
        id: idOf(`readings ${first}`),
        method: 'readings:submit',
        argument: encodeSubmission(blocks.map((body) => ({ body, signature: SIGNATURE }))),
        result,
        at: FIRST_DAY + (day + 1) * DAY_SEC,
      });
    }
  }
}

export function ownerAt(position: number): string {
  return `RiversideMSP/member-${position % OWNERS}`;
}

export function deviceAt(position: number): string {
  return `device-${position % DEVICES}`;
}

function subjects(): Change[] {
  return Array.from({ length: DEVICES }, (_, position): Change[] => {
    const [id, owner] = [deviceAt(position), ownerAt(position)];
    return [
      { type: 'point', value: { ...point, id: `point-${position}`, owner, devices: [id] } },
      { type: 'device', value: { ...device, id, owner, point: `point-${position}` } },
    ];
  }).flat();
}

function holdingAt(batch: string, position: number, place: number): Change {
  const month = String((position % 12) + 1).padStart(2, '0');
  const value = {
    ...holding,
    batch,
    start: place * UNITS,
    end: (place + 1) * UNITS,
    owner: ownerAt(position),
    vintage: `2023-${month}`,
  };
  if (position % STATES === 1)
    return {
      type: 'holding',
      value: { ...value, state: { kind: 'offered', offer: idOf(`offer ${position}`) } },
    };
  if (position % STATES === 2)
    return {
      type: 'holding',
      value: { ...value, state: { kind: 'retired', retirement: idOf(`retirement ${position}`) } },
    };
  return { type: 'holding', value };
}

/** A profile block's body: the `position`th of all, devices taking turns. */
function dayOf(position: number): Uint8Array {
  const day = Math.floor(position / DEVICES);
  const values = Array.from(
    { length: INTERVALS_OF_BLOCK },
    (_, quarter) => (position * 7 + quarter * 31) % 2500,
  );
  return encodeProfileBlock({
    subject: { kind: 'device', id: deviceAt(position) },
    sequence: day + 1,
    start: FIRST_DAY + day * DAY_SEC,
    intervalSec: INTERVAL_SEC,
    intervals: INTERVALS_OF_BLOCK,
    previousHash: NO_PREVIOUS_HASH,
    declaredGapSec: 0,
    fillsGap: false,
    registers: [{ register: 'generation', values, estimated: [] }],
  });
}

/** 43 characters, as the ledger's ids are. */
function idOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
