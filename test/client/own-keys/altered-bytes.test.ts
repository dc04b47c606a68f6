import assert from 'node:assert/strict';
import { NotMeant, OwnKey, SigningClient, Unreadable, type CommonwattClient } from '@commonwatt/client';
import {
  CERTIFICATE,
  CHAINCODE,
  CHANGES,
  CHANNEL,
  coinKey,
  IDEMPOTENCY_KEY,
  OUTPUTS,
  PAYEE,
  PAYER,
  proposalOf,
  serializedIdentity,
  THIEF,
  transactionOf,
  WRITES,
  type CallParts,
  type TransactionParts,
} from './synthetic-transaction.ts';

/** A gateway that has each of the two prepared byte strings signed, and then says that it is committed. */
class PreparedGateway {
  readonly signed: string[] = [];
  cancellations = 0;
  readonly #steps: readonly { kind: string; bytes: Uint8Array }[];

  constructor(proposal: Uint8Array, transaction: Uint8Array) {
    this.#steps = [
      { kind: 'proposal', bytes: proposal },
      { kind: 'transaction', bytes: transaction },
    ];
  }

  start(path: string): Promise<object> {
    if (path.endsWith('/cancellations')) this.cancellations += 1;
    if (path.endsWith('/signatures')) this.signed.push(this.#steps[this.signed.length]?.kind ?? 'nothing');
    const step = this.#steps[this.signed.length];
    const signatureRequest =
      step === undefined
        ? null
        : { id: 'r', kind: step.kind, bytes: Buffer.from(step.bytes).toString('base64') };
    return Promise.resolve({
      ...{ id: 'o1', status: step === undefined ? 'committed' : 'pending', error: null },
      signatureRequest,
    });
  }
}

const [spent, made] = WRITES as readonly [(typeof WRITES)[number], (typeof WRITES)[number]];
const stolen = { ...CHANGES[1].value, owner: THIEF };
const toThief = { outputs: [{ account: THIEF, amount: '77' }], coins: [], idempotencyKey: IDEMPOTENCY_KEY };
const prepared = { atSec: Math.floor(Date.now() / 1000) };
const anotherCreator = serializedIdentity(PAYER, 'another certificate');

/** What a call can differ in, in the proposal and again in the transaction. */
const CALLS: Record<string, Partial<CallParts>> = {
  'another type of message': { type: 1 },
  'an epoch': { epoch: 1 },
  'another channel': { channel: 'elsewhere' },
  'another chaincode': { chaincode: 'bank', namedChaincode: 'bank' },
  'a header that names another chaincode': { namedChaincode: 'bank' },
  'a call of another chaincode than the header names': { chaincode: 'bank' },
  'another time': { atSec: prepared.atSec - 301 },
  'a transaction id that is not of nonce and creator': { transactionId: '0'.repeat(64) },
  'another creator': { creator: anotherCreator },
  'no nonce': { nonce: '' },
  'another method': { method: 'money:burn' },
  'another recipient': { argument: toThief },
  'another amount': {
    argument: { ...toThief, outputs: [{ account: PAYEE, amount: '78' }] },
  },
  'a recipient more': { argument: { ...toThief, outputs: [...OUTPUTS, ...toThief.outputs] } },
  'another idempotency key': { argument: { ...toThief, outputs: OUTPUTS, idempotencyKey: 'payment-2' } },
  'something more in the argument': { argument: { ...toThief, outputs: OUTPUTS, holder: THIEF } },
  'an argument that is no JSON': { argument: '{' },
  'an argument that is a list': { argument: [] },
  'an argument more': { moreArguments: ['{}'] },
  decorations: { decorated: true },
  'an initialisation': { isInit: true },
};

