import { randomUUID } from 'node:crypto';
import type { Caller } from '../authentication/principal.ts';
import { TooManyPending, Unavailable } from '../fabric/errors.ts';
import { isSignatureOf } from '../fabric/own-signature.ts';
import type { LedgerIdentity } from '../fabric/wallet.ts';
import { Problem } from '../problem/problem.ts';

/** What one who keeps its key has to sign before peers can be asked in its name. Nothing can be written with it. */
export class Question {
  readonly id = randomUUID();
  /** Fabric's Proposal. */
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

interface Asked {
  readonly identity: LedgerIdentity;
  readonly question: Question;
  readonly answer: Promise<unknown>;
  isSigned: boolean;
  sign(signature: Uint8Array): void;
}

const KEPT_MS = 120_000;
const KEPT_OF_AN_ACCOUNT = 10;
const KEPT = 200;
const RETRY_SEC = 2;

/**
 * Questions to peers in the names of those who keep their keys. They live as long as the process, for two minutes:
 * signed a second time within these, a question has the same answer, unless its
 * account has asked others meanwhile.
 */
export class Questions {
  readonly #keptMs: number;
  readonly #asked = new Map<string, Asked>();

  constructor(keptMs: number = KEPT_MS) {
    this.#keptMs = keptMs;
  }

  /**
   * @param ask asks peers in the name of the identity that it is given, once; waits meanwhile for its signature
   * @throws TooManyPending, Unavailable when too many wait for signatures; whatever `ask` throws before it wants one
   */
  async ask(
    { account, identity }: Caller,
    ask: (identity: LedgerIdentity) => Promise<unknown>,
  ): Promise<Question> {
    this.#requireRoom(account);
    const { promise: signature, resolve: sign, reject } = Promise.withResolvers<Uint8Array>();
    const wanted = Promise.withResolvers<Question>();
    const answer = ask({
      ...identity,
      sign: (bytes) => {
        wanted.resolve(new Question(Uint8Array.from(bytes)));
        return signature;
      },
    });
    // What is wrong before anything is to be signed is the answer already; later, whoever signs gets it.
    answer.catch((error: unknown) => wanted.reject(error));
    const question = await wanted.promise;
    this.#asked.set(question.id, { identity, question, answer, isSigned: false, sign });
    setTimeout(() => {
      this.#asked.delete(question.id);
      reject(new Error('the question was not signed'));
    }, this.#keptMs).unref();
    return question;
  }

  /**
   * What the peers answer, now that the question is signed.
   *
   * @param signature ECDSA over SHA-256 of the question's bytes, DER, with the lower S
   * @throws Problem NOT_FOUND, SIGNATURE_INVALID; what asking the peers throws
   */
  async answer({ account }: Caller, id: string, signature: Uint8Array): Promise<unknown> {
    const asked = this.#asked.get(id);
    if (asked?.identity.account !== account) throw new Problem('NOT_FOUND', `question ${id}`);
    const { identity, question } = asked;
    if (!isSignatureOf(identity, question.bytes, signature))
      throw new Problem('SIGNATURE_INVALID', `question ${id}`);
    asked.isSigned = true;
    asked.sign(signature);
    return asked.answer;
  }

  #requireRoom(account: string): void {
    const own = [...this.#asked.values()].filter(({ identity }) => identity.account === account);
    if (own.length >= KEPT_OF_AN_ACCOUNT && !this.#forgetSigned(own))
      throw new TooManyPending(`${KEPT_OF_AN_ACCOUNT} questions of ${account} wait`, RETRY_SEC);
    if (this.#asked.size >= KEPT && !this.#forgetSigned([...this.#asked.values()]))
      throw new Unavailable('too many questions wait for signatures', RETRY_SEC);
  }

  /** The oldest of these that is signed, whose answer has gone to whoever signed it. Answers whether there is one. */
  #forgetSigned(asked: readonly Asked[]): boolean {
    const signed = asked.find(({ isSigned }) => isSigned);
    return signed !== undefined && this.#asked.delete(signed.question.id);
  }
}
