import { type Decision, done, exists, type SideRecord } from '../decision';
import { DomainError } from '../error-code';
import type { MeteredSubject } from '../identifier';
import { isAttested } from '../meter/meter';
import { acceptBlock, type Intake, type SubmittedBlock } from './accept';
import type { Head } from './head';
import { decodeProfileBlock } from './profile-block-codec';
import { type MeteredRecord } from './register-limits';
import type { ReadingsResult, Refusal } from './readings-result';
import { decodeSubmission } from './submission-codec';

/** One block of a submission: decoded, or why it could not be. */
export type ReadBlock = SubmittedBlock | { readonly malformed: DomainError };

/** What the ledger knows of a metered subject; undefined where it has none. */
export interface LoadedSubject {
  readonly metered: MeteredRecord | undefined;
  readonly head: Head | undefined;
  /** Hashes by sequence of the accepted blocks that the submission may repeat. */
  readonly acceptedHashes: ReadonlyMap<number, string>;
}

/** By `subjectKey`. */
export type LoadedSubjects = ReadonlyMap<string, LoadedSubject>;

export function subjectKey({ kind, id }: MeteredSubject): string {
  return `${kind}/${id}`;
}

/**
 * The blocks of a submission, in order.
 * @throws DomainError COMMAND_MALFORMED, COMMAND_TOO_LARGE
 */
export function readSubmission(argument: Uint8Array): ReadBlock[] {
  return decodeSubmission(argument).map((signed) => {
    try {
      return { ...signed, block: decodeProfileBlock(signed.body) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { malformed: error };
    }
  });
}

/**
 * Takes the blocks of a submission one after the other, each with a verdict of its own. Blocks of one subject may
 * follow one another; what is refused leaves the chain as it was.
 */
export function decideSubmitReadings(
  blocks: readonly ReadBlock[],
  subjects: LoadedSubjects,
  intake: Intake,
): Decision<ReadingsResult> {
  const chains = new Map([...subjects].map(([key, subject]) => [key, new Chain(subject)]));
  const repeated: number[] = [];
  const refused: Refusal[] = [];
  blocks.forEach((read, at) => {
    try {
      if ('malformed' in read) throw read.malformed;
      const key = subjectKey(read.block.subject);
      if (chainOf(chains, key).take(read, intake) === 'exists') repeated.push(at);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push({ at, code: error.code, detail: error.detail });
    }
  });
  const result = { blocks: blocks.length, exists: repeated, refused };
  if (repeated.length === blocks.length) return exists(result);
  return done(
    result,
    [],
    [...chains.values()].flatMap((chain) => chain.records),
  );
}

function chainOf(chains: ReadonlyMap<string, Chain>, key: string): Chain {
  const chain = chains.get(key);
  if (chain === undefined) throw new Error(`${key} was not loaded`);
  return chain;
}

/** The chain of one subject while a submission is taken. */
class Chain {
  private head: Head | undefined;
  private readonly hashes: Map<number, string>;
  private readonly accepted: SideRecord[] = [];

  constructor(private readonly subject: LoadedSubject) {
    this.head = subject.head;
    this.hashes = new Map(subject.acceptedHashes);
    if (this.head?.hash != null) this.hashes.set(this.head.sequence, this.head.hash);
  }

  /** What is to be written. */
  get records(): SideRecord[] {
    const { accepted, head } = this;
    return head === undefined || accepted.length === 0 ? [] : [...accepted, { type: 'head', value: head }];
  }

  take(submitted: SubmittedBlock, intake: Intake): 'accepted' | 'exists' {
    const { subject, sequence } = submitted.block;
    const { metered } = this.subject;
    if (metered === undefined || this.head === undefined) {
      throw new DomainError('NOT_FOUND', `${subjectKey(subject)} has no meter`);
    }
    const acceptedHash = this.hashes.get(sequence) ?? null;
    const acceptance = acceptBlock(submitted, { metered, head: this.head, acceptedHash }, intake);
    if (acceptance.kind === 'exists') return 'exists';
    this.head = acceptance.head;
    this.hashes.set(sequence, acceptance.hash);
    const attested = isAttested(this.head.meter);
    const { body } = submitted;
    this.accepted.push({ type: 'block', subject, sequence, arrivedAt: intake.now, attested, body });
    return 'accepted';
  }
}
