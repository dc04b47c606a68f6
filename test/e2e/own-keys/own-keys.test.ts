import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NotMeant, OwnKey, SigningClient, Unreadable } from '@commonwatt/client';
import { EndorseError } from '@hyperledger/fabric-gateway';
import { derInteger, derSequence } from '../../../fabric-ca-client/der.ts';
import { newKey, signLowS } from '../../../fabric-ca-client/index.ts';
import { CA_ADMIN } from '../../../test-network-scripts/organisation/ca-settings.ts';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { codeOf, type Party } from '../party.ts';
import { withPeerAs } from '../peer-as.ts';
import { expectBalancedBooks } from '../faults/balanced-books.ts';
import { Expectations } from '../faults/finding.ts';
import { proveOwnKeys } from './prove.ts';
import { AlteredGateway, enrolOwner, replaced, type Owner } from './owner.ts';

const DEPOSIT = 1_000_000n;
/** Order of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other one of the two signatures that fit, which Fabric does not take. */
function withHighS(signature: Uint8Array): Buffer {
  const bytes = Buffer.from(signature);
  const sAt = 6 + bytes.readUInt8(3);
  const integer = (part: Buffer) => BigInt(`0x${part.toString('hex')}`);
  const [r, s] = [integer(bytes.subarray(4, sAt - 2)), integer(bytes.subarray(sAt))];
  return derSequence(derInteger(r), derInteger(ORDER - s));
}

