import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConfigurationInvalid,
  describeConfiguration,
  readConfiguration,
} from '../../gateway/src/configuration.ts';

const COMPLETE = {
  GATEWAY_ORGANISATION: 'RiversideMSP',
  GATEWAY_ORGANISATION_KIND: 'community',
  GATEWAY_PORT: '7300',
  GATEWAY_CHANNEL: 'commonwatt',
  GATEWAY_CHAINCODE: 'market',
  GATEWAY_PEER_ENDPOINT: 'localhost:7301',
  GATEWAY_PEER_TLS_ROOT: '/keys/tls.pem',
  GATEWAY_WALLET_DIR: '/wallet',
  GATEWAY_WALLET_SECRET_FILE: '/keys/wallet-secret',
  GATEWAY_CA_URL: 'https://localhost:7307',
  GATEWAY_CA_NAME: 'ca',
  GATEWAY_CA_TLS_ROOT: '/keys/ca.pem',
  GATEWAY_CA_REGISTRAR_DIR: '/registrar',
  GATEWAY_TOKEN_KEY: '/keys/token.pem',
  GATEWAY_DATA_DIR: '/data',
};

function problems(variables: Record<string, string | undefined>): string {
  try {
    readConfiguration(variables);
  } catch (error) {
    assert.ok(error instanceof ConfigurationInvalid);
    return error.message;
  }
  assert.fail('it was accepted');
}

describe('the configuration of a gateway', () => {
  it('is read from a complete environment, with defaults for the rest', () => {
    const configuration = readConfiguration(COMPLETE);
    assert.deepEqual(configuration.listen, { host: 'localhost', port: 7300 });
    assert.equal(configuration.wallet.ownEnrolmentId, 'gateway');
    assert.equal(configuration.databaseUrl, undefined);
  });

  for (const name of Object.keys(COMPLETE)) {
    it(`is refused without ${name}, by name`, () => {
      assert.match(problems({ ...COMPLETE, [name]: undefined }), new RegExp(`${name} is not set`));
    });
  }

  for (const [name, value] of [
    ['GATEWAY_PORT', '70000'],
    ['GATEWAY_ORGANISATION', '../x'],
    ['GATEWAY_ORGANISATION_KIND', 'club'],
    ['GATEWAY_PEER_ENDPOINT', 'localhost'],
    ['GATEWAY_CA_URL', 'http://localhost:1'],
    ['DATABASE_URL', 'mysql://localhost/x'],
  ] as const) {
    it(`is refused with ${name}=${value}`, () => {
      assert.match(problems({ ...COMPLETE, [name]: value }), new RegExp(`${name}: `));
    });
  }

  const ISSUER = {
    issuer: 'https://id.example',
    audience: 'https://gateway.example',
    enrolmentIdClaim: 'enrolment_id',
  };

  it('has the issuers whose tokens are taken, none by default', () => {
    assert.deepEqual(readConfiguration(COMPLETE).oidcIssuers, []);
    const list = [{ ...ISSUER, scopes: { sell: ['trade'] } }];
    const given = { ...COMPLETE, GATEWAY_OIDC_ISSUERS: JSON.stringify(list) };
    assert.deepEqual(readConfiguration(given).oidcIssuers, list);
  });

  for (const [what, issuers] of Object.entries({
    'that are no JSON': 'https://id.example',
    'that are no list': JSON.stringify(ISSUER),
    'without an audience': JSON.stringify([{ ...ISSUER, audience: undefined }]),
    'over a connection that anybody could change': JSON.stringify([
      { ...ISSUER, issuer: 'http://id.example' },
    ]),
    'that come twice': JSON.stringify([ISSUER, ISSUER]),
    'with a scope that does not exist': JSON.stringify([{ ...ISSUER, scopes: { sell: ['sell'] } }]),
  }))
    it(`is refused with issuers ${what}`, () => {
      assert.match(
        problems({ ...COMPLETE, GATEWAY_OIDC_ISSUERS: issuers }),
        /GATEWAY_OIDC_ISSUERS[.a-z0-9]*: /,
      );
    });

  it('names all problems at once', () => {
    const text = problems({ ...COMPLETE, GATEWAY_PORT: 'x', GATEWAY_DATA_DIR: undefined });
    assert.match(text, /GATEWAY_PORT/);
    assert.match(text, /GATEWAY_DATA_DIR/);
  });

  it('is documented variable by variable', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/gateway.md'), 'utf8');
    for (const { name, meaning, required, fallback } of describeConfiguration()) {
      const value = fallback ?? (required ? 'required' : '');
      assert.ok(
        page.includes(
          `| \`${name}\` | ${value === '' || value === 'required' ? value : `\`${value}\``} | ${meaning} |`,
        ),
        `${name} is not in docs/gateway.md as: | \`${name}\` | ${value} | ${meaning} |`,
      );
    }
  });
});
