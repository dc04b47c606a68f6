/** Payments that members of one co-operative send to their gateway, once each, whatever comes back. */
import { Agent, request } from 'node:http';
import type { Payment } from '@commonwatt/chaincode/domain';
import { runInFlight } from '../../benchmark/in-flight.ts';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { Expectations } from '../faults/finding.ts';
import { endow } from '../faults/steady-payments.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';

const ENDOWED_AT_ONCE = 20;
/** Billionths of the currency: a coin is good for far more payments than a run has. */
const AMOUNT = { least: 1, most: 100 };
const [COMMITTED, ACCEPTED] = [200, 202];
const PAGE = 500;

/** What became of one payment. */
export interface Attempt {
  /** From when it was due until its answer was there. */
  readonly ms: number;
  /** 0 when there was no answer. */
  readonly status: number;
  /** Of the problem, or of the broken connection. */
  readonly code: string | undefined;
}

interface Sent extends Attempt {
  /** Also its idempotency key. */
  readonly reference: string;
  readonly payer: Party;
  readonly body: PaymentRequest;
  /** Id of the payment when it was answered as committed. */
  readonly payment: string | undefined;
}

type PaymentRequest = Pick<Payment, 'outputs'> & { readonly reference: string };

export class PaymentTraffic {
  readonly #market: Market;
  readonly #members: readonly Party[];
  readonly #random: SeededRandom;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: URL;
  readonly #sent: Sent[] = [];

  private constructor(market: Market, members: readonly Party[], seed: number) {
    this.#market = market;
    this.#members = members;
    this.#random = new SeededRandom(seed);
    this.#url = new URL('/v1/payments?wait=commit', market.gatewayUrl('Riverside'));
  }

  /**
   * Enrols members of Riverside, and gives them money in many coins.
   *
   * @param count so many that each has always a coin that none of its payments under way has bound
   */
  static async open(market: Market, count: number, seed: number): Promise<PaymentTraffic> {
    const kinds = Array.from({ length: count }, () => 'prosumer' as const);
    const members = await market.enrol(market.offices.riverside, kinds);
    const endowments = members.map((member, position) => {
      const giver = members[(position + 1) % members.length] ?? member;
      return () => endow(market, member, giver);
    });
    await runInFlight(endowments, ENDOWED_AT_ONCE);
    return new PaymentTraffic(market, members, seed);
  }

  /** Sends one payment, and tells what the answer was; it is not sent again. */
  async pay(dueMs = performance.now()): Promise<Attempt> {
    const { payer, payee } = this.#pair();
    const amount = String(this.#random.integer(AMOUNT.least, AMOUNT.most));
    const reference = this.#market.name('load');
    const body: PaymentRequest = { outputs: [{ account: payee.account, amount }], reference };
    const { status, text } = await this.#post(payer, reference, JSON.stringify(body));
    const ms = performance.now() - dueMs;
    const { code, result } = status === 0 ? { code: text } : (JSON.parse(text) as Answer);
    const payment = status === COMMITTED ? result?.id : undefined;
    this.#sent.push({ ms, status, code, reference, payer, body, payment });
    return { ms, status, code };
  }

  /**
   * Of all payments since the beginning, what was accepted is on the ledger once, and what was refused is not, as
   * another gateway tells it.
   */
  async expectOnce(expectations: Expectations): Promise<void> {
    const expected = new Map<string, string | undefined>();
    for (const { reference, status, payer, body, payment } of this.#sent) {
      // Sent again under its key it is the same operation, which is answered when it is committed.
      const late = status === ACCEPTED && payer.command('/v1/payments', { body, idempotencyKey: reference });
      expected.set(reference, late ? (await late).id : payment);
    }
    const found = await this.#listed();
    const wrong = [...expected].filter(([reference, payment]) => {
      const ids = found.get(reference) ?? [];
      return payment === undefined ? ids.length > 0 : ids.length !== 1 || ids[0] !== payment;
    });
    expectations.equal('payments accepted and not there once, or refused and there', wrong.length, 0);
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Ids of the payments that the regulator's gateway lists, by reference. */
  async #listed(): Promise<Map<string, string[]>> {
    // Whoever reads after a command reads what was committed before.
    await this.#market.member(this.#market.offices.riverside);
    const { client } = this.#market.offices.auditor;
    const ids = new Map<string, string[]>();
    for await (const { id, reference } of client.all('/v1/payments', { query: { limit: PAGE } }))
      if (reference !== undefined) ids.set(reference, [...(ids.get(reference) ?? []), id]);
    return ids;
  }

  #pair(): { payer: Party; payee: Party } {
    const count = this.#members.length;
    const at = this.#random.integer(0, count - 1);
    const payer = this.#members[at];
    const payee = this.#members[(at + this.#random.integer(1, count - 1)) % count];
    if (payer === undefined || payee === undefined) throw new Error('there is nobody to pay');
    return { payer, payee };
  }

  /** Status 0 with the error's code when there is no whole answer. */
  #post(payer: Party, key: string, body: string): Promise<HttpAnswer> {
    const headers = {
      Authorization: `Bearer ${payer.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      'Content-Length': Buffer.byteLength(body),
    };
    return new Promise((resolve) => {
      const fail = (error: NodeJS.ErrnoException) => {
        // The server has closed an idle connection just when it was to be used again: nobody has seen the request.
        if (post.reusedSocket && error.code === 'ECONNRESET') resolve(this.#post(payer, key, body));
        else resolve({ status: 0, text: error.code ?? error.message });
      };
      const post = request(this.#url, { method: 'POST', agent: this.#agent, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on('error', fail);
      });
      post.on('error', fail);
      post.end(body);
    });
  }
}

interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** An operation or a problem, as far as it is of interest here. */
interface Answer {
  readonly code?: string;
  readonly result?: { readonly id: string };
}
