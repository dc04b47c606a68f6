/** All that can be done on the market, over the routes of every organisation's gateway. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { expectBalancedBooks } from '../faults/balanced-books.ts';
import { Expectations } from '../faults/finding.ts';
import type { OpenApiDocument } from '../malformed-requests/json-schema.ts';
import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { certificates } from './certificates.ts';
import { events } from './events.ts';
import { Expiring, expiry } from './expiry.ts';
import { importedReadings } from './imports.ts';
import { lists } from './lists.ts';
import { money } from './money.ts';
import { ownKeys } from './own-keys.ts';
import { readModel } from './read-model.ts';
import { records } from './records.ts';
import { lifeOfARoof } from './roof.ts';
import { Stage } from './stage.ts';
import { trade } from './trade.ts';

describe('the life of a market', function () {
  this.timeout(120_000);
  const stage = new Stage();
  const expiring = new Expiring(stage);
  let document: OpenApiDocument;
  before(async () => {
    await stage.open();
    await expiring.open();
    const answer = await fetch(`${stage.market.gatewayUrl('Regulator')}/v1/openapi.json`);
    document = (await answer.json()) as OpenApiDocument;
  });

  describe('organisations and accounts', () => accounts(stage));
  describe('agreements', () => agreements(stage));
  describe('a roof', () => lifeOfARoof(stage));
  describe('imported readings', () => importedReadings(stage));
  describe('certificates', () => certificates(stage));
  describe('money', () => money(stage));
  describe('own keys', () => ownKeys(stage));
  describe('trade', () => trade(stage));
  describe('expiry', () => expiry(stage, expiring));
  describe('records', () => records(stage));
  describe('lists', () => lists(stage, () => document));
  describe('events', () => events(stage));
  describe('the read model', () => readModel(stage));

  describe('in the end', () => {
    it('every route of the document was asked', () => {
      const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      );
      assert.deepEqual(
        routes.filter((route) => !stage.market.routes.has(route)),
        [],
      );
    });

    it("commands went over every organisation's gateway", async () => {
      const { auditor, registrar, supplier, riverside, hillside } = stage.market.offices;
      for (const { account } of [registrar, supplier, riverside, hillside]) {
        const query = { creator: account, valid: true, limit: 1 };
        const { items } = await auditor.get('/v1/transactions', { query });
        assert.equal(items.length, 1, account);
      }
    });

    it("the books of every organisation's peer balance", async () => {
      const expectations = new Expectations();
      await expectBalancedBooks(stage.market.consortium, expectations);
      assert.deepEqual(expectations.violations, []);
    });
  });
});
