import { setImmediate } from 'node:timers/promises';
import { Discrepancy, must, mustEqual } from './discrepancy.ts';
import { readBlocks, type Tail } from './fabric/block-files.ts';
import { checkBlockSignatures } from './fabric/block-signatures.ts';
import { dataHashOf, headerHash, type Block } from './fabric/block.ts';
import { CommitHash } from './fabric/commit-hash.ts';
import { readConfiguration } from './fabric/channel-config.ts';
import { isSignature } from './fabric/identity.ts';
import { Unreadable } from './fabric/protobuf.ts';
import { readEnvelope, type Envelope } from './fabric/transaction.ts';
import { Validation, type JudgedInvocation } from './fabric/validation.ts';
import { Books, type Totals } from './market/books.ts';
import type { AuditReport, EndorsementCount } from './report.ts';
import { blocksFolder, type Source } from './source.ts';

export type { AuditReport } from './report.ts';

export interface AuditOptions extends Source {
  /** The market's chaincode. Default: market. */
  readonly chaincode?: string | undefined;
  /** Check every signature. Default: true. */
  readonly signatures?: boolean | undefined;
}

const DEFAULT_CHAINCODE = 'market';

/**
 * Reads all blocks of a peer and proves that energy, certificates and money are conserved, or names the first place
 * where they are not.
 *
 * @throws NoBlocks (of source.ts) if there is nothing to audit
 */
export async function audit(options: AuditOptions = {}): Promise<AuditReport> {
  const started = performance.now();
  const source = blocksFolder(options);
  const run = new AuditRun(options.chaincode ?? DEFAULT_CHAINCODE, options.signatures ?? true);
  let discrepancy: Discrepancy | null = null;
  try {
    await run.readAll(source);
    run.close();
  } catch (error) {
    if (!(error instanceof Discrepancy)) throw error;
    discrepancy = error;
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    ...run.report(),
    balanced: discrepancy === null,
    discrepancy: placeOf(discrepancy),
    source,
    seconds,
  };
}

function placeOf(discrepancy: Discrepancy | null): AuditReport['discrepancy'] {
  if (discrepancy === null) return null;
  const { place, rule, expected, found } = discrepancy;
  return { ...place, rule, expected, found };
}

const NOTHING: Totals = {
  energy: { meteredWh: 0, issuedWh: 0, carriedWh: 0, awaitingWh: 0, readingBlocks: 0, devices: 0 },
  certificates: { issued: 0, retired: 0, retiredWh: 0, outstanding: 0 },
  money: { minted: 0n, burned: 0n, outstanding: 0n },
};

/** One pass over a chain. */
class AuditRun {
  readonly #chaincode: string;
  readonly #checkSignatures: boolean;
  readonly #validation: Validation;
  readonly #commitHash = new CommitHash();
  readonly #books: Books;
  readonly #endorsements = new Map<string, { valid: number; invalid: number }>();
  readonly #configurations: { block: number; signedBy: string[] }[] = [];
  readonly #invalidByCode: Record<string, number> = {};
  #channel = '';
  #blocks = 0;
  #firstHash = '';
  #previousHash: Buffer = Buffer.alloc(0);
  #unfinished: Tail | null = null;
  #valid = 0;
  #market = 0;
  #blockSignatures = 0;
  #totals = NOTHING;

  constructor(chaincode: string, checkSignatures: boolean) {
    this.#chaincode = chaincode;
    this.#checkSignatures = checkSignatures;
    this.#validation = new Validation(chaincode, checkSignatures);
    this.#books = new Books({ checkSignatures });
  }

  async readAll(folder: string): Promise<void> {
    const blocks = readBlocks(folder);
    for (;;) {
      const next = this.#atBlock(() => blocks.next());
      if (next.done === true) {
        this.#unfinished = next.value;
        return;
      }
      const block = next.value;
      this.#atBlock(() => this.#checkBlock(block));
      // Others in the same process get their turn.
      await setImmediate();
    }
  }

