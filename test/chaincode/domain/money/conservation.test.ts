import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decideBidForCertificates,
  decideCaptureHold,
  decideConfirmProposal,
  decideHoldMoney,
  decideMakeProposal,
  decidePayMoney,
  decideRejectProposal,
  decideReleaseHold,
  decideWithdrawBid,
  sumMoney,
  type Coin,
  type Decision,
  type PayCommand,
  type Request,
} from '@commonwatt/chaincode/domain';
import { officer, REGISTRAR, TREASURER } from '../proposal/subjects.ts';
import { pick, Records } from '../records.ts';
import { active, ANNA, BRUNO, consortium, requestBy, idOf, LATER, NOW, offer, OFFER_ID } from '../samples.ts';

const HOLDERS = [BRUNO, TREASURER.account];

interface Step {
  readonly kind:
    'mint' | 'burn' | 'reject' | 'confirm' | 'pay' | 'hold' | 'capture' | 'release' | 'bid' | 'withdraw';
  readonly who: number;
  /** Choices among what there is; what they choose depends on the state. */
  readonly which: readonly number[];
  readonly amount: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'mint',
    'burn',
    'reject',
    'confirm',
    'pay',
    'hold',
    'capture',
    'release',
    'bid',
    'withdraw',
  ),
  who: fc.nat(1),
  which: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
  amount: fc.integer({ min: 1, max: 4000 }),
});

/** Money that moves at random, and what was minted and burnt of it. */
class Circulation {
  readonly records = new Records();
  minted = 0n;
  burnt = 0n;
  #steps = 0;

  /** @returns whether it was done */
  take(action: Step): boolean {
    this.#steps += 1;
    const account = HOLDERS[action.who] ?? BRUNO;
    const request = requestBy(account, { id: idOf(`step ${this.#steps}`) });
    return this.records.try(() => this.#decide(action, request));
  }

  #decide({ kind, who, which, amount: number }: Step, request: Request): Decision<unknown> {
    const { account } = request;
    const { records } = this;
    const [choice = 0] = which;
    const other = HOLDERS[1 - who] ?? ANNA;
    const amount = number.toString();
    const { ids: coins, loaded } = this.#coins(which);
    const hold = pick(records.all('hold'), choice);
    const common = { consortium: consortium(), coins: loaded };
    const idempotencyKey = 'k';
    switch (kind) {
      case 'mint':
      case 'burn': {
        const subject =
          kind === 'mint' ? ({ kind, account: other, amount } as const) : ({ kind, coins } as const);
        const by = officer(TREASURER.account, 'treasurer');
        const subjectRecords = { ...common, accounts: active(other), schemes: [] };
        const command = { idempotencyKey, subject, evidenceHash: idOf('evidence') };
        return decideMakeProposal({ ...request, account: by.account }, by, command, subjectRecords);
      }
      case 'confirm':
      case 'reject':
        return this.#settle(kind, choice);
      case 'pay': {
        const rest = BigInt(sumMoney(loaded.map((coin) => coin?.amount ?? '0'))) - BigInt(amount);
        const outputs: PayCommand['outputs'] = [{ account: other, amount }];
        if (rest > 0n) outputs.push({ account, amount: rest.toString() });
        return decidePayMoney(
          request,
          { idempotencyKey, coins, outputs },
          { ...common, recipients: active(other, account) },
        );
      }
      case 'hold': {
        const command = { idempotencyKey, coins, payee: other, amount, expiresAt: LATER };
        return decideHoldMoney(request, command, { ...common, payee: active(other) });
      }
      case 'capture':
        return decideCaptureHold(
          account,
          { hold: hold?.id ?? idOf('none'), amount },
          { ...common, hold, payer: active(hold?.payer ?? other) },
        );
      case 'release':
        return decideReleaseHold({ account, at: LATER }, { hold: hold?.id ?? idOf('none') }, hold);
      case 'bid': {
        const command = {
          idempotencyKey,
          offer: OFFER_ID,
          units: 1 + (number % 5),
          price: number % 3,
          coins,
          expiresAt: LATER,
        };
        return decideBidForCertificates(request, command, {
          ...common,
          offer: offer(),
          seller: active(ANNA),
        });
      }
      case 'withdraw': {
        const bid = pick(records.all('bid'), choice);
        return decideWithdrawBid(account, { bid: bid?.id ?? idOf('none') }, bid);
      }
    }
  }

  /** Confirms or rejects a proposal, and counts what is minted and burnt. */
  #settle(kind: 'confirm' | 'reject', choice: number): Decision<unknown> {
    const proposal = pick(this.records.all('proposal'), choice);
    const subject = proposal?.subject;
    const named = subject?.kind === 'burn' ? subject.coins.map((id) => this.records.get('coin', id)) : [];
    const to = subject?.kind === 'mint' ? subject.account : TREASURER.account;
    const records = {
      consortium: consortium(),
      proposal,
      proposer: active(TREASURER.account),
      accounts: active(to),
      coins: named,
      schemes: [],
    };
    const id = proposal?.id ?? idOf('none');
    if (kind === 'reject')
      return decideRejectProposal(REGISTRAR, NOW, { proposal: id, reason: 'no' }, records);
    const decision = decideConfirmProposal(REGISTRAR, NOW, { proposal: id }, records);
    if (decision.outcome === 'done' && subject?.kind === 'mint') this.minted += BigInt(subject.amount);
    if (decision.outcome === 'done' && subject?.kind === 'burn')
      this.burnt += BigInt(sumMoney(named.map((coin) => coin?.amount ?? '0')));
    return decision;
  }

  #coins(which: readonly number[]): { ids: string[]; loaded: (Coin | undefined)[] } {
    const all = this.records.all('coin');
    const ids = [...new Set(which.flatMap((choice) => pick(all, choice)?.id ?? []))];
    return { ids, loaded: ids.map((id) => this.records.get('coin', id)) };
  }
}

/** Every held coin belongs to something open that is worth just as much, and the reverse. */
function assertHeld({ records }: Circulation): void {
  const held = records
    .all('coin')
    .flatMap(({ id, owner, amount, state }) =>
      state.kind === 'held' ? [`${state.by} ${id} ${owner} ${amount}`] : [],
    );
  const bids = records
    .all('bid')
    .filter(({ status, amount }) => status === 'open' && amount !== '0')
    .map(({ id, buyer, amount }) => `bid ${id}.0 ${buyer} ${amount}`);
  const holds = records
    .all('hold')
    .filter(({ status }) => status === 'open')
    .map(({ id, payer, amount }) => `hold ${id}.0 ${payer} ${amount}`);
  assert.deepEqual(held.filter((line) => !line.startsWith('burn')).sort(), [...bids, ...holds].sort());
}

describe('money', () => {
  it('is conserved: minted less burnt is the sum of all coins, and what is held is held for something open', () => {
    const done = new Set<Step['kind']>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 80 }), (steps) => {
        const circulation = new Circulation();
        for (const action of steps) {
          if (circulation.take(action)) done.add(action.kind);
          const coins = circulation.records.all('coin');
          const sum = BigInt(sumMoney(coins.map(({ amount }) => amount)));
          assert.equal(sum, circulation.minted - circulation.burnt);
          assert.ok(coins.every(({ amount }) => BigInt(amount) > 0n));
          assertHeld(circulation);
        }
      }),
      { numRuns: 300 },
    );
    assert.deepEqual([...done].sort(), [
      'bid',
      'burn',
      'capture',
      'confirm',
      'hold',
      'mint',
      'pay',
      'reject',
      'release',
      'withdraw',
    ]);
  });
});
