import { randomUUID } from 'node:crypto';
import {
  DomainError,
  MAX_SUBMISSION_BYTES,
  signNextBlock,
  submittedSize,
  type ChainTip,
  type Head,
  type MeteredSubject,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import { pause } from '../fabric/pause.ts';
import { everyItem, type PageRequest } from '../read-model/page.ts';
import type { ReadingBlock } from '../read-model/read-model.ts';
import { acceptItems, type ItemVerdict } from './bulk-batch.ts';
import type { CollectorKey } from './collector-keys.ts';
import { compare, dayOf, registersOf, runsOf, slotsOf, type Slot } from './reading-blocks.ts';
import type { ReadingRow, RefusedRow } from './reading-rows.ts';
import type { Services } from './services.ts';

/** What became of one block, or of rows that make none. */
export interface Receipt {
  readonly subject: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: 'accepted' | 'exists' | 'refused';
  readonly sequence?: number;
  readonly hash?: string;
  /** A block of the ledger from which on it holds it. */
  readonly blockNumber?: number | undefined;
  readonly code?: string;
  readonly detail?: string;
  /** Those that were refused, to be corrected and sent again. */
  readonly rejected?: readonly RefusedRow['cells'][];
}

/** Blocks that are signed one upon the other before the first has its verdict. */
const BLOCKS_AT_ONCE = 50;
const BYTES_AT_ONCE = MAX_SUBMISSION_BYTES / 2;
const RETRY_MS = 500;
/** How often the chain may turn out to have gone on otherwise. */
const MAX_LOST_RACES = 5;
const PAGE = 100;

/** Codes of a block that was signed upon another one than the ledger's last. */
const LOST_RACE: ReadonlySet<string | undefined> = new Set(['BLOCK_SEQUENCE_WRONG', 'BLOCK_CHAIN_BROKEN']);

/** Takes the readings of one subject that a collector attests. */
export class SubjectImport {
  readonly #services: Services;
  readonly #caller: Caller;
  readonly #subject: MeteredSubject;
  readonly #signal: AbortSignal;

  /** @param signal aborted when nobody waits for the receipts any more */
  constructor(services: Services, caller: Caller, subject: MeteredSubject, signal: AbortSignal) {
    this.#services = services;
    this.#caller = caller;
    this.#subject = subject;
    this.#signal = signal;
  }

  /**
   * Makes blocks of the rows, signs them with the collector's key and has them accepted. What is on the ledger already
   * with the same values exists: the same rows may come again, whatever became of them before.
   *
   * @throws Stopped
   */
  async take(rows: readonly ReadingRow[]): Promise<Receipt[]> {
    const { slots, refused } = slotsOf(rows);
    const receipts = refused.map(({ cells, code, detail }) => this.#rowReceipt(cells, code, detail));
    for (let left: readonly Slot[] = slots, races = 0; left.length > 0;) {
      const head = await this.#services.ledger.readModel.heads.find(this.#name);
      const problem = this.#problemWith(head);
      if (head === undefined || problem !== undefined)
        return [...receipts, ...runsOf(left).map((run) => this.#refused(run, problem ?? NO_METER))];
      const { fresh, known } = await this.#compareWithLedger(left, receipts);
      receipts.push(...known);
      const round = await this.#submit(head, runsOf(fresh));
      receipts.push(...round.receipts);
      left = round.left;
      races = round.receipts.length === 0 ? races + 1 : 0;
      if (races > MAX_LOST_RACES)
        return [...receipts, ...runsOf(left).map((run) => this.#refused(run, OVERTAKEN))];
      if (races > 0) await pause(RETRY_MS, this.#signal);
    }
    return receipts;
  }

  get #name(): string {
    return `${this.#subject.kind}/${this.#subject.id}`;
  }

  get #key(): CollectorKey {
    return this.#services.collectorKeys.of(this.#caller.account, this.#subject);
  }

  #problemWith(head: Head | undefined): Problem | undefined {
    if (head === undefined) return NO_METER;
    const { attestedBy, publicKey } = head.meter;
    if (attestedBy !== this.#caller.account)
      return { code: 'NOT_AUTHORISED', detail: `its readings are not attested by ${this.#caller.account}` };
    if (publicKey !== this.#key.publicKey)
      return { code: 'BLOCK_SIGNATURE_INVALID', detail: 'the collector has another key at this gateway' };
    return undefined;
  }

  /** Takes out what is on the ledger; each block that holds some of it is told once. */
  async #compareWithLedger(
    slots: readonly Slot[],
    told: readonly Receipt[],
  ): Promise<{ fresh: Slot[]; known: Receipt[] }> {
    const from = slots[0]?.start ?? 0;
    const until = Math.max(...slots.map(({ start }) => start)) + 1;
    const fresh: Slot[] = [];
    const others: Slot[] = [];
    const found = new Map<number, ReadingBlock>();
    const blocks = await this.#acceptedBlocks(from, until);
    for (const slot of slots) {
      const matches = (blocks.get(dayOf(slot.start)) ?? []).map((block) => ({
        block,
        is: compare(slot, block),
      }));
      const match = matches.find(({ is }) => is !== 'none');
      if (match === undefined) fresh.push(slot);
      else if (match.is === 'other') others.push(slot);
      else found.set(match.block.sequence, match.block);
    }
    const accepted = new Set(told.map(({ sequence }) => sequence));
    return {
      fresh,
      known: [
        ...[...found.values()]
          .filter(({ sequence }) => !accepted.has(sequence))
          .map((block) => this.#exists(block)),
        ...runsOf(others).map((run) => this.#refused(run, OTHER_VALUES)),
      ],
    };
  }

  /** By each day that they have intervals of. */
  async #acceptedBlocks(from: number, until: number): Promise<Map<number, ReadingBlock[]>> {
    const { readModel } = this.#services.ledger;
    const filter = { kind: this.#subject.kind, subject: this.#subject.id, from, until };
    const byDay = new Map<number, ReadingBlock[]>();
    const list = (page: PageRequest) => readModel.blocks.list(filter, page);
    for await (const block of everyItem(list, { limit: PAGE })) {
      for (let day = dayOf(block.start); day <= dayOf(block.end - 1); day += 1)
        byDay.set(day, [...(byDay.get(day) ?? []), block]);
    }
    return byDay;
  }

  /** Has the first runs accepted, and answers those that are to be signed anew. */
  async #submit(head: Head, runs: readonly Slot[][]): Promise<{ receipts: Receipt[]; left: Slot[] }> {
    const { signed, receipts, rest } = this.#sign(head, runs);
    const verdicts = await this.#deliver(signed.map(({ block }) => block));
    const left: Slot[] = [];
    signed.forEach(({ run, tip: { sequence, hash } }, index) => {
      const { verdict, code, detail, blockNumber } = verdicts[index] ?? NO_VERDICT;
      if (verdict === 'accepted' || verdict === 'exists')
        receipts.push({ ...this.#period(run), verdict, sequence, hash: hash ?? '', blockNumber });
      // Whatever comes behind a refused block must be signed upon the one before it.
      else if (LOST_RACE.has(code)) left.push(...run);
      else receipts.push(this.#refused(run, { code: code ?? 'INTERNAL', detail: detail ?? '' }));
    });
    return { receipts, left: [...left, ...rest.flat()] };
  }

  /** Signs the first runs one upon the other; what makes no block is refused. */
  #sign(
    head: Head,
    runs: readonly Slot[][],
  ): { signed: SignedRun[]; receipts: Receipt[]; rest: readonly Slot[][] } {
    const signed: SignedRun[] = [];
    const receipts: Receipt[] = [];
    let tip: ChainTip = head;
    let bytes = 0;
    let next = 0;
    for (; next < runs.length && signed.length < BLOCKS_AT_ONCE && bytes < BYTES_AT_ONCE; next += 1) {
      const run = runs[next] ?? [];
      try {
        const made = this.#signRun(run, tip);
        signed.push({ run, ...made });
        tip = made.tip;
        bytes += submittedSize(made.block);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        receipts.push(this.#refused(run, error));
      }
    }
    return { signed, receipts, rest: runs.slice(next) };
  }

  /** @throws DomainError BLOCK_MALFORMED, for instance behind a gap that is not of whole intervals */
  #signRun(run: readonly Slot[], tip: ChainTip): Pick<SignedRun, 'block' | 'tip'> {
    const [first] = run;
    if (first === undefined) throw new RangeError('a run without an interval');
    const { channel } = this.#services;
    const meter = { subject: this.#subject, privateKey: this.#key.privateKey, tip };
    const next = signNextBlock(channel, meter, {
      start: first.start,
      intervalSec: first.intervalSec,
      registers: registersOf(run),
      fillsGap: tip.coveredUntil !== null && first.start < tip.coveredUntil,
    });
    return { block: next.signed, tip: next.tip };
  }

  /** @throws Stopped */
  async #deliver(blocks: readonly SignedProfileBlock[]): Promise<readonly ItemVerdict[]> {
    if (blocks.length === 0) return [];
    const { intake } = this.#services;
    const submit = () => intake.take(this.#caller.account, `import:${randomUUID()}`, blocks);
    const judge = await acceptItems(this.#services, submit, blocks.length, this.#signal);
    return judge();
  }

  #period(run: readonly Slot[]): Pick<Receipt, 'subject' | 'start' | 'end'> {
    const last = run.at(-1);
    return {
      subject: this.#name,
      start: run[0]?.start ?? 0,
      end: (last?.start ?? 0) + (last?.intervalSec ?? 0),
    };
  }

  #exists({ start, end, sequence, hash }: ReadingBlock): Receipt {
    return { subject: this.#name, start, end, verdict: 'exists', sequence, hash };
  }

  #refused(run: readonly Slot[], { code, detail }: Problem): Receipt {
    const rejected = run.flatMap(({ rows }) => [...rows.values()].map(({ cells }) => cells));
    return { ...this.#period(run), verdict: 'refused', code, detail, rejected };
  }

  #rowReceipt(cells: RefusedRow['cells'], code: string, detail: string): Receipt {
    return { subject: this.#name, start: 0, end: 0, verdict: 'refused', code, detail, rejected: [cells] };
  }
}

/** A run and its block, and the meter's chain with that block. */
interface SignedRun {
  readonly run: readonly Slot[];
  readonly block: SignedProfileBlock;
  readonly tip: ChainTip;
}

interface Problem {
  readonly code: string;
  readonly detail: string;
}

const NO_VERDICT: ItemVerdict = { verdict: 'refused' };
const NO_METER: Problem = { code: 'NOT_FOUND', detail: 'it has no meter' };
const OTHER_VALUES: Problem = { code: 'BLOCK_OVERLAP', detail: 'the ledger has other values of this time' };
const OVERTAKEN: Problem = { code: 'UNAVAILABLE', detail: 'others deliver readings of it; send them again' };