/** What only the transaction can differ in. */
const TRANSACTIONS: Record<string, Partial<TransactionParts>> = {
  'an action of another creator': { actionCreator: anotherCreator },
  'endorsements of another proposal': { proposalHash: Buffer.alloc(32, 1) },
  'no proposal hash': { proposalHash: Buffer.alloc(0) },
  'an answer of another chaincode': { answeredBy: 'bank', namespace: 'bank' },
  'a refusal': { status: 500 },
  'a write of another value': { writes: [spent, { ...made, value: JSON.stringify(stolen) }] },
  'a write more': { writes: [...WRITES, { key: coinKey(`${'c'.repeat(43)}.0`), value: '{}' }] },
  'a key written twice': { writes: [...WRITES, made] },
  'a write less': { writes: [spent] },
  'a write under another key': { writes: [spent, { ...made, key: coinKey(`${'c'.repeat(43)}.0`) }] },
  'a deletion in place of a write': { writes: [spent, { ...made, value: null }] },
  'a coin that is not spent': { writes: [made] },
  'a spent coin that is written': { writes: [{ ...spent, value: '{}' }, made] },
  'writes of another chaincode': { namespace: 'bank' },
  'another policy for a key': { hasMetadataWrites: true },
  'private data': { hasPrivateData: true },
  'another answer': { changes: [CHANGES[0], { type: 'coin', value: stolen }] },
  'an answer without a change': { changes: [CHANGES[0]] },
  'no event': { event: null },
  'an event of another name': { event: { name: 'nothing' } },
  'an event of another transaction': { event: { transactionId: '0'.repeat(64) } },
  'an event of other changes': { event: { hash: 'A'.repeat(43) } },
  'no endorsements': { endorsements: 0 },
  'no action': { actions: 0 },
  'two actions': { actions: 2 },
};

describe('a client that keeps its key', () => {
  let key: OwnKey;

  before(async () => {
    key = await OwnKey.generate();
  });

  function pay(gateway: PreparedGateway): Promise<unknown> {
    const signing = new SigningClient({
      ...{ client: gateway as unknown as CommonwattClient, key },
      ...{ certificate: CERTIFICATE, account: PAYER, channel: CHANNEL, chaincode: CHAINCODE },
    });
    const request = { body: { outputs: OUTPUTS }, idempotencyKey: IDEMPOTENCY_KEY };
    return signing.command('/v1/payments', request);
  }

  async function assertCaught(gateway: PreparedGateway, signed: readonly string[]): Promise<void> {
    const isCaught = (error: unknown) => error instanceof NotMeant || error instanceof Unreadable;
    await assert.rejects(pay(gateway), isCaught);
    assert.deepEqual(gateway.signed, signed);
    assert.equal(gateway.cancellations, 1);
  }

  it('signs the proposal and the transaction that it has meant', async () => {
    const gateway = new PreparedGateway(proposalOf(prepared), transactionOf(prepared, {}));
    await pay(gateway);
    assert.deepEqual(gateway.signed, ['proposal', 'transaction']);
    assert.equal(gateway.cancellations, 0);
  });

  for (const [what, call] of Object.entries({ ...CALLS, 'transient data': { transient: true } })) {
    it(`signs no proposal with ${what}`, async () => {
      const altered = { ...prepared, ...call };
      await assertCaught(new PreparedGateway(proposalOf(altered), transactionOf(altered, {})), []);
    });
  }

  const all = {
    ...Object.fromEntries(Object.entries(CALLS).map(([what, call]) => [what, { call }])),
    'another time, by a second': { call: { atSec: prepared.atSec - 1 } },
    'another nonce': { call: { nonce: 'another nonce' } },
    ...TRANSACTIONS,
  };
  for (const [what, parts] of Object.entries<Partial<TransactionParts>>(all)) {
    it(`signs no transaction with ${what}, although it has signed the proposal`, async () => {
      const transaction = transactionOf(prepared, parts);
      await assertCaught(new PreparedGateway(proposalOf(prepared), transaction), ['proposal']);
    });
  }

  it('signs no transaction that ends early or goes on, and none before its proposal', async () => {
    const [proposal, transaction] = [proposalOf(prepared), transactionOf(prepared, {})];
    for (const bytes of [
      transaction.subarray(0, -1),
      Buffer.concat([transaction, Buffer.of(0x1a, 0)]),
      Buffer.concat([transaction, transaction]),
      new Uint8Array(),
    ])
      await assertCaught(new PreparedGateway(proposal, bytes), ['proposal']);
    await assertCaught(new PreparedGateway(transaction, transaction), []);
  });
});
