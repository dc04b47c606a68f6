import {
  commandHashOf,
  decodeProfileBlock,
  DomainError,
  encodeSubmission,
  MAX_SUBMISSION_BLOCKS,
  MAX_SUBMISSION_BYTES,
  readingsResult,
  submittedSize,
  submitReadings,
  type ReadingsResult,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Commands, Decoded } from '../fabric/command.ts';
import { Unavailable } from '../fabric/errors.ts';
import type { Operation } from '../fabric/operation.ts';
import type { LedgerIdentity } from '../fabric/wallet.ts';

/** What became of one block. */
export const blockVerdict = z.strictObject({
  verdict: z.enum(['accepted', 'exists', 'refused']),
  code: z.string().optional(),
  detail: z.string().optional(),
});
export type BlockVerdict = z.infer<typeof blockVerdict>;

/** Result of a delivery: a verdict for each block, in order. */
export const deliveryResult = z.strictObject({ verdicts: z.array(blockVerdict) });

/** One request's blocks. */
interface Delivery {
  readonly operationId: string;
  readonly blocks: readonly SignedProfileBlock[];
  /** Upper bound of what the blocks take in a submission. */
  readonly bytes: number;
  /** Whose readings they are, `<kind>/<id>`; malformed blocks are nobody's. */
  readonly subjects: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface IntakeSettings {
  /** A delivery waits this long for company. */
  readonly gatherMs: number;
  /** Submissions under way at the same time. */
  readonly submissions: number;
  /** More bytes than this are not kept waiting. */
  readonly waitingBytes: number;
}

export const INTAKE_SETTINGS: IntakeSettings = { gatherMs: 200, submissions: 4, waitingBytes: 20_000_000 };

/**
 * Gathers the signed blocks of many requests into few transactions, which the gateway signs. At any time at most one
 * submission has blocks of a subject, because a block must find its predecessor on the ledger; blocks of one subject
 * keep their order.
 */
export class ReadingsIntake {
  readonly #commands: Pick<Commands, 'accept' | 'submitShared'>;
  readonly #identity: LedgerIdentity;
  readonly #channel: string;
  readonly #settings: IntakeSettings;
  /** In order of arrival. */
  #waiting: Delivery[] = [];
  #waitingBytes = 0;
  readonly #busySubjects = new Set<string>();
  #underWay = 0;
  #timer: NodeJS.Timeout | undefined;

  /** What is not submitted yet. */
  get waiting(): { readonly deliveries: number; readonly bytes: number } {
    return { deliveries: this.#waiting.length, bytes: this.#waitingBytes };
  }

  /** @param identity the gateway's own */
  constructor(
    commands: Pick<Commands, 'accept' | 'submitShared'>,
    identity: LedgerIdentity,
    channel: string,
    settings: IntakeSettings = INTAKE_SETTINGS,
  ) {
    this.#commands = commands;
    this.#identity = identity;
    this.#channel = channel;
    this.#settings = settings;
  }

  /**
   * Takes a delivery and answers its operation.
   *
   * @param account keeps the idempotency keys of senders apart
   * @throws DomainError COMMAND_TOO_LARGE when the blocks do not fit into one transaction
   * @throws BusinessError EXISTS_WITH_DIFFERENT_CONTENT
   * @throws Unavailable when too much is waiting
   */
  async take(
    account: string,
    idempotencyKey: string,
    blocks: readonly SignedProfileBlock[],
  ): Promise<Operation> {
    const bytes = sizeOf(blocks);
    if (this.#waitingBytes + bytes > this.#settings.waitingBytes) {
      throw new Unavailable('too many readings are waiting', RETRY_AFTER_SEC);
    }
    const content = blocks.map(({ body, signature }) => [base64url(body), base64url(signature)]);
    const requestHash = commandHashOf(this.#channel, submitReadings.name, content);
    const accepted = await this.#commands.accept({
      account,
      method: submitReadings.name,
      idempotencyKey,
      requestHash,
    });
    if (accepted.created) {
      const { id: operationId } = accepted.operation;
      this.#waiting.push({ operationId, blocks, bytes, subjects: subjectsOf(blocks), since: Date.now() });
      this.#waitingBytes += bytes;
      this.#pump();
    }
    return accepted.operation;
  }

  /** Submits whatever is due, and wakes up again when more will be. */
  #pump(): void {
    clearTimeout(this.#timer);
    while (this.#underWay < this.#settings.submissions) {
      const { deliveries, isFull } = this.#next();
      const [oldest] = deliveries;
      if (oldest === undefined) return;
      const dueInMs = oldest.since + this.#settings.gatherMs - Date.now();
      if (!isFull && dueInMs > 0) {
        this.#timer = setTimeout(() => this.#pump(), dueInMs);
        return;
      }
      void this.#submit(deliveries);
    }
  }

