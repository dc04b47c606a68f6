import assert from 'node:assert/strict';
import type { Block, CommittedTransaction, KeyWrite, TestIdentity } from '../ledger/index.ts';
import { audit } from './auditor.ts';
import { begin, makeBeginning } from './beginning.ts';
import { idIn, submit, type Answer } from './market-call.ts';
import { accountOf, PEOPLE } from './people.ts';

const REC_REF = { id: 'REC', version: 1 };

/** One of everything, on a ledger of its own. */
async function playedLedger(): Promise<readonly Block[]> {
  const world = await begin(await makeBeginning(), 1, 1);
  const { anna, clara } = PEOPLE;
  const later = world.now + 1000;
  const [holding] = world.view.freeHoldings(accountOf(anna));
  const [first, second] = world.view.freeCoins(accountOf(clara)).map(({ id }) => id);
  assert.ok(holding);
  const piece = (start: number, units: number) => [{ batch: holding.batch, start, units }];
  const command = (identity: TestIdentity, method: string, content: object): Promise<Answer> =>
    submit(world.ledger, identity, method, { idempotencyKey: method, ...content });
  const done = async (...call: Parameters<typeof command>): Promise<string> => idIn(await command(...call));
  const sale = { scheme: REC_REF, pieces: piece(0, 6), price: 2, expiresAt: later };
  const offer = await done(anna, 'trades:offer', sale);
  const trade = await command(clara, 'trades:acceptOffer', { offer, units: 2, coins: [second] });
  const bid = { offer, units: 1, price: 1, coins: [changeOf(trade)], expiresAt: later };
  await done(clara, 'trades:bid', bid);
  await done(anna, 'certificates:transfer', { to: accountOf(PEOPLE.bruno), pieces: piece(6, 3) });
  const use = { purpose: 'compliance', period: { start: 0, end: 1 } };
  await done(anna, 'certificates:retire', { scheme: REC_REF, pieces: piece(9, 2), ...use });
  await done(clara, 'money:hold', { coins: [first], payee: accountOf(anna), amount: '7', expiresAt: later });
  const outputs = [{ account: accountOf(anna), amount: '4000' }];
  await done(anna, 'money:pay', { coins: coinsOf(trade, accountOf(anna)), outputs });
  world.ledger.close();
  return world.ledger.blocks;
}

function coinsOf({ changes }: Answer, owner: string): string[] {
  return changes.flatMap((change) =>
    change.type === 'coin' && change.value.owner === owner ? [change.value.id] : [],
  );
}

function changeOf(trade: Answer): string | undefined {
  return coinsOf(trade, accountOf(PEOPLE.clara))[0];
}

type Stored = Record<string, unknown>;
type Tamper = (value: Stored, write: KeyWrite) => KeyWrite | readonly KeyWrite[];

/** The blocks with the first write of this type in the first transaction of this function replaced. */
function tampered(blocks: readonly Block[], functionName: string, type: string, tamper: Tamper): Block[] {
  const all = blocks.flatMap(({ transactions }) => transactions);
  const target = all.find(
    (transaction) => transaction.functionName === functionName && writeOf(transaction, type),
  );
  const write = target && writeOf(target, type);
  assert.ok(target && write, `${functionName} writes no ${type}`);
  const value =
    write.value === null || type === 'block' ? {} : (JSON.parse(write.value.toString()) as Stored);
  const replaced = [tamper(value, write)].flat();
  const writes = target.writes.flatMap((item) => (item === write ? replaced : [item]));
  return blocks.map(({ number, transactions }) => ({
    number,
    transactions: transactions.map((item) => (item === target ? { ...item, writes } : item)),
  }));
}

function writeOf({ writes }: CommittedTransaction, type: string): KeyWrite | undefined {
  return writes.find(({ key, value }) => key.startsWith(`\u0000${type}\u0000`) && value !== null);
}

const changed =
  (change: Stored | ((value: Stored) => Stored)): Tamper =>
  (value, { key }) => ({
    key,
    value: Buffer.from(
      JSON.stringify({ ...value, ...(typeof change === 'function' ? change(value) : change) }),
    ),
  });
const left: Tamper = () => [];

