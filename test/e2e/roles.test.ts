/** Who is let in on the real network: roles count from organisations of their kind alone, keys and standing are kept. */
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { METHODS, role, ROLES_BY_KIND, type ErrorCode } from '@commonwatt/chaincode/domain';
import { awaitUntil } from '../../test-network-scripts/await-until.ts';
import { httpGet } from '../../test-network-scripts/health.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { codeOfCall } from '../chaincode/contracts/market.ts';
import type { FabricLedgerClient } from '../ledger/fabric-ledger-client.ts';
import type { LedgerIdentity } from '../ledger/index.ts';
import { ledgerClientOf } from '../network/ledger-client.ts';
import { runningNetwork } from '../network/running-network.ts';
import { Market } from './market.ts';
import { codeOf, idsOfDone } from './party.ts';
import { Strangers } from './strangers.ts';

const READY_WITHIN_MS = 60_000;

describe('who is let in', function () {
  this.timeout(180_000);
  let network: Consortium;
  let market: Market;
  let strangers: Strangers;
  let ledger: FabricLedgerClient;

  before(async () => {
    network = await runningNetwork();
    market = await Market.open(network);
    strangers = new Strangers(network);
    ledger = ledgerClientOf(network, { wallet: strangers.wallet });
  });
  after(async () => {
    await ledger.close();
    strangers.forget();
  });

  const evaluated = (identity: LedgerIdentity, method: string, command: object = {}) =>
    codeOfCall(ledger.evaluate(identity, method, [JSON.stringify(command)]));
  const submitted = (identity: LedgerIdentity, method: string, command: object = {}) =>
    codeOfCall(ledger.submit(identity, method, [JSON.stringify(command)]));
  const stranger = async (organisation: string, given: string | null) => {
    const [identity] = await strangers.enrol(organisation, market.name('stranger'), given);
    return identity ?? assert.fail();
  };

  describe('a role from an organisation of the wrong kind', () => {
    it("registrar from a co-operative's CA opens no method", async () => {
      const impostor = await stranger('Riverside', 'registrar');
      const answers = METHODS.map(async ({ name }) => [name, await evaluated(impostor, name)] as const);
      assert.deepEqual(
        await Promise.all(answers),
        METHODS.map(({ name }) => [name, 'ROLE_FOREIGN']),
      );
    });

    it("registrar from a co-operative's CA gets no transaction endorsed", async () => {
      const impostor = await stranger('Riverside', 'registrar');
      const command = { mspId: 'LakesideMSP', name: 'Lakeside', kind: 'community' };
      assert.equal(await submitted(impostor, 'organisations:enter', command), 'ROLE_FOREIGN');
      const entered = await market.offices.registrar.list('/v1/organisations', {});
      assert.ok(!entered.some(({ mspId }) => mspId === command.mspId));
    });

    it('no role counts from a kind of organisation that cannot give it', async () => {
      const found: string[] = [];
      for (const { name, kind } of network.definition.organisations.slice(0, -1)) {
        for (const given of role.options.filter((option) => !ROLES_BY_KIND[kind].includes(option))) {
          const answer = await evaluated(await stranger(name, given), 'accounts:activate');
          if (answer !== 'ROLE_FOREIGN') found.push(`${given} of ${name}: ${answer}`);
        }
      }
      assert.deepEqual(found, []);
    });

    it('a certificate without a role, or with one that does not exist, opens nothing', async () => {
      for (const given of [null, 'admin', 'registrar '])
        assert.equal(
          await evaluated(await stranger('Regulator', given), 'accounts:activate'),
          'ROLE_MISSING',
          String(given),
        );
    });
  });

  describe('the key of an account', () => {
    it('is pinned at first use: the same member enrolled again with another key is refused', async () => {
      const id = market.name('anna');
      const [anna, again] = await strangers.enrol('Riverside', id, 'member', 2);
      assert.ok(anna && again);
      assert.equal(await evaluated(anna, 'accounts:activate'), 'ACCOUNT_NOT_FOUND');
      const accounts = [{ enrolmentId: id, kind: 'prosumer' as const }];
      idsOfDone(await market.offices.riverside.command('/v1/accounts', { body: { accounts } }));
      await settled(() => submitted(anna, 'accounts:activate'), 'accepted');

      await settled(() => submitted(again, 'accounts:activate'), 'ACCOUNT_KEY_MISMATCH');
      for (const { name, roles } of METHODS) {
        const isForMembers = (roles as readonly string[]).includes('member');
        const expected = isForMembers ? 'ACCOUNT_KEY_MISMATCH' : 'NOT_AUTHORISED';
        assert.equal(await evaluated(again, name), expected, name);
      }
      assert.equal(await evaluated(anna, 'accounts:activate'), 'accepted');
    });

    it('is handed over by the old key, or by manager and registrar, and by nobody else', async () => {
      const id = market.name('bruno');
      const [first, second, third] = await strangers.enrol('Riverside', id, 'member', 3);
      assert.ok(first && second && third);
      const { riverside, hillside, registrar } = market.offices;
      const accounts = [{ enrolmentId: id, kind: 'consumer' as const }];
      idsOfDone(await riverside.command('/v1/accounts', { body: { accounts } }));
      const hand = { keyHash: keyHashOf(strangers.certificateOf(second)) };
      await settled(() => submitted(first, 'accounts:rotateKey', hand), 'accepted');
      await settled(() => evaluated(first, 'accounts:activate'), 'ACCOUNT_KEY_MISMATCH');
      assert.equal(await evaluated(second, 'accounts:activate'), 'accepted');

      const keyHash = keyHashOf(strangers.certificateOf(third));
      const subject = { kind: 'accountKey' as const, account: `${first.mspId}/${id}`, keyHash };
      const body = { subject, evidenceHash: 'E'.repeat(43) };
      assert.equal(await codeOf(hillside.command('/v1/proposals', { body })), 'NOT_AUTHORISED');
      await market.agree(riverside, registrar, subject);
      await settled(() => evaluated(third, 'accounts:activate'), 'accepted');
      assert.equal(await evaluated(second, 'accounts:activate'), 'ACCOUNT_KEY_MISMATCH');
    });
  });

  describe('standing', () => {
    it('a suspended account is refused everything, over REST too, until it is reinstated', async () => {
      const { riverside, hillside, registrar } = market.offices;
      const anna = await market.member(riverside);
      const path = { organisation: 'RiversideMSP', enrolmentId: anna.enrolmentId };
      const request = (reason: string) => ({ path, body: { reason } });
      const suspensions = '/v1/accounts/{organisation}/{enrolmentId}/suspensions';
      const reinstatements = '/v1/accounts/{organisation}/{enrolmentId}/reinstatements';
      const activate = () => codeOf(anna.command('/v1/activations', { body: {} }));
      assert.equal(await activate(), 'accepted');
      assert.equal(await codeOf(hillside.command(suspensions, request('foreign'))), 'NOT_AUTHORISED');

      await registrar.command(suspensions, request('audit'));
      assert.equal(await activate(), 'ACCOUNT_SUSPENDED');
      assert.equal(await codeOf(anna.get('/v1/balances', {})), 'ACCOUNT_SUSPENDED');
      const identity = { mspId: 'RiversideMSP', id: anna.enrolmentId };
      await asEnrolled(async (own) => {
        for (const { name, roles } of METHODS) {
          const isForMembers = (roles as readonly string[]).includes('member');
          const expected = isForMembers ? 'ACCOUNT_SUSPENDED' : 'NOT_AUTHORISED';
          assert.equal(await codeOfCall(own.evaluate(identity, name, ['{}'])), expected, name);
        }
      });
      assert.equal(await codeOf(riverside.command(reinstatements, request('own'))), 'NOT_AUTHORISED');

      await registrar.command(reinstatements, request('settled'));
      assert.equal(await activate(), 'accepted');
    });

    it('a suspended organisation is refused everything, until it is reinstated', async () => {
      const { registrar, hillside } = market.offices;
      const path = { mspId: 'HillsideMSP' };
      const activate = () => codeOf(hillside.command('/v1/activations', { body: {} }));
      const identities = ['manager', 'collector', 'gateway'].map((id) => ({ mspId: 'HillsideMSP', id }));
      await registrar.command('/v1/organisations/{mspId}/suspensions', { path, body: { reason: 'audit' } });
      try {
        assert.equal(await activate(), 'ORGANISATION_SUSPENDED');
        await asEnrolled(async (own) => {
          for (const identity of identities)
            for (const { name } of METHODS)
              assert.equal(
                await codeOfCall(own.evaluate(identity, name, ['{}'])),
                'ORGANISATION_SUSPENDED',
                `${identity.id} ${name}`,
              );
        });
      } finally {
        await registrar.command('/v1/organisations/{mspId}/reinstatements', {
          path,
          body: { reason: 'settled' },
        });
      }
      assert.equal(await activate(), 'accepted');
      await awaitUntil('the gateway of Hillside becoming ready', READY_WITHIN_MS, async () => {
        return (await httpGet(`${market.gatewayUrl('Hillside')}/readyz`))?.status === 200;
      });
    });
  });

  /** Works with the identities in the organisations' own wallets. */
  async function asEnrolled(work: (own: FabricLedgerClient) => Promise<void>): Promise<void> {
    const own = ledgerClientOf(network);
    try {
      await work(own);
    } finally {
      await own.close();
    }
  }
});

const SETTLED_WITHIN_MS = 20_000;

/** Peers learn of a block one after the other: for a moment they may answer differently, and endorse nothing. */
async function settled(
  answer: () => Promise<ErrorCode | 'accepted'>,
  expected: ErrorCode | 'accepted',
): Promise<void> {
  await awaitUntil(expected, SETTLED_WITHIN_MS, async () => {
    const found = await answer();
    if (found !== expected) throw new Error(`answered ${found}`);
    return true;
  });
}

/** As the ledger keeps it: SHA-256 of the SubjectPublicKeyInfo, base64url. */
function keyHashOf(certificatePem: string): string {
  const spki = new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64url');
}