  /** The deliveries of the next submission: in order, without those of busy subjects and what came after them. */
  #next(): { deliveries: Delivery[]; isFull: boolean } {
    const blocked = new Set(this.#busySubjects);
    const deliveries: Delivery[] = [];
    let bytes = 0;
    let blocks = 0;
    for (const delivery of this.#waiting) {
      if ([...delivery.subjects].some((subject) => blocked.has(subject))) {
        for (const subject of delivery.subjects) blocked.add(subject);
        continue;
      }
      bytes += delivery.bytes;
      blocks += delivery.blocks.length;
      if (bytes > MAX_SUBMISSION_BYTES || blocks > MAX_SUBMISSION_BLOCKS) return { deliveries, isFull: true };
      deliveries.push(delivery);
    }
    return { deliveries, isFull: false };
  }

  async #submit(deliveries: readonly Delivery[]): Promise<void> {
    const taken = new Set(deliveries);
    this.#waiting = this.#waiting.filter((delivery) => !taken.has(delivery));
    for (const { bytes } of deliveries) this.#waitingBytes -= bytes;
    const subjects = deliveries.flatMap((delivery) => [...delivery.subjects]);
    for (const subject of subjects) this.#busySubjects.add(subject);
    this.#underWay += 1;
    const argument = encodeSubmission(deliveries.flatMap(({ blocks }) => blocks));
    await this.#commands.submitShared({
      identity: this.#identity,
      method: submitReadings.name,
      operationIds: deliveries.map(({ operationId }) => operationId),
      prepare: () => Promise.resolve({ args: [argument] }),
      decode: (answer) => decodeAnswer(answer, deliveries),
    });
    this.#underWay -= 1;
    for (const subject of subjects) this.#busySubjects.delete(subject);
    this.#pump();
  }
}

const RETRY_AFTER_SEC = 5;

/**
 * Bytes that the blocks take in a submission, at most.
 *
 * @throws DomainError COMMAND_TOO_LARGE when they do not fit into one
 */
export function sizeOf(blocks: readonly SignedProfileBlock[]): number {
  const bytes = blocks.reduce((sum, block) => sum + submittedSize(block), 0);
  if (bytes > MAX_SUBMISSION_BYTES || blocks.length > MAX_SUBMISSION_BLOCKS) {
    const limit = `${MAX_SUBMISSION_BLOCKS} blocks or ${MAX_SUBMISSION_BYTES} bytes`;
    throw new DomainError('COMMAND_TOO_LARGE', `a delivery has at most ${limit}`);
  }
  return bytes;
}

const submissionAnswer = z.object({ outcome: z.enum(['done', 'exists']), result: readingsResult });

/** A verdict for each block of the submission, in order. */
export function readAnswer(answer: Uint8Array): { outcome: 'done' | 'exists'; verdicts: BlockVerdict[] } {
  const { outcome, result } = submissionAnswer.parse(JSON.parse(Buffer.from(answer).toString('utf8')));
  return { outcome, verdicts: verdictsOf(result) };
}

function decodeAnswer(answer: Uint8Array, deliveries: readonly Delivery[]): Decoded {
  const { outcome, verdicts } = readAnswer(answer);
  let from = 0;
  const results = deliveries.map(({ blocks }) => {
    const own = verdicts.slice(from, (from += blocks.length));
    return { outcome, result: { verdicts: own } };
  });
  return { results, writes: verdicts.some(({ verdict }) => verdict === 'accepted') };
}

function verdictsOf({ blocks, exists, refused }: ReadingsResult): BlockVerdict[] {
  const verdicts = Array.from({ length: blocks }, (): BlockVerdict => ({ verdict: 'accepted' }));
  for (const at of exists) verdicts[at] = { verdict: 'exists' };
  for (const { at, code, detail } of refused) verdicts[at] = { verdict: 'refused', code, detail };
  return verdicts;
}

function subjectsOf(blocks: readonly SignedProfileBlock[]): Set<string> {
  return new Set(blocks.flatMap(({ body }) => subjectOf(body) ?? []));
}

function subjectOf(body: Uint8Array): string | undefined {
  try {
    const { kind, id } = decodeProfileBlock(body).subject;
    return `${kind}/${id}`;
  } catch (error) {
    // The ledger gives a malformed block its verdict; it just has no subject to be kept in order with.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
