import type { KeyObject } from 'node:crypto';
import { must, mustEqual } from '../discrepancy.ts';
import { Unreadable } from '../fabric/protobuf.ts';
import { requireCaller } from './caller.ts';
import { subjectName } from './key.ts';
import {
  blockHash,
  readProfileBlock,
  readSubmission,
  signedBytes,
  type ProfileBlock,
  type SubmittedSignatures,
} from './profile-block.ts';
import { mspOf, type Period, type RecordOf } from './record.ts';
import { subjectOf } from './registration.ts';
import { isMeterSignature, meterKey } from './tagged.ts';
import type { BlockWrite, Deed } from './transaction.ts';

type Head = RecordOf<'head'>;

/** An accepted block, with what its writing adds. */
export interface AcceptedBlock extends ProfileBlock {
  readonly key: string;
  readonly hash: string;
  readonly arrivedAt: number;
}

const STORED_HEADER_BYTES = 10;
/** Flag of a block that a collector has signed. */
const ATTESTED = 1;
const CLOCK_TOLERANCE_SEC = 60;
const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_HOUR = 3600;

/**
 * Every profile block that was stored is the one that its meter signed and that the transaction carried, comes next in
 * its subject's chain, and covers time that no other covers; the heads say where the chains stand.
 */
export class Readings {
  readonly #checkSignatures: boolean;
  /** Heads as they follow from the blocks alone. */
  readonly #heads = new Map<string, Head>();
  readonly #keys = new Map<string, KeyObject>();
  /** Signatures of meters that were checked. */
  signatures = 0;
  blocks = 0;

  constructor(checkSignatures: boolean) {
    this.#checkSignatures = checkSignatures;
  }

  /** @returns the blocks that the transaction stored, in order */
  check(deed: Deed): AcceptedBlock[] {
    for (const { name, before, after } of deed.changes('head')) {
      if (before === undefined && after !== undefined) this.#heads.set(name, startOf(after));
    }
    const signatures = deed.blocks.length > 0 ? readSubmission(deed.argument) : new Map<string, Buffer[]>();
    const blocks = [...deed.blocks]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((write) => this.#accept(deed, write, signatures));
    for (const { name, key, after } of deed.changes('head')) {
      mustEqual('a head says where its chain stands', this.#heads.get(name), after, { key });
    }
    for (const { key, subject } of blocks) {
      const name = subjectName(subject);
      mustEqual('a head says where its chain stands', this.#heads.get(name), deed.after('head', name), {
        key,
      });
    }
    return blocks;
  }

  #accept(deed: Deed, write: BlockWrite, signatures: SubmittedSignatures): AcceptedBlock {
    const { key } = write;
    const body = write.value.subarray(STORED_HEADER_BYTES);
    const block = readBody(body, key);
    const name = subjectName(block.subject);
    const attributes = [block.subject.kind, block.subject.id, block.sequence.toString().padStart(10, '0')];
    mustEqual('a record lies under its own key', attributes, write.attributes, { key });
    const head = this.#heads.get(name);
    must(head !== undefined, 'readings come from a registered meter', {
      key,
      expected: `head ${name}`,
      found: 'none',
    });
    const flags = head.meter.attestedBy === undefined ? 0 : ATTESTED;
    const header = Buffer.from([1, flags, ...storedTime(deed.now)]);
    mustEqual(
      'a stored block names its format, whether a collector attests it, and its time of arrival',
      header.toString('hex'),
      write.value.subarray(0, STORED_HEADER_BYTES).toString('hex'),
      { key },
    );
    this.#checkSource(deed, block, key);
    this.#checkSigned(deed.channel, head, body, signatures.get(body.toString('latin1')) ?? [], key);
    const accepted = { ...block, key, hash: blockHash(deed.channel, body), arrivedAt: deed.now };
    checkPlausible(deed, accepted);
    this.#heads.set(name, advance(head, accepted, deed.now));
    this.blocks += 1;
    return accepted;
  }

  #checkSource(deed: Deed, { subject }: ProfileBlock, key: string): void {
    const registered = subjectOf(deed, subject);
    mustEqual('readings come from approved points and devices', 'approved', registered.status, { key });
    requireCaller(deed, [mspOf(registered.owner)], ['gateway', 'collector'], key);
  }

  #checkSigned(channel: string, head: Head, body: Buffer, signatures: readonly Buffer[], key: string): void {
    must(signatures.length > 0, 'a stored block is what the transaction carried', {
      key,
      expected: body.toString('hex'),
      found: 'no such block in the argument',
    });
    if (!this.#checkSignatures) return;
    const { publicKey } = head.meter;
    const meter = this.#keys.get(publicKey) ?? meterKey(publicKey);
    if (meter !== null) this.#keys.set(publicKey, meter);
    this.signatures += 1;
    const bytes = signedBytes(channel, body);
    const isSigned =
      meter !== null && signatures.some((signature) => isMeterSignature(meter, bytes, signature));
    must(isSigned, 'a block is signed by its meter', {
      key,
      expected: `a signature of meter ${head.meter.serial}`,
      found: signatures.map((signature) => signature.toString('hex')).join(', '),
    });
  }
}

