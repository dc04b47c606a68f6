import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decideAcceptOffer,
  decideExpireTrades,
  decideOfferCertificates,
  decideRetireCertificates,
  decideTransferCertificates,
  decideWithdrawOffer,
  piecesToDeliver,
  type Holding,
  type Piece,
  type Request,
} from '@commonwatt/chaincode/domain';
import { pick, Records } from '../records.ts';
import {
  active,
  ANNA,
  BATCH,
  BRUNO,
  CLARA,
  consortium,
  requestBy,
  holding,
  idOf,
  LATER,
  SCHEME,
  SCHEME_REF,
} from '../samples.ts';

const UNITS = 40;
const OWNERS = [ANNA, BRUNO, CLARA];

interface Step {
  readonly kind: 'transfer' | 'retire' | 'offer' | 'accept' | 'withdraw' | 'expire';
  /** Choices among what there is; what they choose depends on the state. */
  readonly who: number;
  readonly which: readonly number[];
  readonly units: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('transfer', 'retire', 'offer', 'accept', 'withdraw', 'expire'),
  who: fc.nat(5),
  which: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
  units: fc.integer({ min: 1, max: 15 }),
});

/** A batch in random hands. */
class TradedBatch {
  readonly records = new Records();
  #steps = 0;

  constructor() {
    this.records.put({ type: 'holding', value: holding({ end: UNITS }) });
  }

  holdings(): Holding[] {
    return this.records.all('holding').sort((a, b) => a.start - b.start);
  }

  /** @returns whether it was done */
  take(action: Step): boolean {
    this.#steps += 1;
    const account = OWNERS[action.who % OWNERS.length] ?? ANNA;
    const request = requestBy(account, { id: idOf(`step ${this.#steps}`) });
    return this.records.try(() => this.#decide(action, request));
  }

  #decide({ kind, who, which, units }: Step, request: Request) {
    const pieces = this.#pieces(which, units);
    const holdings = this.#load(pieces);
    const offer = pick(this.records.all('offer'), which[0] ?? 0);
    const idempotencyKey = 'k';
    switch (kind) {
      case 'transfer': {
        const to = OWNERS[(who + 1) % OWNERS.length] ?? BRUNO;
        const records = { consortium: consortium(), recipient: active(to), holdings };
        return decideTransferCertificates(request, { idempotencyKey, to, pieces }, records);
      }
      case 'retire': {
        const use = { scheme: SCHEME_REF, purpose: 'voluntary', period: { start: 0, end: 1 } };
        const records = { consortium: consortium(), scheme: SCHEME, beneficiary: active(), holdings };
        return decideRetireCertificates(request, { idempotencyKey, pieces, ...use }, records);
      }
      case 'offer': {
        const command = { idempotencyKey, scheme: SCHEME_REF, pieces, price: 0, expiresAt: LATER };
        return decideOfferCertificates(request, command, { scheme: SCHEME, holdings });
      }
      case 'accept':
        return decideAcceptOffer(
          request,
          { idempotencyKey, offer: offer?.id ?? idOf('none'), units, coins: [] },
          {
            consortium: consortium(),
            offer,
            seller: active(...(offer === undefined ? [] : [offer.seller])),
            holdings: offer === undefined ? [] : this.#load(piecesToDeliver(offer, units)),
            coins: [],
          },
        );
      case 'withdraw':
        return decideWithdrawOffer(
          request.account,
          { offer: offer?.id ?? idOf('none') },
          offer,
          this.#load(offer?.pieces ?? []),
        );
      case 'expire':
        return decideExpireTrades(LATER, [
          { kind: 'offer', id: offer?.id ?? idOf('none'), offer, holdings: this.#load(offer?.pieces ?? []) },
        ]);
    }
  }

  /** Pieces of different holdings, whoever's they are and whatever state they are in; the last may be too long. */
  #pieces(which: readonly number[], units: number): Piece[] {
    const all = this.holdings();
    const chosen = [...new Set(which.map((choice) => choice % all.length))];
    return chosen.flatMap((index) => {
      const { start = 0 } = all[index] ?? {};
      return [{ batch: BATCH, start, units }];
    });
  }

  #load(pieces: readonly Piece[]): (Holding | undefined)[] {
    return pieces.map(({ batch, start }) => this.records.get('holding', `${batch}/${start}`));
  }
}

/** The ranges of all holdings, in order, tile the batch. */
function assertComplete(holdings: readonly Holding[]): void {
  let covered = 0;
  for (const { start, end } of holdings) {
    assert.equal(start, covered, 'ranges follow one another without gap or overlap');
    assert.ok(end > start, 'no range is empty');
    covered = end;
  }
  assert.equal(covered, UNITS, 'the batch is covered');
}

/** What an open offer lists is what is locked by it; closed offers lock nothing. */
function assertLocked({ records }: TradedBatch): void {
  const listed = records
    .all('offer')
    .flatMap(({ id, seller, pieces }) =>
      pieces.map(({ start, units }) => [start, start + units, id, seller]),
    );
  const locked = records
    .all('holding')
    .flatMap(({ start, end, state, owner }) =>
      state.kind === 'offered' ? [[start, end, state.offer, owner]] : [],
    );
  assert.deepEqual(new Set(locked.map(String)), new Set(listed.map(String)));
  const open = records.all('offer').filter(({ pieces }) => pieces.length > 0);
  assert.ok(open.every(({ status }) => status === 'open'));
}

describe('the ranges of a batch', () => {
  it('stay disjoint and complete, offers stay exact and what is retired stays so, whatever is done', () => {
    const done = new Set<Step['kind']>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
        const batch = new TradedBatch();
        for (const action of steps) {
          const retired = batch.holdings().filter(({ state }) => state.kind === 'retired');
          if (batch.take(action)) done.add(action.kind);
          const holdings = batch.holdings();
          assertComplete(holdings);
          assertLocked(batch);
          for (const was of retired)
            assert.deepEqual(batch.records.get('holding', `${BATCH}/${was.start}`), was);
        }
      }),
      { numRuns: 300 },
    );
    assert.deepEqual([...done].sort(), ['accept', 'expire', 'offer', 'retire', 'transfer', 'withdraw']);
  });
});
