import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { it } from 'mocha';
import { codeOf, idsOfDone } from '../party.ts';
import type { Stage } from './stage.ts';

/** Organisations, accounts and their keys. */
export function accounts(stage: Stage): void {
  it('an organisation is entered, suspended, reinstated and suspended again, and every gateway says the same of it', async () => {
    const { registrar, supplier, riverside, hillside } = stage.market.offices;
    const mspId = `Meadow-${stage.market.run}MSP`;
    const path = { mspId };
    const shown = () =>
      Promise.all(
        [registrar, supplier, riverside, hillside].map((office) =>
          office.get('/v1/organisations/{mspId}', { path }),
        ),
      );
    await registrar.command('/v1/organisations', { body: { mspId, name: 'Meadow', kind: 'community' } });
    const entered = { mspId, name: 'Meadow', kind: 'community', status: 'active' };
    assert.deepEqual(await shown(), Array(4).fill(entered));
    await registrar.command('/v1/organisations/{mspId}/suspensions', { path, body: { reason: 'audit' } });
    assert.deepEqual(await shown(), Array(4).fill({ ...entered, status: 'suspended', reason: 'audit' }));
    await registrar.command('/v1/organisations/{mspId}/reinstatements', { path, body: { reason: 'done' } });
    assert.deepEqual(await shown(), Array(4).fill({ ...entered, reason: 'done' }));
    const again = { path, body: { reason: 'left' } };
    await registrar.command('/v1/organisations/{mspId}/suspensions', again);
  });

  it('an account is registered, suspended, reinstated and suspended again', async () => {
    const { riverside } = stage.market.offices;
    const enrolmentId = stage.market.name('dora');
    const registered = await riverside.command('/v1/accounts', {
      body: { accounts: [{ enrolmentId, kind: 'microgrid' }] },
    });
    assert.deepEqual(idsOfDone(registered), [`RiversideMSP/${enrolmentId}`]);
    const path = { organisation: 'RiversideMSP', enrolmentId };
    const status = async () =>
      (await riverside.get('/v1/accounts/{organisation}/{enrolmentId}', { path })).status;
    const standing = { path, body: { reason: 'moved' } };
    await riverside.command('/v1/accounts/{organisation}/{enrolmentId}/suspensions', standing);
    assert.equal(await status(), 'suspended');
    await riverside.command('/v1/accounts/{organisation}/{enrolmentId}/reinstatements', standing);
    assert.equal(await status(), 'active');
    await riverside.command('/v1/accounts/{organisation}/{enrolmentId}/suspensions', standing);
    assert.equal(await status(), 'suspended');
  });

  it('an API key opens what it was made for, until it is revoked', async () => {
    const { auditor } = stage.market.offices;
    const make = (name: string) =>
      auditor.create('/v1/api-keys', { body: { name, scopes: ['read', 'readings:write'] } });
    const kept = await make('kept');
    const { id, key } = await make('lost');
    const program = auditor.as(auditor.account, key ?? assert.fail('the key was not told'));
    assert.ok((await program.get('/v1/accounts', { query: { limit: 1 } })).items.length > 0);
    const payment = { body: { outputs: [{ account: stage.cast.newcomer.account, amount: '1' }] } };
    assert.equal(await codeOf(program.command('/v1/payments', payment)), 'SCOPE_MISSING');
    const path = { id };
    assert.notEqual((await auditor.get('/v1/api-keys/{id}', { path })).lastUsedAt, null);
    await auditor.create('/v1/api-keys/{id}/revocations', { path, body: {} });
    assert.equal(await codeOf(program.get('/v1/accounts', {})), 'TOKEN_INVALID');
    const active = await auditor.list('/v1/api-keys', { query: { status: 'active' } });
    assert.ok(active.some((found) => found.id === kept.id) && active.every((found) => found.id !== id));
  });

  it("a member's key is pinned at its first command, and worth nothing once handed over to another", async () => {
    const member = await stage.market.member(stage.market.offices.hillside);
    const path = { organisation: 'HillsideMSP', enrolmentId: member.enrolmentId };
    const keyHash = async () =>
      (await member.get('/v1/accounts/{organisation}/{enrolmentId}', { path })).keyHash;
    assert.equal(await keyHash(), null);
    await member.command('/v1/activations', { body: {} });
    assert.match((await keyHash()) ?? '', /^[\w-]{43}$/);
    const next = randomBytes(32).toString('base64url');
    await member.command('/v1/key-rotations', { body: { keyHash: next } });
    assert.equal(await keyHash(), next);
    const again = member.command('/v1/activations', { body: {} });
    assert.equal(await codeOf(again), 'ACCOUNT_KEY_MISMATCH');
  });
}