describe('keys that stay with their owner', function () {
  this.timeout(120_000);
  let market: Market;
  let owner: Owner;
  let friend: Party;
  let thief: Party;

  before(async () => {
    market = await Market.open(await runningNetwork());
    const { riverside } = market.offices;
    owner = await enrolOwner(market, riverside);
    [friend, thief] = (await market.enrol(riverside, ['consumer', 'consumer'])) as [Party, Party];
    await market.mint(owner.party, DEPOSIT);
  });

  function payment(to: Party, amount: bigint) {
    return { body: { outputs: [{ account: to.account, amount: amount.toString() }] } };
  }

  async function moneyOf(party: Party): Promise<string> {
    const { items } = await party.get('/v1/balances', { query: { owner: party.account } });
    return items[0]?.free ?? '0';
  }

  function folderOf(enrolmentId: string): string {
    return join(market.consortium.state.organisation('Riverside').wallet, enrolmentId);
  }

  it('sign what the gateway prepares: the ledger has the owner as creator, and the gateway has no key', async () => {
    const { result, transactionIds } = await owner.signing.command('/v1/payments', payment(friend, 1000n));
    assert.ok(result.id);
    const id = transactionIds.at(-1) ?? '';
    const { items } = await owner.party.get('/v1/transactions', { query: { creator: owner.party.account } });
    assert.ok(items.some((transaction) => transaction.id === id && transaction.validationCode === 0));
    assert.equal(await moneyOf(friend), '1000');
    assert.deepEqual(readdirSync(folderOf(owner.party.enrolmentId)), ['cert.pem']);
    const path = { enrolmentId: owner.party.enrolmentId };
    assert.equal((await owner.party.get('/v1/identities/{enrolmentId}', { path })).keys, 'own');
  });

  it('sign anew when the ledger has moved on: payments at the same time all succeed', async () => {
    const before = BigInt(await moneyOf(friend));
    await Promise.all(
      Array.from({ length: 5 }, () => owner.signing.command('/v1/payments', payment(friend, 10n))),
    );
    assert.equal(BigInt(await moneyOf(friend)), before + 50n);
  });

  it('sign nothing but what was meant, whatever an altered gateway gives them', async () => {
    const before = await moneyOf(owner.party);
    const text = (value: string) => `"${value}"`;
    const toThief = (occurrence?: number) => (bytes: Buffer) =>
      replaced(bytes, friend.enrolmentId, thief.enrolmentId, occurrence);
    const alterations: Record<string, { kind: string; alter: (bytes: Buffer) => Buffer }> = {
      'another recipient': { kind: 'proposal', alter: toThief() },
      'another amount': { kind: 'proposal', alter: (bytes) => replaced(bytes, text('77'), text('99')) },
      'another method': { kind: 'proposal', alter: (bytes) => replaced(bytes, 'money:pay', 'money:own') },
      'another channel': {
        kind: 'proposal',
        alter: (bytes) => replaced(bytes, market.channel, 'commonwaXX'),
      },
      'another transaction': { kind: 'transaction', alter: toThief() },
      'another argument than was signed': { kind: 'transaction', alter: toThief(0) },
      'another value in the write set': { kind: 'transaction', alter: toThief(2) },
      'another answer': { kind: 'transaction', alter: toThief(4) },
      'bytes that go on': {
        kind: 'transaction',
        alter: (bytes) => Buffer.concat([bytes, Buffer.of(0x1a, 0)]),
      },
      'bytes that are cut off': { kind: 'transaction', alter: (bytes) => bytes.subarray(0, -10) },
    };
    for (const [what, { kind, alter }] of Object.entries(alterations)) {
      let altered = 0;
      const client = new AlteredGateway(owner.options.client, (given, bytes) => {
        if (given !== kind) return bytes;
        altered += 1;
        return alter(bytes);
      });
      const signing = new SigningClient({ ...owner.options, client });
      await assert.rejects(
        signing.command('/v1/payments', payment(friend, 77n)),
        (error) => error instanceof NotMeant || error instanceof Unreadable,
        what,
      );
      assert.equal(altered, 1, what);
    }
    assert.equal(await moneyOf(owner.party), before);
  });

  it('sign a question, and get what a command would do or what the ledger says; nothing is written', async () => {
    const before = await moneyOf(owner.party);
    const dry = await owner.signing.dryRun('/v1/payments', payment(friend, 5n));
    assert.equal((dry as { outcome: string }).outcome, 'done');
    const tooMuch = owner.signing.dryRun('/v1/payments', payment(friend, 2n * DEPOSIT));
    assert.equal(await codeOf(tooMuch), 'FUNDS_INSUFFICIENT');
    const { value } = await owner.signing.statement(`balance/${owner.party.account}`);
    assert.equal((value as { free: string }).free, before);
    assert.equal(await codeOf(owner.signing.statement(`balance/${friend.account}`)), 'NOT_AUTHORISED');
    assert.equal(await codeOf(owner.signing.statement(`retirement/${'E'.repeat(43)}`)), 'NOT_FOUND');
    assert.equal(await moneyOf(owner.party), before);
  });

  it('sign no other question than their own, and take no other answer', async () => {
    const id = `account/${owner.party.account}`;
    const through = (kind: string, alter: (bytes: Buffer) => Buffer) => {
      const client = new AlteredGateway(owner.options.client, (given, bytes) =>
        given === kind ? alter(bytes) : bytes,
      );
      return new SigningClient({ ...owner.options, client });
    };
    const about = (bytes: Buffer) => replaced(bytes, owner.party.enrolmentId, friend.enrolmentId);
    const activity = (bytes: Buffer) => replaced(bytes, '"active"', '"Active"');
    const asCommand = (bytes: Buffer) => replaced(bytes, 'statements:statement', 'statements:settlemen');
    const attempts: Record<string, () => Promise<unknown>> = {
      'another record': () => through('question', about).statement(id),
      'another method': () => through('question', asCommand).statement(id),
      'another payment': () =>
        through('question', (bytes) => replaced(bytes, '"77"', '"99"')).dryRun(
          '/v1/payments',
          payment(friend, 77n),
        ),
      'another answer': () => through('answer', activity).statement(id),
    };
    for (const [what, attempt] of Object.entries(attempts)) {
      await assert.rejects(
        attempt(),
        (error) => error instanceof NotMeant || error instanceof Unreadable,
        what,
      );
    }
  });

  it('cannot be done without: peers refuse what a gateway signs by itself', async () => {
    const { definition } = market.consortium;
    const key = newKey();
    const { certificate } = owner.options;
    const impostor = {
      certificate,
      sign: (message: Uint8Array) => Promise.resolve(signLowS(message, key)),
    };
    await withPeerAs(market, impostor, async (gateway) => {
      const contract = gateway.getNetwork(definition.channel).getContract(definition.chaincode);
      await assert.rejects(contract.submitTransaction('accounts:activate', '{}'), (error) => {
        assert.ok(error instanceof EndorseError);
        return error.details.some(({ message }) => /creator's signature|access denied/i.test(message));
      });
    });
  });

  it('are not replaced by another key: the ledger keeps to the one that it has seen first', async () => {
    const { riverside } = market.offices;
    const other = await enrolOwner(market, riverside);
    const { enrolmentId } = owner.party;
    const { certificate } = await riverside.create('/v1/identities/{enrolmentId}/certificates', {
      path: { enrolmentId },
      body: { certificateRequest: await other.options.key.certificateRequest(enrolmentId) },
    });
    const signing = new SigningClient({ ...owner.options, key: other.options.key, certificate });
    assert.equal(await codeOf(signing.command('/v1/payments', payment(friend, 1n))), 'ACCOUNT_KEY_MISMATCH');
  });

  it('are refused signatures of others, and a key that the gateway keeps stays where it is', async () => {
    const { riverside } = market.offices;
    const sender = await enrolOwner(market, riverside);
    await market.mint(sender.party, DEPOSIT);
    const operation = await sender.party.client.start('/v1/payments', payment(friend, 1n));
    const path = { id: operation.id };
    const waiting = await sender.party.get('/v1/operations/{id}', { path, query: { wait: 'commit' } });
    assert.equal(waiting.signatureRequest?.kind, 'proposal');
    const body = { request: waiting.signatureRequest.id, signature: Buffer.alloc(70, 48).toString('base64') };
    assert.equal(
      await codeOf(sender.party.client.start('/v1/operations/{id}/signatures', { path, body })),
      'SIGNATURE_INVALID',
    );
    assert.equal(
      await codeOf(friend.client.start('/v1/operations/{id}/signatures', { path, body })),
      'NOT_FOUND',
    );
    const bytes = Buffer.from(waiting.signatureRequest.bytes, 'base64');
    const high = withHighS(await sender.options.key.sign(bytes)).toString('base64');
    assert.equal(
      await codeOf(
        sender.party.client.start('/v1/operations/{id}/signatures', {
          path,
          body: { ...body, signature: high },
        }),
      ),
      'SIGNATURE_INVALID',
    );
    const cancel = () => sender.party.client.start('/v1/operations/{id}/cancellations', { path, body: {} });
    assert.equal(await codeOf(cancel()), 'accepted');
    const ended = await sender.party.get('/v1/operations/{id}', { path, query: { wait: 'commit' } });
    assert.deepEqual([ended.status, ended.error?.code], ['failed', 'SIGNATURE_MISSING']);
    assert.equal(await codeOf(cancel()), 'STATE_CONFLICT');
    const certificateRequest = await sender.options.key.certificateRequest(friend.enrolmentId);
    const request = { path: { enrolmentId: friend.enrolmentId }, body: { certificateRequest } };
    assert.equal(
      await codeOf(riverside.create('/v1/identities/{enrolmentId}/certificates', request)),
      'KEY_CUSTODY_CONFLICT',
    );
  });

  it('are certified for members alone: no manager becomes an operator of the authority, or a node', async () => {
    const { riverside } = market.offices;
    for (const enrolmentId of ['member-registrar', CA_ADMIN, 'peer']) {
      const accounts = [{ enrolmentId, kind: 'consumer' as const }];
      await riverside.command('/v1/accounts', { body: { accounts } });
      const certificateRequest = await (await OwnKey.generate()).certificateRequest(enrolmentId);
      const request = { path: { enrolmentId }, body: { certificateRequest } };
      const certified = riverside.create('/v1/identities/{enrolmentId}/certificates', request);
      assert.equal(await codeOf(certified), 'NOT_AUTHORISED', enrolmentId);
    }
  });

  it('are neither in files nor in the memory of the gateway, where those are that it keeps', async () => {
    const { violations } = await proveOwnKeys(market, { payments: 2 });
    assert.deepEqual(violations, []);
  });

  it('leave the books in order', async () => {
    const expectations = new Expectations();
    await expectBalancedBooks(market.consortium, expectations);
    assert.deepEqual(expectations.violations, []);
  });
});
