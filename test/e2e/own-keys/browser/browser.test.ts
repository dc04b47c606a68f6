import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runningNetwork } from '../../../network/running-network.ts';
import { generate } from '../../faults/certificates.ts';
import { Market } from '../../market.ts';
import type { Party } from '../../party.ts';
import { BrowserOwner } from './browser-owner.ts';
import { findChromium } from './chromium.ts';

const UNITS = 5;

describe('a key that stays in a browser', function () {
  this.timeout(300_000);
  let market: Market;
  let owner: BrowserOwner | undefined;
  let friend: Party;

  before(async function () {
    const program = findChromium();
    if (program === undefined) this.skip();
    market = await Market.open(await runningNetwork());
    const { riverside } = market.offices;
    friend = await market.member(riverside);
    owner = await BrowserOwner.enrol(program, market, riverside);
  });

  after(() => owner?.close());

  it('is certified, signs and commits a transfer, and never leaves it', async () => {
    assert.ok(owner);
    const { riverside, auditor } = market.offices;
    const { id, version } = await market.addScheme({ unitWh: 1 });
    const scheme = { id, version };
    await generate(market, { manager: riverside, owner: owner.party, scheme: scheme as never }, UNITS);
    const { transactionIds, result } = await owner.command('/v1/transfers', {
      ...{ to: friend.account, scheme },
      units: 2,
    });
    // The page's client has a horizon of its own; the market's learns of the block from the same gateway.
    await friend.get('/v1/holdings', { query: { limit: 1 } });
    const transaction = await auditor.get('/v1/transactions/{id}', {
      path: { id: transactionIds.at(-1) ?? '' },
    });
    assert.deepEqual(
      [transaction.creator, transaction.method, transaction.validationCode],
      [owner.party.account, 'certificates:transfer', 0],
    );
    const transfer = await auditor.get('/v1/transfers/{id}', { path: { id: result.id } });
    assert.deepEqual([transfer.from, transfer.to, transfer.units], [owner.party.account, friend.account, 2]);
    assert.deepEqual((await owner.statement(`transfer/${result.id}`)).value, transfer);
    assert.equal(await owner.isKeyExtractable(), false);
    const wallet = market.consortium.state.organisation('Riverside').wallet;
    assert.deepEqual(readdirSync(join(wallet, owner.party.enrolmentId)), ['cert.pem']);
  });
});