  close(): void {
    must(this.#blocks > 0, 'a ledger has blocks', {
      expected: 'at least the first configuration',
      found: 'none',
    });
    this.#totals = this.#books.close();
  }

  /** Gives a discrepancy its block. */
  #atBlock<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw error instanceof Discrepancy ? error.locate({ block: this.#blocks }) : error;
    }
  }

  #checkBlock(block: Block): void {
    mustEqual('blocks are numbered without a gap', this.#blocks, block.number);
    const [previous, named] = [this.#previousHash.toString('hex'), block.previousHash.toString('hex')];
    mustEqual('a block names its predecessor', previous, named);
    mustEqual(
      "a block's header is of its transactions",
      block.dataHash.toString('hex'),
      dataHashOf(block).toString('hex'),
    );
    mustEqual('a block has a flag for each transaction', block.envelopes.length, block.flags.length);
    // The first block is the agreement that all others are checked against; nobody can have signed it.
    if (this.#checkSignatures && block.number > 0) {
      const { config, identities } = this.#validation;
      this.#blockSignatures += checkBlockSignatures(block, config, identities);
    }
    block.envelopes.forEach((bytes, position) => this.#checkEnvelope(block, bytes, position));
    this.#commitHash.check(block);
    this.#previousHash = headerHash(block);
    if (block.number === 0) this.#firstHash = this.#previousHash.toString('hex');
    this.#blocks += 1;
  }

  #checkEnvelope(block: Block, bytes: Buffer, position: number): void {
    const flag = block.flags[position] ?? 0;
    let envelope: Envelope | undefined;
    try {
      envelope = readEnvelope(bytes);
      mustEqual('a transaction is of its channel', this.#channel || envelope.channel, envelope.channel);
      this.#channel = envelope.channel;
      if (flag === 0) this.#valid += 1;
      else this.#invalidByCode[flag] = (this.#invalidByCode[flag] ?? 0) + 1;
      if (envelope.kind !== 'configuration')
        this.#invoke(envelope, { block: block.number, transaction: position }, flag);
      else if (flag === 0) this.#configure(envelope, block.number);
    } catch (error) {
      const place = { transaction: position, ...(envelope && { transactionId: envelope.id }) };
      if (error instanceof Discrepancy) throw error.locate(place);
      if (!(error instanceof Unreadable)) throw error;
      throw new Discrepancy('a transaction can be read', {
        ...place,
        expected: 'a transaction',
        found: error.message,
      });
    }
  }

  #configure({ data }: Envelope, block: number): void {
    const { config, signatures, signedBytes } = readConfiguration(data);
    const signedBy = signatures.flatMap(({ endorser, signature }, index) => {
      const identity = this.#validation.identities.of(endorser);
      const bytes = signedBytes[index] ?? Buffer.alloc(0);
      const counts = !this.#checkSignatures || (identity.isMember && isSignature(identity, bytes, signature));
      return counts ? [identity.mspId] : [];
    });
    this.#configurations.push({ block, signedBy: [...new Set(signedBy)].sort() });
    this.#validation.configure(config);
  }

  #invoke(envelope: Envelope, version: { block: number; transaction: number }, flag: number): void {
    const judged = this.#validation.judge(envelope, version, flag);
    if (judged === undefined) return;
    if (judged.isValid) this.#commitHash.add(version, judged.invocation.access);
    const setsPolicy = judged.isValid && judged.invocation.access.some(({ keyPolicies }) => keyPolicies > 0);
    must(!setsPolicy, 'no key has an endorsement policy of its own', { expected: 'none', found: 'one' });
    const writesMarket = judged.invocation.access.some(
      ({ namespace, writes }) => namespace === this.#chaincode && writes.length > 0,
    );
    if (!writesMarket) return;
    this.#countEndorsements(judged);
    if (!judged.isValid) return;
    mustEqual(
      "the market's state is written by its own chaincode",
      this.#chaincode,
      judged.invocation.chaincode,
    );
    this.#market += 1;
    this.#enter(judged);
  }

  #enter({ envelope, invocation, caller }: JudgedInvocation): void {
    const [method, argument] = invocation.args;
    this.#books.apply({
      channel: envelope.channel,
      timestampSec: envelope.timestampSec,
      caller,
      method: method?.toString('utf8') ?? '',
      argument: argument ?? Buffer.alloc(0),
      writes: invocation.access.flatMap(({ namespace, writes }) =>
        namespace === this.#chaincode ? writes : [],
      ),
    });
  }

  #countEndorsements({ endorsers, isValid }: JudgedInvocation): void {
    const key = endorsers.join(' ');
    const count = this.#endorsements.get(key) ?? { valid: 0, invalid: 0 };
    this.#endorsements.set(key, count);
    if (isValid) count.valid += 1;
    else count.invalid += 1;
  }

  report(): Omit<AuditReport, 'balanced' | 'discrepancy' | 'source' | 'seconds'> {
    const { energy, certificates, money } = this.#totals;
    const invalid = Object.values(this.#invalidByCode).reduce((sum, count) => sum + count, 0);
    const endorsements = [...this.#endorsements]
      .map(([key, counts]): EndorsementCount => ({
        organisations: key === '' ? [] : key.split(' '),
        ...counts,
      }))
      .sort((a, b) => b.valid + b.invalid - a.valid - a.invalid);
    return {
      channel: this.#channel,
      chaincode: this.#chaincode,
      blocks: {
        count: this.#blocks,
        firstHash: this.#firstHash,
        lastHash: this.#previousHash.toString('hex'),
        unfinished: this.#unfinished,
      },
      transactions: {
        valid: this.#valid,
        invalid,
        invalidByCode: this.#invalidByCode,
        market: this.#market,
        configurations: this.#configurations,
      },
      energy,
      certificates,
      money: {
        minted: money.minted.toString(),
        burned: money.burned.toString(),
        outstanding: money.outstanding.toString(),
      },
      endorsements,
      signatures: {
        checked: this.#checkSignatures,
        orderers: this.#blockSignatures,
        callersAndEndorsers: this.#validation.signatures,
        meters: this.#books.signatures,
      },
    };
  }
}
