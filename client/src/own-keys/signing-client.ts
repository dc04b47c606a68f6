import type { CommonwattClient } from '../client.ts';
import { ProblemError, type Code } from '../problem-error.ts';
import type { CommandPath, Committed, DryRun, PostRequest } from '../shapes.ts';
import { concat, fromBase64, toBase64 } from './bytes.ts';
import type { Change } from './change.ts';
import { meaningOf, meaningOfStatement, type Meaning } from './meaning.ts';
import type { OwnKey } from './own-key.ts';
import type { Proposal } from './proposal.ts';
import { bytesField } from './protobuf.ts';
import {
  NotMeant,
  verifyAnswer,
  verifyProposal,
  verifyTransaction,
  type Purpose,
  type SignedStatement,
} from './verify.ts';

export interface SigningOptions {
  readonly client: CommonwattClient;
  readonly key: OwnKey;
  /** The key's certificate, PEM. */
  readonly certificate: string;
  /** `<MSP id>/<enrolment id>`. */
  readonly account: string;
  readonly channel: string;
  readonly chaincode: string;
}

/** What the signer itself expects of a transaction, such as a price; throws when it is not so. */
export type Expectation = (changes: readonly Change[]) => void;

interface OperationState {
  readonly id: string;
  readonly status: 'pending' | 'committed' | 'failed';
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly signatureRequest: SignatureRequest | null;
}

interface SignatureRequest {
  readonly id: string;
  readonly kind: string;
  /** Base64. */
  readonly bytes: string;
}

const MS_PER_SECOND = 1000;
/** What failed after it was accepted has no status of its own; the code tells. */
const FAILED = 409;

/**
 * Sends commands through a gateway that has no key: reads the bytes that it is given to sign with code of its own, and
 * signs only what it has asked for.
 */
export class SigningClient {
  readonly #options: SigningOptions;

  constructor(options: SigningOptions) {
    this.#options = options;
  }

  /**
   * Sends a command, signs its proposal and its transaction, and answers when it is committed.
   *
   * @throws NotMeant, Unreadable when the gateway gives something else to sign: nothing is signed then
   * @throws ProblemError when the ledger refuses
   */
  async command<Path extends CommandPath>(
    path: Path,
    request: PostRequest<Path>,
    expected: Expectation = () => undefined,
  ): Promise<Committed<Path>> {
    const { client, account } = this.#options;
    const idempotencyKey = request.idempotencyKey ?? crypto.randomUUID();
    const purpose = this.#purpose(meaningOf(path, request, idempotencyKey, account));
    const started = (await client.start(path, { ...request, idempotencyKey })) as unknown as OperationState;
    const operation = await this.#signAll(started, purpose, expected).catch(async (error: unknown) => {
      await this.#cancel(started.id);
      throw error;
    });
    if (operation.status === 'failed') throw problemOf(operation);
    return operation as unknown as Committed<Path>;
  }

  /**
   * Asks what a command would do if it came now, signing that question: nothing can be written with it.
   *
   * @throws NotMeant, Unreadable when the gateway wants to ask something else: nothing is signed then
   * @throws ProblemError that the command would fail with
   */
  async dryRun<Path extends CommandPath>(path: Path, request: PostRequest<Path>): Promise<DryRun<Path>> {
    const { client, account } = this.#options;
    const idempotencyKey = request.idempotencyKey ?? crypto.randomUUID();
    const meaning = meaningOf(path, request, idempotencyKey, account);
    const question: unknown = await client.dryRun(path, { ...request, idempotencyKey });
    const { answer } = await this.#signQuestion(question as SignatureRequest, meaning);
    return answer as DryRun<Path>;
  }

  /**
   * Has a record or a balance stated by peers, signing that question.
   *
   * @param id `<type>/<attributes>`, such as `retirement/<id>`
   * @throws NotMeant, Unreadable when the gateway asks, or shows, something else
   * @throws ProblemError NOT_FOUND, NOT_AUTHORISED, ...
   */
  async statement(id: string): Promise<SignedStatement> {
    const question: unknown = await this.#options.client.create('/v1/statements', { body: { id } });
    const { answer, proposal } = await this.#signQuestion(
      question as SignatureRequest,
      meaningOfStatement(id),
    );
    const statement = answer as SignedStatement;
    await verifyAnswer(statement, proposal);
    return statement;
  }

  async #signQuestion(question: SignatureRequest, meaning: Meaning) {
    const { client, key } = this.#options;
    // Other kinds of signatures can be asked for as well, and those can do more.
    if (question.kind !== 'question') throw new NotMeant('an answer that nobody was asked for');
    const bytes = fromBase64(question.bytes);
    const proposal = await verifyProposal(bytes, this.#purpose(meaning), Date.now() / MS_PER_SECOND);
    const signature = toBase64(await key.sign(bytes));
    return { proposal, answer: await client.answer(question.id, signature) };
  }

  /** Signs whatever the operation waits for, until it is finished. */
  async #signAll(started: OperationState, purpose: Purpose, expected: Expectation): Promise<OperationState> {
    let operation = started;
    let proposal: Proposal | undefined;
    while (operation.status === 'pending') {
      const { id, signatureRequest } = operation;
      if (signatureRequest === null) {
        operation = await this.#ask(id);
        continue;
      }
      const bytes = fromBase64(signatureRequest.bytes);
      if (signatureRequest.kind === 'proposal') {
        proposal = await verifyProposal(bytes, purpose, Date.now() / MS_PER_SECOND);
      } else {
        if (proposal === undefined) throw new NotMeant('a transaction without its proposal');
        expected(await verifyTransaction(bytes, proposal, purpose));
      }
      operation = await this.#sign(id, signatureRequest.id, bytes);
    }
    return operation;
  }

  #purpose(meaning: Meaning): Purpose {
    const { account, certificate, channel, chaincode } = this.#options;
    return { channel, chaincode, account, creator: serializedIdentity(account, certificate), meaning };
  }

  async #ask(id: string): Promise<OperationState> {
    const answer: unknown = await this.#options.client.get('/v1/operations/{id}', {
      path: { id },
      query: { wait: 'commit' },
    });
    return answer as OperationState;
  }

  /** Frees what the gateway has reserved; one that cannot be asked gives up by itself. */
  async #cancel(id: string): Promise<void> {
    const request = { path: { id }, body: {} };
    await this.#options.client.start('/v1/operations/{id}/cancellations', request).catch(() => undefined);
  }

  async #sign(id: string, request: string, bytes: Uint8Array): Promise<OperationState> {
    const { client, key } = this.#options;
    const signature = toBase64(await key.sign(bytes));
    const answer: unknown = await client.start('/v1/operations/{id}/signatures', {
      path: { id },
      body: { request, signature },
    });
    return answer as OperationState;
  }
}

function problemOf({ id, error }: OperationState): ProblemError {
  const { code, detail } = error ?? { code: 'INTERNAL', detail: '' };
  return new ProblemError({
    ...{ type: `urn:commonwatt:problem:${code}`, title: code, status: FAILED, code: code as Code, detail },
    ...{ requestId: '', operation: id },
  });
}

/** Fabric's SerializedIdentity: mspid (1), id_bytes (2). */
function serializedIdentity(account: string, certificate: string): Uint8Array {
  const encoder = new TextEncoder();
  const mspId = encoder.encode(account.slice(0, account.indexOf('/')));
  return concat(bytesField(1, mspId), bytesField(2, encoder.encode(certificate)));
}
