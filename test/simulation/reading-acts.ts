import {
  encodeSubmission,
  type ChainTip,
  type Measurement,
  type ReadingsResult,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import type { MeteredChain } from './metered-chain.ts';
import { PEOPLE } from './people.ts';
import type { Random } from './random.ts';
import { type Maker, ROOFS, type World } from './world.ts';

const INTERVAL_SEC = 900;
/** What a roof of 20 kW can generate in a quarter of an hour. */
const LARGEST_WH = 5000;
const MAX_BLOCKS = 3;
const MAX_INTERVALS = 4;

interface Block {
  readonly signed: SignedProfileBlock;
  /** What becomes of the chain when the block is accepted; undefined for one that must not be. */
  readonly accepted: (() => void) | undefined;
}

export const submitReadings: Maker = (world) => {
  const { random } = world;
  const roof = random.pick(ROOFS);
  if (roof === undefined) return undefined;
  const chain = world.chainOf(random.chance(0.7) === roof.hasDeviceMeter ? roof.device : roof.point);
  if (chain === undefined || (chain.meter === roof.deviceMeter && !roof.hasDeviceMeter)) return undefined;
  const blocks = rightBlocks(world, chain);
  if (random.chance(0.3)) blocks.splice(random.below(blocks.length + 1), 0, wrongBlock(world, chain));
  if (blocks.length === 0) return undefined;
  const own = roof.owner.startsWith('Riverside')
    ? random.one(PEOPLE.riversideGateway, PEOPLE.riversideCollector)
    : PEOPLE.hillsideGateway;
  return {
    identity: random.chance(0.95) ? own : PEOPLE.hillsideGateway,
    method: 'readings:submit',
    command: encodeSubmission(blocks.map(({ signed }) => signed)),
    judge: ({ result }) => {
      const taken = result === undefined ? [] : acceptedOf(blocks, result as ReadingsResult);
      return taken.some(({ accepted }) => accepted === undefined) ? 'a wrong block was accepted' : undefined;
    },
    settle: ({ result }) => {
      for (const { accepted } of acceptedOf(blocks, result as ReadingsResult)) accepted?.();
    },
  };
};

function acceptedOf(blocks: readonly Block[], { exists, refused }: ReadingsResult): Block[] {
  return blocks.filter(
    (_, position) => !exists.includes(position) && !refused.some(({ at }) => at === position),
  );
}

/** Blocks that follow one another, as far as time has come. */
function rightBlocks(world: World, chain: MeteredChain): Block[] {
  const { random, ledger, now } = world;
  const blocks: Block[] = [];
  let { tip } = chain;
  for (let count = random.between(1, MAX_BLOCKS); count > 0; count -= 1) {
    const measurement = measure(world, chain, tip);
    const { start, intervalSec, registers } = measurement;
    // Now and then too early; sent again it may come in time.
    const isEarly = start + intervalSec * registers[0].values.length > now;
    if (isEarly && !random.chance(0.05)) break;
    const { signed, tip: next } = chain.sign(ledger.channel, tip, measurement);
    blocks.push({ signed, accepted: () => chain.accept(signed, next, measurement) });
    tip = next;
    // Only one block of a submission fills a gap: the next one's place depends on what becomes of it.
    if (measurement.fillsGap === true) break;
  }
  return blocks;
}

function measure({ random, now }: World, chain: MeteredChain, tip: ChainTip): Measurement {
  const gap = chain.gaps.find(({ start, end }) => start < end);
  if (gap !== undefined && tip === chain.tip && random.chance(0.3))
    return {
      start: gap.start,
      intervalSec: INTERVAL_SEC,
      registers: readings(random, chain, 1),
      fillsGap: true,
    };
  const first = Math.floor(now / INTERVAL_SEC) * INTERVAL_SEC - MAX_INTERVALS * INTERVAL_SEC;
  const skipped = tip.coveredUntil !== null && random.chance(0.1) ? random.between(1, 2) : 0;
  return {
    start: (tip.coveredUntil ?? first) + skipped * INTERVAL_SEC,
    intervalSec: INTERVAL_SEC,
    registers: readings(random, chain, random.between(1, MAX_INTERVALS)),
  };
}

function readings(random: Random, { meter }: MeteredChain, intervals: number): Measurement['registers'] {
  const values = Array.from({ length: intervals }, () => (random.chance(0.2) ? 0 : random.below(LARGEST_WH)));
  const estimated: [number, number][] = random.chance(0.15) ? [[0, random.between(1, intervals)]] : [];
  if (meter.subject.kind === 'device') return [{ register: 'generation', values, estimated }];
  return [
    { register: 'import', values: values.map((value) => LARGEST_WH - value), estimated: [] },
    { register: 'export', values, estimated },
  ];
}

/** A block that must be refused, or is known. */
function wrongBlock(world: World, chain: MeteredChain): Block {
  const { random } = world;
  const wrong = random.one(forged, altered, replayed, fromElsewhere, implausible, outOfSequence, overlapping);
  return { signed: wrong(world, chain), accepted: undefined };
}

type Wrong = (world: World, chain: MeteredChain) => SignedProfileBlock;

const next: Wrong = (world, chain) =>
  chain.sign(world.ledger.channel, chain.tip, measure(world, chain, chain.tip)).signed;

const forged: Wrong = (world, chain) => {
  const { body, signature } = next(world, chain);
  return { body, signature: flipped(world.random, signature) };
};

const altered: Wrong = (world, chain) => {
  const { body, signature } = next(world, chain);
  return { body: flipped(world.random, body), signature };
};

const replayed: Wrong = (world, chain) => world.random.pick(chain.accepted)?.signed ?? forged(world, chain);

/** Signed for another channel, or by another meter. */
const fromElsewhere: Wrong = (world, chain) => {
  const measurement = measure(world, chain, chain.tip);
  if (world.random.chance(0.5)) return chain.sign('elsewhere', chain.tip, measurement).signed;
  const other = world.chains.find(({ meter }) => meter !== chain.meter) ?? chain;
  const { body } = chain.sign(world.ledger.channel, chain.tip, measurement).signed;
  const { signature } = other.sign(world.ledger.channel, other.tip, measurement).signed;
  return { body, signature };
};

const implausible: Wrong = (world, chain) => {
  const { start } = measure(world, chain, chain.tip);
  const register = chain.meter.subject.kind === 'device' ? 'generation' : 'export';
  const registers = [{ register, values: [LARGEST_WH + 1], estimated: [] }] as const;
  return chain.sign(world.ledger.channel, chain.tip, { start, intervalSec: INTERVAL_SEC, registers }).signed;
};

const outOfSequence: Wrong = (world, chain) => {
  const skipping = { ...chain.tip, sequence: chain.tip.sequence + 1 };
  return chain.sign(world.ledger.channel, skipping, measure(world, chain, chain.tip)).signed;
};

const overlapping: Wrong = (world, chain) => {
  const { coveredUntil } = chain.tip;
  if (coveredUntil === null) return forged(world, chain);
  const start = coveredUntil - INTERVAL_SEC;
  const registers = readings(world.random, chain, 1);
  const unaware = { ...chain.tip, coveredUntil: start };
  return chain.sign(world.ledger.channel, unaware, { start, intervalSec: INTERVAL_SEC, registers }).signed;
};

function flipped(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = random.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
}
