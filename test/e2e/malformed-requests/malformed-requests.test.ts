/** Whatever is sent to a gateway: it answers a problem with a code, and stays up. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { runningNetwork } from '../../network/running-network.ts';
import { Market } from '../market.ts';
import { Examples, type JsonSchema, type OpenApiDocument, type Parameter } from './json-schema.ts';
import { mutationsOf } from './mutations.ts';
import { Prober, type Answer, type Body, type Probe } from './prober.ts';
import { sendRaw } from './raw-http.ts';

/** Largest body of the routes that take most. */
const OVER_EVERY_LIMIT = 300_000;
/** As deep as fits into a body that is not too large. */
const DEEP = 45_000;

interface Route {
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly schema: JsonSchema;
}

describe('malformed requests', function () {
  this.timeout(240_000);
  let network: Consortium;
  let market: Market;
  let document: OpenApiDocument;
  let examples: Examples;
  /** As somebody who may read everything and write nothing. */
  let prober: Prober;
  let pids: unknown;
  let routes: Route[];

  before(async () => {
    network = await runningNetwork();
    market = await Market.open(network);
    const url = market.gatewayUrl('Regulator');
    document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as OpenApiDocument;
    examples = new Examples(document);
    prober = new Prober(url, market.offices.auditor.token, document);
    pids = await gatewayProcesses();
    routes = Object.entries(document.paths).flatMap(([path, { post }]) => {
      const schema = post?.requestBody?.content['application/json']?.schema;
      return schema === undefined ? [] : [{ path, parameters: post?.parameters ?? [], schema }];
    });
    assert.ok(routes.length > 40);
  });

  after(() => {
    console.log(`      ${prober.sent} requests`);
  });

  it('POST: an example of every body is well-formed', async () => {
    // Whoever asks for a new key gets it; nothing else is done for somebody of this role.
    const harmless = routes.filter(({ path }) => path !== '/v1/key-rotations');
    const probes = harmless.flatMap((route) =>
      bodiesOf(route).map((example) => ({ path: filled(route), body: JSON.stringify(example) })),
    );
    const answers = await prober.sendAll(probes);
    // `none`: done, for what everybody may do.
    const understood = ['NOT_AUTHORISED', 'NOT_FOUND', 'none'];
    assert.deepEqual(
      answers.filter(({ answer }) => !understood.includes(answer.code)),
      [],
    );
  });

  it('POST: a body that is wrong in any one place is REQUEST_MALFORMED', async () => {
    const probes = routes.flatMap((route) =>
      bodiesOf(route).flatMap((example) =>
        mutationsOf(example, route.schema, document).map(({ what, json }) => ({
          what,
          path: filled(route),
          body: json,
        })),
      ),
    );
    assert.ok(probes.length > 2000, `${probes.length} bodies`);
    assertAll(await prober.sendAll(probes), { status: 400, code: 'REQUEST_MALFORMED' });
  });

  for (const [what, body] of Object.entries<Body>({
    'ends early': '{"',
    'is none': 'units: 1',
    'holds what JavaScript alone would read': '{"units": NaN}',
    'has a comma too many': '{"reason": "example",}',
    'is followed by another': '{}{}',
    'is null': 'null',
    'is a list': '[]',
    'is text': '"example"',
    'is a number': '1',
    'is blank': ' ',
    'is nested deeply in lists': '['.repeat(DEEP) + ']'.repeat(DEEP),
    'is nested deeply in objects': '{"a":'.repeat(DEEP / 5) + '1' + '}'.repeat(DEEP / 5),
    'is UTF-16': Buffer.from('{"reason":"example"}', 'utf16le'),
    'is not UTF-8': Buffer.from([...Buffer.from('{"reason":"'), 0xff, 0xc0, ...Buffer.from('"}')]),
    'is compressed without a word': Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
  })) {
    it(`POST: JSON that ${what} is REQUEST_MALFORMED`, async () => {
      const probes = routes.map((route) => ({ path: filled(route), body }));
      assertAll(await prober.sendAll(probes), { status: 400, code: 'REQUEST_MALFORMED' });
    });
  }

  it('POST: a body over the limit is BODY_TOO_LARGE, whether or not its length is told', async () => {
    const body = JSON.stringify({ reason: 'e'.repeat(OVER_EVERY_LIMIT) });
    const probes = routes.flatMap((route) => [
      { path: filled(route), body },
      { path: filled(route), body: new Blob([body]).stream() },
    ]);
    assertAll(await prober.sendAll(probes), { status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('POST: another content type, character set or encoding is CONTENT_TYPE_UNSUPPORTED', async () => {
    const types = ['text/plain', 'application/xml', 'application/json; charset=iso-8859-1', 'json', ''];
    const headers: Probe['headers'][] = [
      ...types.map((type) => ({ 'content-type': type })),
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-encoding': 'gzip' },
      { 'content-encoding': 'br' },
    ];
    const probes = routes.flatMap((route) =>
      headers.map((given) => ({ path: filled(route), body: '{}', headers: given })),
    );
    assertAll(await prober.sendAll(probes), { status: 415, code: 'CONTENT_TYPE_UNSUPPORTED' });
  });

  it('POST: a missing or impossible Idempotency-Key is IDEMPOTENCY_KEY_MISSING', async () => {
    const keys = [undefined, '', ' ', 'k'.repeat(81), 'k k', 'k/k', 'k\u00e9', 'k, k'];
    const probes = routes.flatMap((route) =>
      keys.map((key) => ({ path: filled(route), body: '{}', headers: { 'idempotency-key': key } })),
    );
    assertAll(await prober.sendAll(probes), { status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
  });

  describe('tokens', () => {
    const everyRoute = (authorization: string | undefined): Probe[] =>
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { parameters = [] }]) => ({
          method: method.toUpperCase(),
          path: filled({ path, parameters }),
          headers: { authorization },
          ...(method === 'post' && { body: '{}' }),
        })),
      );

    it('without one every route is TOKEN_MISSING', async () => {
      assertAll(await prober.sendAll(everyRoute(undefined)), { status: 401, code: 'TOKEN_MISSING' });
    });

    it('what is no token of this organisation is TOKEN_INVALID', async () => {
      const good = market.offices.auditor.token;
      const [header = '', payload = '', signature = ''] = good.split('.');
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const claims = () =>
        new SignJWT({ scope: 'commonwatt' })
          .setIssuer('urn:commonwatt:RegulatorMSP')
          .setAudience('RegulatorMSP')
          .setSubject('auditor')
          .setExpirationTime('1h');
      const unsigned = new UnsecuredJWT({ scope: 'commonwatt' })
        .setIssuer('urn:commonwatt:RegulatorMSP')
        .setAudience('RegulatorMSP')
        .setSubject('auditor')
        .setExpirationTime('1h')
        .encode();
      const isWrong = {
        'of another organisation': `Bearer ${market.offices.riverside.token}`,
        expired: `Bearer ${await network.token('Regulator', 'auditor', { ttlSec: -60 })}`,
        'signed by another key': `Bearer ${await claims().setProtectedHeader({ alg: 'ES256' }).sign(privateKey)}`,
        'signed by a secret': `Bearer ${await claims()
          .setProtectedHeader({ alg: 'HS256' })
          .sign(Buffer.from('secret'.repeat(8)))}`,
        unsigned: `Bearer ${unsigned}`,
        'with its signature cut off': `Bearer ${header}.${payload}.`,
        'with its claims changed': `Bearer ${header}.${payload.slice(0, -4)}AAAA.${signature}`,
        'with another signature': `Bearer ${header}.${payload}.${'A'.repeat(86)}`,
        'of no parts': 'Bearer example',
        'of odd characters': 'Bearer ex ample',
        'too long': `Bearer ${'e'.repeat(8000)}`,
        'of another scheme': `Basic ${Buffer.from('auditor:secret').toString('base64')}`,
        'of no scheme': good,
        empty: 'Bearer',
      };
      const routesOnce = [
        { method: 'GET', path: '/v1/accounts' },
        { path: '/v1/activations', body: '{}' },
      ];
      const probes = Object.entries(isWrong).flatMap(([what, authorization]) =>
        routesOnce.map((probe) => ({ ...probe, what, headers: { authorization } })),
      );
      assertAll(await prober.sendAll(probes), { status: 401, code: 'TOKEN_INVALID' });
      assertAll(await prober.sendAll(everyRoute(isWrong['of another organisation'])), {
        status: 401,
        code: 'TOKEN_INVALID',
      });
    });

    it('one for somebody whom the gateway does not know is IDENTITY_UNKNOWN', async () => {
      const authorization = `Bearer ${await network.token('Regulator', 'nobody-at-all')}`;
      const answer = await prober.send({
        method: 'GET',
        path: '/v1/accounts',
        headers: { authorization },
      });
      assert.deepEqual(answer, { status: 401, code: 'IDENTITY_UNKNOWN' });
    });

    it('one for the delivery of readings opens nothing else', async () => {
      const scope = 'readings:write';
      const authorization = `Bearer ${await network.token('Regulator', 'auditor', { scope })}`;
      const open = ['/v1/readings', '/v1/operations/', '/head'];
      const closed = everyRoute(authorization).filter(
        ({ method, path }) => method === 'POST' || !open.some((part) => path.includes(part)),
      );
      const deliveries = ['/v1/readings', '/v1/readings/imports'];
      const others = closed.filter(({ method, path }) => !(method === 'POST' && deliveries.includes(path)));
      assertAll(await prober.sendAll(others), { status: 403, code: 'SCOPE_MISSING' });
    });
  });

  describe('paths, methods and parameters', () => {
    it('a method that a path does not take is METHOD_NOT_ALLOWED', async () => {
      const probes = Object.entries(document.paths).flatMap(([path, { get, post }]) => {
        const methods = [
          'PUT',
          'PATCH',
          'DELETE',
          'OPTIONS',
          ...(get ? [] : ['GET']),
          ...(post ? [] : ['POST']),
        ];
        const parameters = get?.parameters ?? post?.parameters ?? [];
        return methods.map((method) => ({ method, path: filled({ path, parameters }) }));
      });
      assertAll(await prober.sendAll(probes), { status: 405, code: 'METHOD_NOT_ALLOWED' });
    });

    it('a path that there is not is ROUTE_NOT_FOUND', async () => {
      const paths = [
        '/',
        '/v1',
        '/v2/accounts',
        '/v1/account',
        '/v1/accounts/a/b/c',
        '/v1//accounts',
        '/v1/accounts/%2e%2e/tokens/x',
        '/v1/__proto__',
        '/v1/constructor',
        '/.env',
        '/console',
        '/v1/payments/a/captures',
      ];
      const probes = paths.flatMap((path) => ['GET', 'POST', 'DELETE'].map((method) => ({ method, path })));
      assertAll(await prober.sendAll(probes), { status: 404, code: 'ROUTE_NOT_FOUND' });
    });

    it('an id that cannot be one is REQUEST_MALFORMED', async () => {
      const wrong = ['!', '%00', '%0a', '%20', '%F0%9F%94%A5', '%ff', '%c3%28', '%', '%zz', 'e'.repeat(2000)];
      const probes = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { parameters = [] }]) => {
          const names = parameters.filter((parameter) => parameter.in === 'path');
          return names.flatMap(({ name }) =>
            wrong.map((value) => ({
              method: method.toUpperCase(),
              path: filled({ path: path.replace(`{${name}}`, value), parameters }),
              ...(method === 'post' && { body: '{}' }),
            })),
          );
        }),
      );
      const answers = await prober.sendAll(probes);
      // What an operation or a statement may be called is not told by its form alone.
      const isFree = ({ path }: Probe) => /^\/v1\/(operations|statements)\//.test(path);
      assertAll(
        answers.filter((probe) => !isFree(probe)),
        { status: 400, code: 'REQUEST_MALFORMED' },
      );
      for (const { path, answer } of answers.filter(isFree))
        assert.ok(
          ['REQUEST_MALFORMED', 'COMMAND_MALFORMED', 'NOT_FOUND'].includes(answer.code),
          `${path}: ${answer.code}`,
        );
    });

    it('a query that is not documented, or comes twice, is REQUEST_MALFORMED', async () => {
      const everywhere = [
        'surplus=1',
        '__proto__=1',
        'min-block=-1',
        'min-block=x',
        'min-block=1.5',
        'min-block=1&min-block=2',
      ];
      const ofCommands = ['wait=forever', 'wait=', 'wait=commit&wait=commit', 'wait[]=commit'];
      const ofLists = [
        'limit=0',
        'limit=-1',
        'limit=1e9',
        'limit=99999',
        'limit=x',
        'limit=1&limit=2',
        'sort=up',
        'sort=position&sort=-position',
        'fields=no.such',
        'fields=',
        'after=',
      ];
      const probes = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) => {
          // A body of another media type is looked at first.
          if (requestBody !== undefined && !('application/json' in requestBody.content)) return [];
          const has = (name: string) => parameters.some((parameter) => parameter.name === name);
          const queries = [
            ...everywhere,
            ...(has('wait') ? ofCommands : []),
            ...(has('limit') ? ofLists : []),
          ];
          return queries.map((query) => ({
            method: method.toUpperCase(),
            path: `${filled({ path, parameters })}?${query}`,
            ...(method === 'post' && { body: '{}' }),
          }));
        }),
      );
      assertAll(await prober.sendAll(probes), { status: 400, code: 'REQUEST_MALFORMED' });
    });

    it('a cursor that the list did not make is CURSOR_INVALID', async () => {
      const noText = ['x', 'AAAA', '%00'];
      const noPosition = ['-1', Buffer.from('[1]').toString('base64url'), 'e'.repeat(400)];
      // Balances are in the order of their accounts: any text has a place there.
      const byAccount = ['/v1/balances', '/v1/certificate-balances'];
      const lists = Object.entries(document.paths).filter(([, { get }]) =>
        get?.parameters?.some(({ name }) => name === 'limit'),
      );
      const probes = lists.flatMap(([path]) =>
        [...noText, ...(byAccount.includes(path) ? [] : noPosition)].map((cursor) => ({
          method: 'GET',
          path: `${path}?after=${cursor}`,
        })),
      );
      assert.ok(probes.length > 100);
      assertAll(await prober.sendAll(probes), { status: 400, code: 'CURSOR_INVALID' });
    });
  });

  it('commands that are well-formed and absurd are refused with the code of what is wrong', async () => {
    const { buyer, riverside, treasurer, registrar } = market.offices;
    const scheme = await market.addScheme();
    const ref = { id: scheme.id, version: scheme.version };
    const unknown = 'E'.repeat(43);
    const most = '9'.repeat(30);
    const tomorrow = Math.floor(Date.now() / 1000) + 86_400;
    const evidenceHash = unknown;
    const offer = { scheme: ref, units: 1_000_000_000_000, price: 2_147_483_648, expiresAt: tomorrow };
    const absurd = [
      [
        buyer,
        '/v1/payments',
        { outputs: [{ account: riverside.account, amount: most }] },
        'FUNDS_INSUFFICIENT',
      ],
      [buyer, '/v1/payments', { outputs: [{ account: 'NobodyMSP/nobody', amount: '1' }] }, null],
      [
        buyer,
        '/v1/holds',
        { payee: riverside.account, amount: most, expiresAt: tomorrow },
        'FUNDS_INSUFFICIENT',
      ],
      [buyer, '/v1/offers', offer, 'HOLDING_CHANGED'],
      [buyer, '/v1/offers', { ...offer, scheme: { id: 'NONE', version: 1 } }, null],
      [buyer, `/v1/offers/${unknown}/acceptances`, { units: 1_000_000_000_000 }, 'NOT_FOUND'],
      [buyer, `/v1/offers/${unknown}/bids`, { units: 1, price: 1, expiresAt: 253_402_300_799 }, 'NOT_FOUND'],
      [buyer, `/v1/bids/${unknown}/acceptances`, {}, 'NOT_FOUND'],
      [buyer, `/v1/holds/${unknown}/captures`, { amount: most }, 'NOT_FOUND'],
      [
        buyer,
        '/v1/transfers',
        { scheme: ref, to: riverside.account, units: 1_000_000_000_000 },
        'HOLDING_CHANGED',
      ],
      [
        buyer,
        '/v1/retirements',
        { scheme: ref, units: 1_000_000_000_000, purpose: 'x', period: { start: 0, end: 253_402_300_799 } },
        'HOLDING_CHANGED',
      ],
      [riverside, '/v1/issuances', { device: 'no-such-device', scheme: ref }, 'NOT_FOUND'],
      [
        treasurer,
        '/v1/proposals',
        { evidenceHash, subject: { kind: 'burn', coins: [`${unknown}.0`] } },
        'COIN_NOT_FOUND',
      ],
      [
        treasurer,
        '/v1/proposals',
        { evidenceHash, subject: { kind: 'mint', account: 'NobodyMSP/nobody', amount: most } },
        null,
      ],
      [registrar, `/v1/proposals/${unknown}/confirmations`, {}, 'NOT_FOUND'],
      [registrar, '/v1/organisations/NobodyMSP/suspensions', { reason: 'x' }, 'NOT_FOUND'],
      [registrar, '/v1/organisations/RegulatorMSP/suspensions', { reason: 'x' }, 'ORGANISATION_KIND_FIXED'],
      [registrar, '/v1/accounts/NobodyMSP/nobody/suspensions', { reason: 'x' }, 'ACCOUNT_NOT_FOUND'],
    ] as const;
    await Promise.all(
      absurd.map(async ([party, path, body, expected]) => {
        const organisation = party.account.split('/')[0]?.replace('MSP', '') ?? '';
        const own = new Prober(market.gatewayUrl(organisation), party.token, document);
        const answer = await own.send({ path: `${path}?wait=commit`, body: JSON.stringify(body) });
        assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`);
        if (expected !== null) assert.equal(answer.code, expected, path);
      }),
    );
  });

  it('what is hardly HTTP is refused by a problem, or cut off', async () => {
    const { host, port } = new URL(market.gatewayUrl('Regulator'));
    const start = `POST /v1/activations HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${market.offices.auditor.token}\r\nIdempotency-Key: raw\r\nContent-Type: application/json\r\n`;
    const requests = {
      'no request': 'example\r\n\r\n',
      'another protocol': 'GET / SPDY/9\r\n\r\n',
      'an unknown method': `EXAMPLE /v1/accounts HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
      'a header without a name': `${start}: example\r\n\r\n`,
      'a header with NUL': `${start}X-Example: a\u0000b\r\n\r\n`,
      'headers that are too large': `${start}X-Example: ${'e'.repeat(40_000)}\r\n\r\n`,
      'a length that is no number': `${start}Content-Length: many\r\n\r\n{}`,
      'two lengths': `${start}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      'a length and chunks': `${start}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      'a chunk of no size': `${start}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
      TLS: '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
    };
    for (const [what, request] of Object.entries(requests)) {
      const answer = await sendRaw(Number(port), request);
      assert.match(answer, /^HTTP\/1\.1 4[0-9]{2} /, what);
      assert.match(answer, /\r\ncontent-type: application\/problem\+json/i, what);
      assert.match(answer, /"code":"REQUEST_MALFORMED"/, what);
    }
    const unfinished = await sendRaw(Number(port), `${start}Content-Length: 100\r\n\r\n{`, { hangUp: true });
    assert.ok(unfinished === '' || unfinished.startsWith('HTTP/1.1 4'), unfinished);
  });

  it('afterwards every gateway is the process that it was, and ready', async () => {
    assert.deepEqual(await gatewayProcesses(), pids);
    for (const { name, gateway } of network.endpoints())
      assert.equal((await fetch(`${gateway}/readyz`)).status, 200, name);
  });

  async function gatewayProcesses(): Promise<Record<string, number | undefined>> {
    const { nodes } = await network.status();
    return Object.fromEntries(
      nodes.filter(({ type }) => type === 'gateway').map(({ node, pid }) => [node, pid]),
    );
  }

  function bodiesOf({ schema }: Route): unknown[] {
    return examples.of(schema);
  }

  /** The path with an example for each of its parameters. */
  function filled({ path, parameters }: Pick<Route, 'path' | 'parameters'>): string {
    return parameters
      .filter((parameter) => parameter.in === 'path')
      .reduce((text, { name, schema }) => {
        const [example] = examples.of(schema);
        return text.replace(`{${name}}`, String(example));
      }, path);
  }
});

/** All of them were answered so; shows those that were not. */
function assertAll(sent: readonly (Probe & { readonly answer: Answer })[], expected: Answer): void {
  const others = sent.filter(
    ({ answer }) => answer.status !== expected.status || answer.code !== expected.code,
  );
  const shown = others.slice(0, 20).map(({ method, path, body, headers, answer, ...rest }) => ({
    ...rest,
    request: `${method ?? 'POST'} ${path}`,
    headers,
    body: typeof body === 'string' ? body.slice(0, 300) : body,
    answer,
  }));
  assert.deepEqual(shown, [], `${others.length} of ${sent.length} were answered otherwise`);
}
