import { must } from '../discrepancy.ts';
import { subjectName } from './key.ts';
import type { AcceptedBlock } from './readings.ts';
import type { RecordOf, Subject } from './record.ts';
import type { Deed } from './transaction.ts';

/** Codes of the registers that certificates come from. */
const EXPORT = 2;
const GENERATION = 16;

/** Energy of one interval that no certificate has used yet, or only in part. */
export interface Interval {
  readonly sequence: number;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly isEstimated: boolean;
  readonly blockHash: string;
  readonly arrivedAt: number;
  readonly readWh: number;
  /** What is left of it. */
  readonly wh: number;
}

/** The production register in one block. */
interface Metered extends Pick<AcceptedBlock, 'sequence' | 'start' | 'intervalSec' | 'hash' | 'arrivedAt'> {
  readonly values: readonly number[];
  readonly estimated: readonly boolean[];
}

interface Production {
  meteredWh: number;
  /** Blocks that are not used up yet, by sequence. */
  readonly blocks: Map<number, Metered>;
}

export interface Position {
  readonly sequence: number;
  readonly index: number;
}

/** What devices have produced, as their meters signed it, up to where certificates were made of it. */
export class Productions {
  readonly #subjects = new Map<string, Production>();

  enter(deed: Deed, block: AcceptedBlock): void {
    if (block.subject.kind === 'point' && this.#isCertifiedAtDevices(deed, block.subject.id)) return;
    const { subject, registers, sequence, start, intervalSec, intervals, hash, arrivedAt } = block;
    const code = subject.kind === 'device' ? GENERATION : EXPORT;
    const register = registers.find((candidate) => candidate.code === code);
    const values = register?.values ?? new Array<number>(intervals).fill(0);
    const estimated = register?.estimated ?? [];
    const production = this.#of(subject);
    production.blocks.set(sequence, { sequence, start, intervalSec, hash, arrivedAt, values, estimated });
    production.meteredWh += sumOf(values);
  }

  meteredWh(device: RecordOf<'device'>): number {
    return this.#of(sourceOf(device)).meteredWh;
  }

  /** Takes the intervals from one position to another out of what is left. */
  take(device: RecordOf<'device'>, from: Position, to: Position, key: string): Interval[] {
    const { blocks } = this.#of(sourceOf(device));
    const taken: Interval[] = [];
    for (let { sequence } = from; sequence <= to.sequence; sequence += 1) {
      const end = sequence === to.sequence ? to.index : Number.POSITIVE_INFINITY;
      if (end === 0) continue;
      const block = blocks.get(sequence);
      const start = sequence === from.sequence ? from.index : 0;
      const isThere = block !== undefined && (end <= block.values.length || sequence < to.sequence);
      must(isThere, 'certificates come from readings', {
        key,
        expected: `block ${sequence} up to ${end}`,
        found: 'less',
      });
      taken.push(...intervalsOf(block, start, end));
      if (end >= block.values.length) blocks.delete(sequence);
    }
    return taken;
  }

  /** What lies beyond the position. */
  awaitingWh(device: RecordOf<'device'>, { sequence, index }: Position): number {
    let sum = 0;
    for (const block of this.#of(sourceOf(device)).blocks.values()) {
      sum += sumOf(block.sequence === sequence ? block.values.slice(index) : block.values);
    }
    return sum;
  }

  #of(subject: Subject): Production {
    const name = subjectName(subject);
    const production = this.#subjects.get(name) ?? { meteredWh: 0, blocks: new Map<number, Metered>() };
    this.#subjects.set(name, production);
    return production;
  }

  /** A device with a meter of its own stands behind it for good, so that its export is never certified. */
  #isCertifiedAtDevices(deed: Deed, id: string): boolean {
    return deed.named('point', id).devices.some((name) => {
      const { meter, status } = deed.named('device', name);
      const mayBeRejected = status === 'submitted' || status === 'confirmed';
      return meter !== null && !mayBeRejected;
    });
  }
}

/** Whose register counts what the device produced: its own, or the connection point's export. */
function sourceOf({ id, meter, point }: RecordOf<'device'>): Subject {
  return meter === null ? { kind: 'point', id: point } : { kind: 'device', id };
}

function intervalsOf(block: Metered, from: number, to: number): Interval[] {
  const { sequence, start, intervalSec, hash, arrivedAt, values, estimated } = block;
  return values.slice(from, to).map((wh, offset) => {
    const index = from + offset;
    const begin = start + index * intervalSec;
    const isEstimated = estimated[index] === true;
    return {
      sequence,
      index,
      start: begin,
      end: begin + intervalSec,
      isEstimated,
      blockHash: hash,
      arrivedAt,
      readWh: wh,
      wh,
    };
  });
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
