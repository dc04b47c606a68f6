import { amount, type JsonObject, list, object, text, texts } from './json.ts';
import type { RecordChange, ReplayedLedger, Step } from './replayed-ledger.ts';

/** Money: every coin is made once, spent whole, and each owner gains and loses what the records of the step say. */
export class CoinBook {
  readonly #made = new Set<string>();
  #minted = 0n;
  #burnt = 0n;

  *check(step: Step): Generator<string> {
    const coins = step.changes.filter(({ type }) => type === 'coin');
    for (const coin of coins) yield* this.#checkCoin(coin);
    const actual = new Deltas();
    for (const { before, after } of coins) {
      if (before !== undefined) actual.add(text(before.owner), -amount(before.amount));
      if (after !== undefined) actual.add(text(after.owner), amount(after.amount));
    }
    const expected = this.#expected(step, coins);
    if (actual.toString() !== expected.toString())
      yield `money moved: ${actual.toString()}; the records say: ${expected.toString()}`;
  }

  *close(ledger: ReplayedLedger): Generator<string> {
    const sum = ledger.all('coin').reduce((total, coin) => total + amount(coin.amount), 0n);
    if (sum !== this.#minted - this.#burnt)
      yield `coins of ${sum}, but ${this.#minted} minted and ${this.#burnt} burnt`;
  }

  *#checkCoin({ attributes, before, after }: RecordChange): Generator<string> {
    const id = attributes.join('.');
    if (before === undefined && this.#made.has(id)) yield `coin ${id} made twice`;
    this.#made.add(id);
    if (before === undefined && after === undefined) yield `coin ${id} spent that was not there`;
    if (after !== undefined && amount(after.amount) <= 0n) yield `coin ${id} of nothing`;
    if (before !== undefined && after !== undefined) {
      if (before.owner !== after.owner || before.amount !== after.amount) yield `coin ${id} changed`;
    }
  }

  /** What each owner should have gained. */
  #expected({ changes }: Step, coins: readonly RecordChange[]): Deltas {
    const deltas = new Deltas();
    for (const { type, before, after } of changes) {
      if (after === undefined) continue;
      if (type === 'payment') {
        for (const output of list(after.outputs)) {
          deltas.add(text(after.from), -amount(output.amount));
          deltas.add(text(output.account), amount(output.amount));
        }
      } else if (type === 'trade') {
        deltas.add(text(after.buyer), -amount(after.amount));
        deltas.add(text(after.seller), amount(after.amount));
      } else if (type === 'hold' && before?.status === 'open' && after.status === 'captured') {
        deltas.add(text(after.payer), -amount(after.captured));
        deltas.add(text(after.payee), amount(after.captured));
      } else if (type === 'proposal' && before?.status === 'open' && after.status === 'confirmed') {
        this.#carryOut(after, coins, deltas);
      }
    }
    return deltas;
  }

  #carryOut(proposal: JsonObject, coins: readonly RecordChange[], deltas: Deltas): void {
    const subject = object(proposal.subject);
    if (subject.kind === 'mint') {
      this.#minted += amount(subject.amount);
      deltas.add(text(subject.account), amount(subject.amount));
    } else if (subject.kind === 'burn') {
      const named = new Set(texts(subject.coins));
      for (const { attributes, before } of coins) {
        const [creator, index] = attributes;
        if (before === undefined || !named.delete(`${creator ?? ''}.${Number(index)}`)) continue;
        this.#burnt += amount(before.amount);
        deltas.add(text(proposal.proposedBy), -amount(before.amount));
      }
      for (const missing of named) deltas.add(`coin ${missing} not burnt`, 1n);
    }
  }
}

/** Gains and losses by owner. */
class Deltas {
  readonly #byOwner = new Map<string, bigint>();

  add(owner: string, gain: bigint): void {
    this.#byOwner.set(owner, (this.#byOwner.get(owner) ?? 0n) + gain);
  }

  toString(): string {
    const moved = [...this.#byOwner].filter(([, gain]) => gain !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
    return moved.length === 0 ? 'nothing' : moved.map(([owner, gain]) => `${owner} ${gain}`).join(', ');
  }
}
