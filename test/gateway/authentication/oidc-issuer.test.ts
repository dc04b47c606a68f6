import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportSPKI, SignJWT, type JWTPayload } from 'jose';
import { createApp } from '../../../gateway/src/app.ts';
import { Credentials } from '../../../gateway/src/authentication/credentials.ts';
import { OidcIssuer, type OidcTimes } from '../../../gateway/src/authentication/oidc-issuer.ts';
import type { OidcSettings } from '../../../gateway/src/authentication/oidc-settings.ts';
import { Authentication } from '../../../gateway/src/authentication/principal.ts';
import { createHttpServer } from '../../../gateway/src/http-server.ts';
import { silent } from '../fabric/stub-ledger.ts';
import { sharedConsortium } from '../shared-consortium.ts';
import { newSigningKey, OidcServer, type SigningKey } from './oidc-server.ts';

const MANAGER = { enrolmentId: 'manager', scopes: ['read'] };
const NOW = Math.floor(Date.now() / 1000);
/** Everything is asked for anew at once. */
const IMPATIENT: OidcTimes = { answerMs: 1000, keysMs: 600_000, cooldownMs: 0 };

describe('tokens of an OpenID Connect issuer', function () {
  this.timeout(60_000);
  let server: OidcServer;

  before(async () => {
    server = await OidcServer.open();
  });
  after(() => server.close());
  afterEach(() => {
    server.restore();
    server.enrolmentId = 'manager';
  });

  function issuer(changes: Partial<OidcSettings> = {}, times: OidcTimes = IMPATIENT): OidcIssuer {
    const { issuer: name, audience } = server;
    return new OidcIssuer({ issuer: name, audience, enrolmentIdClaim: 'enrolment_id', ...changes }, times);
  }

  /** What the issuer might have signed, or somebody in its place. */
  function forged(claims: JWTPayload, { key = server.key }: { key?: SigningKey } = {}): Promise<string> {
    const { issuer: iss, audience: aud } = server;
    return new SignJWT({ iss, aud, exp: NOW + 60, enrolment_id: 'manager', scope: 'read', ...claims })
      .setProtectedHeader({ alg: key.alg, kid: key.kid })
      .sign(key.privateKey);
  }

  const refused = { code: 'TOKEN_INVALID', status: 401 };
  const unavailable = { code: 'ISSUER_UNAVAILABLE', status: 503 };

  it('name the account by a claim, and its scopes', async () => {
    const token = await server.token({ scope: 'read trade profile' });
    assert.deepEqual(await issuer().verify(token), { enrolmentId: 'manager', scopes: ['read', 'trade'] });
    assert.deepEqual(await issuer().verify(await forged({})), MANAGER);
  });

  it('have the scopes that theirs are mapped to, and none of their own then', async () => {
    const mapped = issuer({ scopes: { 'energy:sell': ['trade', 'read'], profile: [] } });
    const token = await server.token({ scope: 'energy:sell profile trade' });
    assert.deepEqual((await mapped.verify(token)).scopes, ['trade', 'read']);
    assert.deepEqual((await mapped.verify(await forged({ scope: 'constructor __proto__' }))).scopes, []);
  });

  it('without scopes have none; a list named scp counts as well', async () => {
    assert.deepEqual((await issuer().verify(await forged({ scope: undefined }))).scopes, []);
    const listed = await forged({ scope: undefined, scp: ['read', 'manage'] });
    assert.deepEqual((await issuer().verify(listed)).scopes, ['read', 'manage']);
  });

  for (const alg of ['RS256', 'PS256', 'ES384', 'EdDSA'])
    it(`may be signed by ${alg}`, async () => {
      const before = server.key;
      server.rotate(await newSigningKey(`by ${alg}`, alg));
      assert.deepEqual(await issuer().verify(await forged({})), MANAGER);
      server.rotate(before);
    });

  const wrong: Record<string, () => Promise<string>> = {
    'for another audience': () => server.token({ audience: 'urn:another:service' }),
    'of another issuer': () => forged({ iss: 'https://issuer.example' }),
    'that have expired': () => forged({ exp: NOW - 6 }),
    'that never expire': () => forged({ exp: undefined }),
    'of the future': () => forged({ nbf: NOW + 60 }),
    'that name nobody': () => forged({ enrolment_id: undefined }),
    'that name a meter': () => forged({ enrolment_id: 'device.some-device' }),
    'that name a path': () => forged({ enrolment_id: '../manager' }),
    'that name a list': () => forged({ enrolment_id: ['manager'] }),
    'that are bound to a key': () => forged({ cnf: { jkt: 'x' } }),
    'of a key under the same name': async () => forged({}, { key: await newSigningKey('first') }),
    'of an unknown key': async () => forged({}, { key: await newSigningKey('unknown') }),
    'that are altered': async () => {
      const [head = '', , signature = ''] = (await forged({})).split('.');
      const body = { iss: server.issuer, aud: server.audience, exp: NOW + 60, enrolment_id: 'gateway' };
      return [head, Buffer.from(JSON.stringify(body)).toString('base64url'), signature].join('.');
    },
    'without a signature': async () => {
      const [, body = ''] = (await forged({})).split('.');
      return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    },
    'whose MAC is made with the public key': async () => {
      const secret = Buffer.from(await exportSPKI(server.key.publicKey));
      const { issuer: iss, audience: aud, key } = server;
      return new SignJWT({ iss, aud, exp: NOW + 60, enrolment_id: 'manager' })
        .setProtectedHeader({ alg: 'HS256', kid: key.kid })
        .sign(secret);
    },
  };
  for (const [what, token] of Object.entries(wrong))
    it(`${what} are refused`, async () => {
      await assert.rejects(issuer().verify(await token()), refused);
    });

  it('are taken within five seconds of their time, whatever the clocks say', async () => {
    const now = Math.floor(Date.now() / 1000);
    await issuer().verify(await forged({ exp: now - 3, nbf: now + 3 }));
  });

  it('are taken after the issuer has changed its key, and those of the old key no more', async () => {
    const checking = issuer();
    const before = await server.token();
    await checking.verify(before);
    const old = server.key;
    server.rotate(await newSigningKey('second', 'RS256'));
    assert.deepEqual(await checking.verify(await server.token()), MANAGER);
    await assert.rejects(checking.verify(before), refused);
    server.rotate(old);
  });

  it('do not make the gateway ask for keys more than once in a while', async () => {
    const patient = issuer({}, { ...IMPATIENT, cooldownMs: 60_000 });
    await patient.verify(await server.token());
    server.asked.length = 0;
    const unknown = await newSigningKey('unknown');
    for (let count = 0; count < 5; count += 1)
      await assert.rejects(patient.verify(await forged({}, { key: unknown })), refused);
    await patient.verify(await forged({}));
    assert.deepEqual(server.asked, []);
  });

  it('cannot be judged while the issuer is away, and can when it is back', async () => {
    const token = await server.token();
    const checking = issuer();
    server.replace((_request, response) => response.writeHead(502).end());
    await assert.rejects(checking.verify(token), unavailable);
    server.replace((request) => request.socket.destroy());
    await assert.rejects(checking.verify(token), unavailable);
    server.restore();
    await checking.verify(token);
    server.replace((_request, response) => response.writeHead(502).end());
    await checking.verify(token);
    const unknown = await newSigningKey('unknown');
    await assert.rejects(checking.verify(await forged({}, { key: unknown })), unavailable);
  });

  it('are not waited for longer than a while, nor asked about again at once', async () => {
    const token = await server.token();
    const checking = issuer({}, { answerMs: 200, keysMs: 600_000, cooldownMs: 60_000 });
    server.asked.length = 0;
    server.replace(() => undefined);
    for (let count = 0; count < 3; count += 1) await assert.rejects(checking.verify(token), unavailable);
    assert.deepEqual(server.asked, ['/.well-known/openid-configuration']);
  });

  for (const [what, description] of Object.entries({
    'describes another issuer': { issuer: 'https://issuer.example', jwks_uri: 'https://issuer.example/jwks' },
    'names no keys': {},
    'has its keys where anybody could change them': { jwks_uri: 'http://issuer.example/jwks' },
    'has its keys elsewhere, where none are': { jwks_uri: 'http://localhost:1/jwks' },
  }))
    it(`cannot be judged when the issuer ${what}`, async () => {
      const token = await server.token();
      server.replace((_request, response) =>
        response.end(JSON.stringify({ issuer: server.issuer, ...description })),
      );
      await assert.rejects(issuer().verify(token), unavailable);
    });

  it('are fetched from where the issuer is, and nowhere else', async () => {
    const token = await server.token();
    server.replace((_request, response) =>
      response.writeHead(302, { location: 'http://localhost:1/' }).end(),
    );
    await assert.rejects(issuer().verify(token), unavailable);
  });

  describe('at a gateway', () => {
    let gateway: Server;
    let url: string;

    before(async () => {
      const { services } = (await sharedConsortium()).riverside;
      const credentials = new Credentials({
        tokens: services.tokens,
        apiKeys: { verify: () => assert.fail('this is no API key') },
        issuers: new Map([[server.issuer, issuer()]]),
      });
      const authentication = new Authentication(credentials, services.ledger.wallet, 'RiversideMSP');
      gateway = createHttpServer(createApp({ ...services, authentication }, silent));
      await new Promise<void>((resolve) => gateway.listen(0, 'localhost', resolve));
      url = `http://localhost:${(gateway.address() as AddressInfo).port}`;
    });
    after(() => {
      gateway.closeAllConnections();
      gateway.close();
    });

    async function answerTo(token: string, path = '/v1/offers', method = 'GET') {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'k' };
      const response = await fetch(`${url}${path}`, { method, headers });
      const { code } = (await response.json()) as { code?: string };
      return { status: response.status, code, retryAfter: response.headers.get('retry-after') };
    }

    it('open what their scopes open', async () => {
      const token = await server.token({ scope: 'read' });
      assert.equal((await answerTo(token)).status, 200);
      assert.equal((await answerTo(token, '/v1/payments', 'POST')).code, 'SCOPE_MISSING');
    });

    it('go beside those of the development issuer', async () => {
      const own = await (await sharedConsortium()).riverside.token('manager');
      assert.equal((await answerTo(own)).status, 200);
      const foreign = await (await sharedConsortium()).utility.token('buyer');
      assert.equal((await answerTo(foreign)).code, 'TOKEN_INVALID');
      assert.equal((await answerTo(await forged({ iss: 'https://issuer.example' }))).code, 'TOKEN_INVALID');
    });

    it('are unknown identities when the gateway has none of that name', async () => {
      server.enrolmentId = 'nobody-here';
      assert.equal((await answerTo(await server.token())).code, 'IDENTITY_UNKNOWN');
    });

    it('are answered by 503 while the issuer is away, to come again', async () => {
      const unknown = await forged({}, { key: await newSigningKey('unknown') });
      server.replace((request) => request.socket.destroy());
      const { status, code, retryAfter } = await answerTo(unknown);
      assert.deepEqual([status, code], [503, 'ISSUER_UNAVAILABLE']);
      assert.notEqual(retryAfter, null);
    });
  });
});
