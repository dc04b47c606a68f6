import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { loadConsortium } from '../../../network/consortium.ts';
import { databaseUrls } from '../../../test-network-scripts/organisation/database-url.ts';

const consortium = loadConsortium();
const before = process.env.DATABASE_URL;

describe('the databases of the gateways', () => {
  afterEach(() => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  });

  it('are embedded ones without DATABASE_URL', () => {
    process.env.DATABASE_URL = '';
    assert.equal(databaseUrls(consortium).size, 0);
  });

  it('are one for each organisation', () => {
    process.env.DATABASE_URL = 'postgres://somebody@localhost/gateway_{organisation}';
    const urls = databaseUrls(consortium);
    assert.equal(urls.get('Riverside'), 'postgres://somebody@localhost/gateway_riverside');
    assert.equal(new Set(urls.values()).size, consortium.organisations.length);
  });

  it('are never shared: an address without the organisation is refused, and the message keeps its password', () => {
    process.env.DATABASE_URL = 'postgres://somebody:secret@localhost/gateway';
    assert.throws(
      () => databaseUrls(consortium),
      (error) =>
        error instanceof Error &&
        error.message.includes('{organisation}') &&
        !error.message.includes('secret'),
    );
  });
});
