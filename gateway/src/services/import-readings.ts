import { randomUUID } from 'node:crypto';
import {
  MAX_SUBMISSION_BYTES,
  signNextBlock,
  submittedSize,
  type ChainTip,
  type Head,
  type MeteredSubject,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import { Unavailable } from '../fabric/errors.ts';
import { pause } from '../fabric/pause.ts';
import { everyItem, type PageRequest } from '../read-model/page.ts';
import type { ReadingBlock } from '../read-model/read-model.ts';
import type { CollectorKey } from './collector-keys.ts';
import { compare, dayOf, registersOf, runsOf, slotsOf, type Slot } from './reading-blocks.ts';
import type { ReadingRow, RefusedRow } from './reading-rows.ts';
import { deliveryResult, type BlockVerdict } from './readings-intake.ts';
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
  readonly blockNumber?: number;
  readonly code?: string;
  readonly detail?: string;
  /** Those that were refused, to be corrected and sent again. */
  readonly rejected?: readonly RefusedRow['cells'][];
}

/** Blocks that are signed one upon the other before the first has its verdict. */
const BLOCKS_AT_ONCE = 50;
const BYTES_AT_ONCE = MAX_SUBMISSION_BYTES / 2;
const WAIT_MS = 60_000;
const PATIENCE_MS = 60_000;
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

  /** Signs the first runs one upon the other, and answers those that are to be signed anew. */
  async #submit(head: Head, runs: readonly Slot[][]): Promise<{ receipts: Receipt[]; left: Slot[] }> {
    const signed = this.#sign(head, runs);
    if (signed.length === 0) return { receipts: [], left: [] };
    const blocks = signed.map(({ block }) => block);
    const { verdicts, blockNumber } = await this.#deliver(blocks);
    const receipts: Receipt[] = [];
    const left: Slot[] = [];
    signed.forEach(({ run, tip }, index) => {
      const { verdict, code, detail } = verdicts[index] ?? { verdict: 'refused' };
      if (verdict !== 'refused') {
        const { sequence, hash } = tip;
        receipts.push({ ...this.#period(run), verdict, sequence, hash: hash ?? '', blockNumber });
      } else if (LOST_RACE.has(code)) {
        // Whatever comes behind a refused block must be signed upon the one before it.
        left.push(...run);
      } else {
        receipts.push(this.#refused(run, { code: code ?? 'INTERNAL', detail: detail ?? '' }));
      }
    });
    left.push(...runs.slice(signed.length).flat());
    return { receipts, left };
  }

  #sign(head: Head, runs: readonly Slot[][]): { run: Slot[]; block: SignedProfileBlock; tip: ChainTip }[] {
    const { privateKey } = this.#key;
    const signed: { run: Slot[]; block: SignedProfileBlock; tip: ChainTip }[] = [];
    let tip: ChainTip = head;
    let bytes = 0;
    for (const run of runs) {
      const [first] = run;
      if (first === undefined || signed.length >= BLOCKS_AT_ONCE || bytes >= BYTES_AT_ONCE) break;
      const fillsGap = tip.coveredUntil !== null && first.start < tip.coveredUntil;
      const meter = { subject: this.#subject, privateKey, tip };
      const measurement = {
        start: first.start,
        intervalSec: first.intervalSec,
        registers: registersOf(run),
        fillsGap,
      };
      const next = signNextBlock(this.#services.channel, meter, measurement);
      signed.push({ run, block: next.signed, tip: next.tip });
      tip = next.tip;
      bytes += submittedSize(next.signed);
    }
    return signed;
  }

  /** @throws Stopped */
  async #deliver(
    blocks: readonly SignedProfileBlock[],
  ): Promise<{ verdicts: BlockVerdict[]; blockNumber: number }> {
    const { intake, ledger } = this.#services;
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const started = await intake.take(this.#caller.account, `import:${randomUUID()}`, blocks);
        let operation = await ledger.commands.wait(started.id, WAIT_MS);
        while (operation?.status === 'pending' && !this.#signal.aborted)
          operation = await ledger.commands.wait(started.id, WAIT_MS);
        if (operation?.status === 'committed') {
          const { verdicts } = deliveryResult.parse((operation.result as { result: unknown }).result);
          return { verdicts, blockNumber: operation.blockNumber ?? 0 };
        }
        const { code, detail } = operation?.error ?? { code: 'UNAVAILABLE', detail: 'it has no verdict yet' };
        return { verdicts: blocks.map(() => ({ verdict: 'refused', code, detail })), blockNumber: 0 };
      } catch (error) {
        if (!(error instanceof Unavailable) || Date.now() > deadline) throw error;
        await pause(RETRY_MS, this.#signal);
      }
    }
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

interface Problem {
  readonly code: string;
  readonly detail: string;
}

const NO_METER: Problem = { code: 'NOT_FOUND', detail: 'it has no meter' };
const OTHER_VALUES: Problem = { code: 'BLOCK_OVERLAP', detail: 'the ledger has other values of this time' };
const OVERTAKEN: Problem = { code: 'UNAVAILABLE', detail: 'others deliver readings of it; send them again' };
