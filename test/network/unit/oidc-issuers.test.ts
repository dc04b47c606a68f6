import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { oidcIssuers as issuersOfGateway } from '../../../gateway/src/authentication/oidc-settings.ts';
import { loadConsortium } from '../../../network/consortium.ts';
import { IssuersInvalid, oidcIssuers } from '../../../test-network-scripts/organisation/oidc-issuers.ts';

const consortium = loadConsortium();
const before = process.env.GATEWAY_OIDC_ISSUERS;
const ISSUER = { issuer: 'https://id.example', enrolmentIdClaim: 'enrolment_id' };

describe('the OpenID Connect issuers of the gateways', () => {
  afterEach(() => {
    if (before === undefined) delete process.env.GATEWAY_OIDC_ISSUERS;
    else process.env.GATEWAY_OIDC_ISSUERS = before;
  });

  it('are none without GATEWAY_OIDC_ISSUERS', () => {
    process.env.GATEWAY_OIDC_ISSUERS = '';
    assert.equal(oidcIssuers(consortium).size, 0);
  });

  it('are for one organisation each, in a form that its gateway takes', () => {
    process.env.GATEWAY_OIDC_ISSUERS = JSON.stringify([{ ...ISSUER, audience: 'gateway/{organisation}' }]);
    const all = oidcIssuers(consortium);
    assert.equal(new Set(all.values()).size, consortium.organisations.length);
    const [own] = issuersOfGateway.parse(all.get('Riverside'));
    assert.deepEqual(own, { ...ISSUER, audience: 'gateway/riverside' });
  });

  for (const [what, value] of [
    [
      'a token of one organisation would open the others',
      JSON.stringify([{ ...ISSUER, audience: 'gateway' }]),
    ],
    ['it is no JSON', 'https://id.example'],
    ['it is no list', JSON.stringify({ ...ISSUER, audience: '{organisation}' })],
    ['an audience is missing', JSON.stringify([ISSUER])],
  ] as const) {
    it(`are refused where ${what}`, () => {
      process.env.GATEWAY_OIDC_ISSUERS = value;
      assert.throws(() => oidcIssuers(consortium), IssuersInvalid);
    });
  }
});
