import assert from 'node:assert/strict';
import { get } from 'node:http';
import { connect } from 'node:net';
import { problemDetails } from '../../gateway/src/problem/problem.ts';
import { Tokens } from '../../gateway/src/authentication/token.ts';
import { keyToPem, newKey } from '../../fabric-ca-client/index.ts';
import type { MemoryConsortium } from './memory-consortium.ts';
import { sharedConsortium } from './shared-consortium.ts';

const LATER = Math.floor(Date.now() / 1000) + 3600;
const ACCOUNT = 'RiversideMSP/somebody';

/** A request, and the problem that it must be answered with. */
interface Case {
  readonly title: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly status: number;
  readonly code: string;
}

const output = (fields: string) => `{"outputs":[{"account":"${ACCOUNT}",${fields}}]}`;

/** Each is sent as a POST to /v1/payments with a good token and key, unless it says otherwise. */
const MALFORMED: readonly Case[] = [
  { title: 'no JSON', body: '{"outputs":', status: 400, code: 'REQUEST_MALFORMED' },
  {
    title: 'text that is no UTF-8',
    body: Buffer.from([0x22, 0xff, 0x22]),
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  { title: 'no object', body: '[]', status: 400, code: 'REQUEST_MALFORMED' },
  { title: 'null', body: 'null', status: 400, code: 'REQUEST_MALFORMED' },
  { title: 'no body', body: '', status: 400, code: 'REQUEST_MALFORMED' },
  {
    title: 'an unknown field',
    body: output('"amount":"1","note":1'),
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a field named __proto__',
    body: '{"__proto__":{},"outputs":[]}',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  { title: 'money as a number', body: output('"amount":1'), status: 400, code: 'REQUEST_MALFORMED' },
  { title: 'negative money', body: output('"amount":"-1"'), status: 400, code: 'REQUEST_MALFORMED' },
  { title: 'no money', body: output('"amount":"0"'), status: 400, code: 'REQUEST_MALFORMED' },
  { title: 'a fraction of money', body: output('"amount":"1.5"'), status: 400, code: 'REQUEST_MALFORMED' },
  {
    title: 'money beyond all measure',
    body: output(`"amount":"${'9'.repeat(31)}"`),
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'an account that is none',
    body: output('"amount":"1"').replace(ACCOUNT, '../x'),
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  { title: 'ten thousand brackets', body: '['.repeat(10_000), status: 400, code: 'REQUEST_MALFORMED' },
  {
    title: 'more outputs than a payment has',
    body: JSON.stringify({ outputs: Array.from({ length: 20 }, () => ({ account: ACCOUNT, amount: '1' })) }),
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  ...['1e400', '9007199254740993', '-1', '0', '1.5', '"1"', 'null', 'true', '1e13'].map((units) => ({
    title: `${units} units of certificates`,
    path: '/v1/transfers',
    body: `{"to":"${ACCOUNT}","scheme":{"id":"REC","version":1},"units":${units}}`,
    status: 400,
    code: 'REQUEST_MALFORMED',
  })),
  {
    title: 'units and pieces together',
    path: '/v1/transfers',
    body: `{"to":"${ACCOUNT}","scheme":{"id":"REC","version":1},"units":1,"pieces":[]}`,
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'another media type',
    headers: { 'Content-Type': 'text/plain' },
    body: '{}',
    status: 415,
    code: 'CONTENT_TYPE_UNSUPPORTED',
  },
  {
    title: 'no media type',
    headers: { 'Content-Type': '' },
    body: '{}',
    status: 415,
    code: 'CONTENT_TYPE_UNSUPPORTED',
  },
  {
    title: 'another character set',
    headers: { 'Content-Type': 'application/json; charset=latin1' },
    body: '{}',
    status: 415,
    code: 'CONTENT_TYPE_UNSUPPORTED',
  },
  {
    title: 'bytes where JSON is taken',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: '{}',
    status: 415,
    code: 'CONTENT_TYPE_UNSUPPORTED',
  },
  {
    title: 'a compressed body',
    headers: { 'Content-Encoding': 'gzip' },
    body: '{}',
    status: 415,
    code: 'CONTENT_TYPE_UNSUPPORTED',
  },
  {
    title: 'a body over the limit',
    body: `{"x":"${'x'.repeat(200_000)}"}`,
    status: 413,
    code: 'BODY_TOO_LARGE',
  },
  {
    title: 'no idempotency key',
    headers: { 'Idempotency-Key': '' },
    body: output('"amount":"1"'),
    status: 400,
    code: 'IDEMPOTENCY_KEY_MISSING',
  },
  {
    title: 'an idempotency key with blanks',
    headers: { 'Idempotency-Key': 'a b' },
    body: output('"amount":"1"'),
    status: 400,
    code: 'IDEMPOTENCY_KEY_MISSING',
  },
  {
    title: 'waiting for something else',
    path: '/v1/payments?wait=long',
    body: output('"amount":"1"'),
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'an unknown parameter',
    method: 'GET',
    path: '/v1/offers?colour=green',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a parameter twice',
    method: 'GET',
    path: '/v1/offers?seller=a&seller=b',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a page of none',
    method: 'GET',
    path: '/v1/offers?limit=0',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a page too large',
    method: 'GET',
    path: '/v1/offers?limit=501',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a page of 1e2',
    method: 'GET',
    path: '/v1/offers?limit=1e2',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a cursor of no list',
    method: 'GET',
    path: '/v1/offers?after=nonsense',
    status: 400,
    code: 'CURSOR_INVALID',
  },
  {
    title: 'a block number that is none',
    method: 'GET',
    path: '/v1/offers?min-block=-1',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a path that cannot be decoded',
    method: 'GET',
    path: '/v1/offers/%E0%A4%A',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'an id that is none',
    method: 'GET',
    path: '/v1/offers/short',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'an id of nothing',
    method: 'GET',
    path: `/v1/offers/${'x'.repeat(43)}`,
    status: 404,
    code: 'NOT_FOUND',
  },
  {
    title: 'an operation that is none',
    method: 'GET',
    path: '/v1/operations/none',
    status: 404,
    code: 'NOT_FOUND',
  },
  {
    title: 'a statement about no record',
    method: 'GET',
    path: '/v1/statements/nothing/at/all',
    status: 400,
    code: 'COMMAND_MALFORMED',
  },
  { title: 'an unknown path', method: 'GET', path: '/v1/nothing', status: 404, code: 'ROUTE_NOT_FOUND' },
  { title: 'another method', method: 'DELETE', path: '/v1/offers', status: 405, code: 'METHOD_NOT_ALLOWED' },
  {
    title: 'no readings',
    path: '/v1/readings',
    body: '{"blocks":[]}',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'a reading without a signature',
    path: '/v1/readings',
    body: '{"blocks":[{"body":"AAAA"}]}',
    status: 400,
    code: 'REQUEST_MALFORMED',
  },
  {
    title: 'bytes that are no readings',
    path: '/v1/readings',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.from([5, 1, 2]),
    status: 400,
    code: 'COMMAND_MALFORMED',
  },
  {
    title: 'more readings than a transaction takes',
    path: '/v1/readings',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.alloc(150_000, 1),
    status: 413,
    code: 'COMMAND_TOO_LARGE',
  },
];

describe('the HTTP interface', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let token: string;

  before(async () => {
    consortium = await sharedConsortium();
    token = await consortium.utility.token('buyer');
  });

  async function send({
    method = 'POST',
    path = '/v1/payments',
    headers = {},
    body,
  }: Omit<Case, 'title' | 'status' | 'code'>) {
    const standard = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'key-1',
    };
    const given = Object.entries({ ...standard, ...headers }).filter(([, value]) => value !== '');
    return fetch(new URL(consortium.utility.url + path), {
      method,
      headers: given,
      ...(body !== undefined && { body }),
    });
  }

  async function assertProblem(response: Response, status: number, code: string): Promise<void> {
    const text = await response.text();
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/, text);
    const problem = problemDetails.parse(JSON.parse(text));
    assert.deepEqual({ status: response.status, code: problem.code }, { status, code }, text);
    assert.equal(problem.status, status);
    assert.equal(problem.requestId, response.headers.get('x-request-id'));
  }

  for (const { title, status, code, ...request } of MALFORMED) {
    it(`answers ${title} with ${status} ${code}`, async () => {
      await assertProblem(await send(request), status, code);
    });
  }

  it('says where a body is wrong', async () => {
    const response = await send({ body: output('"amount":"-1"') });
    const { errors } = problemDetails.parse(await response.json());
    assert.equal(errors?.[0]?.path, 'body.outputs.0.amount');
  });

  it('answers bytes that are no HTTP with 400 REQUEST_MALFORMED', async () => {
    const { hostname, port } = new URL(consortium.utility.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const received: Buffer[] = [];
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (bytes: Buffer) => received.push(bytes));
      socket.on('error', reject).on('close', () => resolve(Buffer.concat(received).toString()));
    });
    assert.match(answer, /^HTTP\/1.1 400 /);
    assert.match(answer, /"code":"REQUEST_MALFORMED"/);
    assert.equal((await fetch(`${consortium.utility.url}/healthz`)).status, 200);
  });

  it('serves also who expects what it does not know', async () => {
    const status = await new Promise((resolve, reject) => {
      get(`${consortium.utility.url}/healthz`, { headers: { Expect: 'the-unexpected' } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });
    assert.equal(status, 200);
  });

  it('gives the request id back that the client chose', async () => {
    const response = await send({ method: 'GET', path: '/v1/offers', headers: { 'X-Request-Id': 'mine-1' } });
    assert.equal(response.headers.get('x-request-id'), 'mine-1');
  });

  it('is alive, ready, and describes itself without a token', async () => {
    for (const path of ['/healthz', '/readyz', '/v1/openapi.json']) {
      assert.equal((await fetch(consortium.utility.url + path)).status, 200, path);
    }
  });

  it('answers 202 with the operation, and where its sender alone finds it', async () => {
    const response = await send({
      path: '/v1/activations',
      headers: { 'Idempotency-Key': 'activate-1' },
      body: '{}',
    });
    assert.equal(response.status, 202);
    const operation = (await response.json()) as { id: string };
    assert.equal(response.headers.get('location'), `/v1/operations/${operation.id}`);
    const followed = await send({ method: 'GET', path: `/v1/operations/${operation.id}?wait=commit` });
    assert.equal(((await followed.json()) as { status: string }).status, 'committed');
    const Authorization = `Bearer ${await consortium.utility.token('treasurer')}`;
    const others = await send({
      method: 'GET',
      path: `/v1/operations/${operation.id}`,
      headers: { Authorization },
    });
    await assertProblem(others, 404, 'NOT_FOUND');
  });

  it('says as of which block an answer is, and waits for the block asked for', async () => {
    const response = await send({ method: 'GET', path: '/v1/offers' });
    const block = Number(response.headers.get('commonwatt-block'));
    assert.ok(block > 0);
    const same = await send({
      method: 'GET',
      path: '/v1/offers',
      headers: { 'Commonwatt-Min-Block': String(block) },
    });
    assert.equal(same.status, 200);
  });

  describe('asks for a token', () => {
    const strangers = new Tokens(keyToPem(newKey()), 'UtilityMSP');
    const unsigned = (claims: object) =>
      [{ alg: 'none', typ: 'JWT' }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    const whole = { sub: 'buyer', iss: 'urn:commonwatt:UtilityMSP', aud: 'UtilityMSP', exp: LATER };

    const cases: Record<
      string,
      { authorization: () => string | Promise<string>; status: number; code: string; path?: string }
    > = {
      'that is there': { authorization: () => '', status: 401, code: 'TOKEN_MISSING' },
      'as a bearer token': { authorization: () => 'Basic YTpi', status: 401, code: 'TOKEN_INVALID' },
      'that is one': { authorization: () => 'Bearer nonsense', status: 401, code: 'TOKEN_INVALID' },
      'that is signed': {
        authorization: () => `Bearer ${unsigned(whole)}.`,
        status: 401,
        code: 'TOKEN_INVALID',
      },
      'that is not endlessly long': {
        authorization: () => `Bearer ${'x'.repeat(5000)}`,
        status: 401,
        code: 'TOKEN_INVALID',
      },
      'of this organisation': {
        authorization: async () => `Bearer ${await consortium.riverside.token('manager')}`,
        status: 401,
        code: 'TOKEN_INVALID',
      },
      "signed by this organisation's key": {
        authorization: async () => `Bearer ${await strangers.mint({ enrolmentId: 'buyer' }, LATER)}`,
        status: 401,
        code: 'TOKEN_INVALID',
      },
      'that has not expired': {
        authorization: async () =>
          `Bearer ${await consortium.utility.services.tokens.mint({ enrolmentId: 'buyer' }, LATER - 7200)}`,
        status: 401,
        code: 'TOKEN_INVALID',
      },
      'of somebody whose key is here': {
        authorization: async () => `Bearer ${await consortium.utility.token('nobody')}`,
        status: 401,
        code: 'IDENTITY_UNKNOWN',
      },
      'whose scope covers the request': {
        authorization: async () => `Bearer ${await meterToken()}`,
        status: 403,
        code: 'SCOPE_MISSING',
      },
      "of the meter, for the meter's head": {
        authorization: async () => `Bearer ${await meterToken()}`,
        path: '/v1/devices/other-device/head',
        status: 403,
        code: 'SCOPE_MISSING',
      },
    };
    const meterToken = () =>
      consortium.utility.services.tokens.mint({ meter: { kind: 'device', id: 'some-device' } }, LATER);

    for (const [title, { authorization, status, code, path = '/v1/offers' }] of Object.entries(cases)) {
      it(`${title}: ${status} ${code}`, async () => {
        const response = await send({
          method: 'GET',
          path,
          headers: { Authorization: await authorization() },
        });
        await assertProblem(response, status, code);
        assert.equal(response.headers.has('www-authenticate'), status === 401);
      });
    }
  });
});
