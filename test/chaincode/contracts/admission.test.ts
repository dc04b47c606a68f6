import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { contracts } from '@commonwatt/chaincode';
import { METHODS, type Account } from '@commonwatt/chaincode/domain';
import type { TestIdentity } from '../../ledger/index.ts';
import { codeOfCall, Market, messageOf } from './market.ts';

function keyHashOf({ publicKey }: TestIdentity): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
}

describe('admission to the contracts', () => {
  let market: Market;

  beforeEach(async () => {
    market = await Market.open();
  });

  afterEach(() => {
    market.close();
  });

  async function accountOf({ mspId, id }: TestIdentity): Promise<Account> {
    const statement = await market.evaluate(market.registrar, 'statements:statement', {
      id: `account/${mspId}/${id}`,
    });
    return (statement as { value: Account }).value;
  }

  it("pins a member's key at its activation, and an officer's at its first command", async () => {
    const anna = await market.member('RiversideMSP', 'anna');
    assert.equal((await accountOf(anna)).keyHash, null);
    await market.submit(anna, 'accounts:activate');
    assert.equal((await accountOf(anna)).keyHash, keyHashOf(anna));
    const manager = market.identity('RiversideMSP', 'manager');
    assert.deepEqual(await accountOf(manager), {
      v: 1,
      id: 'RiversideMSP/manager',
      kind: 'officer',
      status: 'active',
      keyHash: keyHashOf(manager),
    });
  });

  it('refuses another key for the same enrolment id, from its first use on', async () => {
    const anna = await market.member('RiversideMSP', 'anna');
    await market.submit(anna, 'accounts:activate');
    const again = market.organisation('RiversideMSP').reenrol(anna);
    assert.equal(await market.answer(again, 'statements:statement'), 'ACCOUNT_KEY_MISMATCH');
    assert.equal(await codeOfCall(market.submit(again, 'accounts:activate')), 'ACCOUNT_KEY_MISMATCH');
  });

  it('pins nothing when a command is refused, or on a read', async () => {
    const anna = await market.member('RiversideMSP', 'anna');
    await market.evaluate(anna, 'statements:statement', { id: 'consortium' });
    assert.equal(await codeOfCall(market.submit(anna, 'money:pay')), 'COMMAND_MALFORMED');
    assert.equal((await accountOf(anna)).keyHash, null);
  });

  it('hands the account over to a new key, by the old one', async () => {
    const anna = await market.member('RiversideMSP', 'anna');
    await market.submit(anna, 'accounts:activate');
    const again = market.organisation('RiversideMSP').reenrol(anna);
    await market.submit(anna, 'accounts:rotateKey', { keyHash: keyHashOf(again) });
    assert.equal(await market.answer(anna, 'accounts:activate'), 'ACCOUNT_KEY_MISMATCH');
    assert.equal((await market.submit(again, 'accounts:activate')).outcome, 'exists');
  });

  it('lets a reinstated account and organisation in again', async () => {
    const anna = await market.member('RiversideMSP', 'anna');
    const account = 'RiversideMSP/anna';
    await market.submit(market.registrar, 'accounts:suspend', { account, reason: 'audit' });
    await market.submit(market.registrar, 'accounts:reinstate', { account, reason: 'settled' });
    await market.submit(market.registrar, 'organisations:suspend', {
      mspId: 'RiversideMSP',
      reason: 'audit',
    });
    assert.equal(await market.answer(anna, 'accounts:activate'), 'ORGANISATION_SUSPENDED');
    await market.submit(market.registrar, 'organisations:reinstate', {
      mspId: 'RiversideMSP',
      reason: 'settled',
    });
    assert.equal(await market.answer(anna, 'accounts:activate'), 'accepted');
  });

  it('refuses a certificate without a role', async () => {
    assert.equal(
      await market.answer(market.identity('RiversideMSP', '', 'nobody'), 'accounts:activate'),
      'ROLE_MISSING',
    );
  });

  it('costs two reads: the consortium and the account', async () => {
    const anna = await market.member('RiversideMSP', 'anna');
    const { operations } = await market.ledger.endorse(anna, 'accounts:activate', ['{}']);
    assert.deepEqual(
      { gets: operations.gets, puts: operations.puts, scans: operations.scans },
      { gets: 2, puts: 1, scans: 0 },
    );
  });

  it('admits the caller before it looks at the arguments', async () => {
    const auditor = market.identity('RegulatorMSP', 'auditor');
    const call = market.ledger.evaluate(auditor, 'points:submit', ['{}', 'surplus', 'arguments']);
    assert.equal(await codeOfCall(call), 'NOT_AUTHORISED');
  });

  it('takes one argument, or none for a command without fields', async () => {
    const { ledger, registrar } = market;
    assert.equal(await codeOfCall(ledger.evaluate(registrar, 'accounts:activate', [])), 'accepted');
    assert.equal(
      await codeOfCall(ledger.evaluate(registrar, 'accounts:activate', ['{}', '{}'])),
      'COMMAND_MALFORMED',
    );
    assert.equal(
      await codeOfCall(ledger.evaluate(registrar, 'organisations:enter', [])),
      'COMMAND_MALFORMED',
    );
  });

  it('exposes every method of the registry, and nothing else of its own', () => {
    const exposed = contracts.flatMap((contract) => {
      const prototype: object = contract.prototype;
      const functions = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
      return functions.map((name) => `${new contract().getName()}:${name}`);
    });
    assert.deepEqual(exposed.sort(), METHODS.map(({ name }) => name).sort());
  });

  it('answers an unknown function and contract without touching the state', async () => {
    for (const name of ['accounts:admit', 'accounts:aroundTransaction', 'nothing:activate']) {
      await assert.rejects(market.ledger.evaluate(market.registrar, name, ['{}']), (error: unknown) =>
        /does not exist|is not known/.test(messageOf(error)),
      );
    }
  });
});

describe('the event of a transaction', () => {
  it('names what changed and commits to it', async () => {
    const market = await Market.open();
    const registrar = market.registrar;
    const command = { mspId: 'LakesideMSP', name: 'Lakeside', kind: 'community' };
    const { event, result } = await market.ledger.submit(registrar, 'organisations:enter', [
      JSON.stringify(command),
    ]);
    assert.equal(event?.name, 'changes');
    const payload = JSON.parse(event.payload.toString()) as { ids: unknown; hash: string };
    assert.deepEqual(payload.ids, [['organisation', 'LakesideMSP']]);
    const canonicalChanges =
      '[{"type":"organisation","value":{"kind":"community","mspId":"LakesideMSP","name":"Lakeside","status":"active"}}]';
    assert.deepEqual(
      JSON.parse(canonicalChanges),
      (JSON.parse(result.toString()) as { changes: unknown }).changes,
    );
    assert.equal(payload.hash, createHash('sha256').update(canonicalChanges).digest('base64url'));
    const again = await market.ledger.submit(registrar, 'organisations:enter', [JSON.stringify(command)]);
    assert.equal(again.event, undefined);
    market.close();
  });
});