/** The head of a chain without blocks. */
function startOf({ subject, meter }: Head): Head {
  return { v: 1, subject, meter, sequence: 0, hash: null, coveredUntil: null, intervalSec: null, gaps: [] };
}

function readBody(body: Buffer, key: string): ProfileBlock {
  let block: ProfileBlock | null = null;
  try {
    block = readProfileBlock(body);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  must(block !== null, 'a stored block can be read', {
    key,
    expected: 'a profile block',
    found: body.toString('hex'),
  });
  return block;
}

function storedTime(seconds: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(seconds));
  return bytes;
}

/** The head after this block; throws if the block does not come next. */
function advance(head: Head, block: AcceptedBlock, now: number): Head {
  const { key, sequence, previousHash, start, intervalSec, intervals, declaredGapSec, fillsGap, hash } =
    block;
  const end = start + intervals * intervalSec;
  mustEqual('blocks are numbered without a gap', head.sequence + 1, sequence, { key });
  mustEqual('a block names its predecessor', head.hash, previousHash, { key });
  const isOnGrid = SECONDS_PER_DAY % intervalSec === 0 && start % intervalSec === 0 && intervals > 0;
  must(isOnGrid, 'intervals divide the day', {
    key,
    expected: 'a divisor',
    found: `${start}, ${intervalSec} s`,
  });
  must(end <= now + CLOCK_TOLERANCE_SEC, 'readings are of the past', {
    key,
    expected: `before ${now}`,
    found: end,
  });
  if (fillsGap) return { ...head, sequence, hash, gaps: fill(head.gaps, { start, end }, key) };
  const gapStart = head.coveredUntil ?? start;
  mustEqual('covered time is not covered again, and gaps are declared', gapStart + declaredGapSec, start, {
    key,
  });
  const gaps = declaredGapSec === 0 ? head.gaps : [...head.gaps, { start: gapStart, end: start }];
  return { ...head, sequence, hash, coveredUntil: end, intervalSec, gaps };
}

/** The open gaps when this part of one is covered. */
function fill(gaps: readonly Period[], part: Period, key: string): Period[] {
  const filled = gaps.find((gap) => gap.start <= part.start && part.end <= gap.end);
  must(filled !== undefined, 'a block that fills a gap lies within one', {
    key,
    expected: gaps,
    found: part,
  });
  const rests = [
    { start: filled.start, end: part.start },
    { start: part.end, end: filled.end },
  ].filter(({ start, end }) => start < end);
  return gaps.flatMap((gap) => (gap === filled ? rests : [gap]));
}

/** Codes of registers, with the power that bounds each; the state of charge (19) is bounded by energy. */
function checkPlausible(deed: Deed, { subject, registers, intervalSec, key }: AcceptedBlock): void {
  const limits = subject.kind === 'point' ? pointLimits(deed, subject.id) : deviceLimits(deed, subject.id);
  mustEqual('a register is there once', registers.length, new Set(registers.map(({ code }) => code)).size, {
    key,
  });
  for (const { code, values } of registers) {
    const limit = limits.get(code);
    must(limit !== undefined, 'a register belongs to its subject', {
      key,
      expected: [...limits.keys()],
      found: code,
    });
    const mostWh = limit.isLevel
      ? limit.most
      : (BigInt(limit.most) * BigInt(intervalSec)) / BigInt(SECONDS_PER_HOUR);
    const largest = values.reduce((most, value) => Math.max(most, value), 0);
    must(largest <= mostWh, 'no value exceeds the capacity', {
      key,
      expected: `at most ${mostWh}`,
      found: largest,
    });
  }
}

interface Limit {
  /** W, or Wh for a level. */
  readonly most: number;
  readonly isLevel: boolean;
}

const power = (most: number): Limit => ({ most, isLevel: false });

function pointLimits(deed: Deed, id: string): Map<number, Limit> {
  const { importLimitW, exportLimitW, unmeteredW = exportLimitW } = deed.named('point', id);
  const reactive = power(Math.max(importLimitW, exportLimitW));
  return new Map([
    [1, power(importLimitW)],
    [2, power(Math.min(exportLimitW, unmeteredW))],
    [3, reactive],
    [4, reactive],
  ]);
}

function deviceLimits(deed: Deed, id: string): Map<number, Limit> {
  const { source, capacityW, storage } = deed.named('device', id);
  const limits = new Map<number, Limit>();
  if (source !== 'storage') limits.set(16, power(capacityW));
  if (storage === undefined) return limits;
  return limits
    .set(17, power(capacityW))
    .set(18, power(capacityW))
    .set(19, { most: storage.capacityWh, isLevel: true });
}