const TAMPERINGS: readonly (readonly [
  what: string,
  functionName: string,
  type: string,
  Tamper,
  found: RegExp,
])[] = [
  ['a coin is worth more', 'money:pay', 'coin', changed({ amount: '4001' }), /money moved/],
  [
    'a coin is made besides',
    'money:pay',
    'coin',
    (_, write) => [write, { ...write, key: `${write.key.slice(0, -2)}9\u0000` }],
    /money moved/,
  ],
  ['a coin is not made', 'money:pay', 'coin', left, /money moved/],
  ['a coin has another owner', 'money:pay', 'coin', changed({ owner: 'UtilityMSP/theo' }), /money moved/],
  ['the coin of an open bid is free', 'trades:bid', 'coin', changed({ state: { kind: 'free' } }), /not held/],
  [
    'a trade is booked at another price',
    'trades:acceptOffer',
    'trade',
    changed({ price: 3 }),
    /price of trade/,
  ],
  [
    'a trade moves other money than it says',
    'trades:acceptOffer',
    'trade',
    changed({ amount: '4001' }),
    /money moved/,
  ],
  ['a range is shorter', 'certificates:transfer', 'holding', changed({ end: 8 }), /covered until 8/],
  ['a range is moved by one', 'certificates:transfer', 'holding', changed({ start: 7 }), /wrong key/],
  [
    'a holding has another owner',
    'certificates:transfer',
    'holding',
    changed({ owner: 'UtilityMSP/theo' }),
    /unit 6 of .* is UtilityMSP\/theo/,
  ],
  [
    'a transfer moves more than it says',
    'certificates:transfer',
    'transfer',
    changed({ pieces: [] }),
    /unit 6 of/,
  ],
  ['what is offered is free', 'trades:offer', 'holding', changed({ state: { kind: 'free' } }), /not offered/],
  [
    'what is retired is free',
    'certificates:retire',
    'holding',
    changed({ state: { kind: 'free' } }),
    /unit 9 of/,
  ],
  [
    'an offer forgets what is left',
    'trades:acceptOffer',
    'offer',
    changed({ pieces: [] }),
    /offered for nothing/,
  ],
  ['a batch has more units', 'certificates:issue', 'batch', changed({ units: 99 }), /Wh for 99 units/],
  [
    'a batch has energy that was not read',
    'certificates:issue',
    'batch',
    changed(({ segments }) => ({
      segments: (segments as Stored[]).map((segment) => ({ ...segment, wh: (segment.wh as number) + 1 })),
    })),
    /Wh/,
  ],
  [
    'a device carries more than it read',
    'certificates:issue',
    'cursor',
    changed(({ carry }) => ({
      carry: (carry as Stored[]).map((segment) => ({ ...segment, wh: (segment.wh as number) + 1 })),
    })),
    /Wh used/,
  ],
  [
    'a cursor stays behind',
    'certificates:issue',
    'cursor',
    changed({ sequence: 1, index: 0 }),
    /after the cursor/,
  ],
  [
    'a reading is changed',
    'readings:submit',
    'block',
    (_, { key, value }) => ({ key, value: incremented(value) }),
    /Wh/,
  ],
  ['a block is missing', 'readings:submit', 'block', left, /head of|without energy/],
  [
    'one organisation signs twice',
    'proposals:confirm',
    'proposal',
    changed(({ proposedBy }) => ({ decidedBy: proposedBy })),
    /two signatures of one organisation/,
  ],
  [
    'a payment is made from another account',
    'money:pay',
    'payment',
    changed({ from: 'UtilityMSP/theo' }),
    /not signed by UtilityMSP\/theo/,
  ],
  [
    'an account was suspended before it pays',
    'trades:offer',
    'offer',
    (_, write) => [write, suspension('RiversideMSP', 'anna')],
    /RiversideMSP\/anna is suspended/,
  ],
  ['a number is negative', 'money:hold', 'hold', changed({ expiresAt: -1 }), /expiresAt is -1/],
  ['a format is unknown', 'money:hold', 'hold', changed({ v: 2 }), /format of hold/],
  ['a record is deleted', 'money:hold', 'hold', (_, { key }) => ({ key, value: null }), /deleted|not there/],
];

/** The last value of a block with only one register, one Wh up: before it ends with no estimated runs. */
function incremented(value: Buffer | null): Buffer {
  const copy = Buffer.from(value ?? []);
  const at = copy.length - 3;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function suspension(mspId: string, id: string): KeyWrite {
  const account = { v: 1, id: `${mspId}/${id}`, kind: 'prosumer', status: 'suspended', keyHash: null };
  return { key: `\u0000account\u0000${mspId}\u0000${id}\u0000`, value: Buffer.from(JSON.stringify(account)) };
}

describe('the auditor', () => {
  let blocks: readonly Block[];
  before(async () => {
    blocks = await playedLedger();
  });

  it('finds nothing wrong with a ledger that nobody touched', () => {
    assert.deepEqual(audit(blocks), []);
  });

  for (const [what, functionName, type, tamper, found] of TAMPERINGS) {
    it(`notices when ${what}`, () => {
      const findings = audit(tampered(blocks, functionName, type, tamper));
      assert.ok(
        findings.some((finding) => found.test(finding)),
        findings.join('\n') || 'nothing found',
      );
    });
  }

  it('notices when a transaction is counted twice', () => {
    const twice = [...blocks, ...blocks.slice(-1)];
    assert.notDeepEqual(audit(twice), []);
  });
});
