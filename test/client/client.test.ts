import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommonwattClient, Horizon, ProblemError, Unanswered, type ClientOptions } from '@commonwatt/client';

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  /** In place of JSON. */
  readonly text?: string;
}

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const PAYMENT = { outputs: [{ account: 'UtilityMSP/buyer', amount: '1' }] };
const COMMITTED = { status: 200, body: { id: 'o1', status: 'committed', result: { id: 'p1' } } };
const SILENCE = { status: 0 };
const limitedFor = (seconds: number) => ({
  status: 429,
  body: { code: 'RATE_LIMITED', detail: 'too many' },
  headers: { 'Retry-After': String(seconds) },
});
const BUSY = { status: 503, body: { code: 'UNAVAILABLE', detail: 'busy' }, headers: { 'Retry-After': '0' } };

/** A gateway that answers what the test says, one after the other, and the last for ever. */
class ScriptedGateway {
  readonly seen: Seen[] = [];
  readonly #answers: Answer[];
  readonly #server: Server;

  constructor(...answers: Answer[]) {
    this.#answers = answers;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async open(options: Partial<ClientOptions> = {}): Promise<CommonwattClient> {
    await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
    const { port } = this.#server.address() as AddressInfo;
    return new CommonwattClient({
      url: `http://localhost:${port}/`,
      token: 'secret',
      patienceMs: 5_000,
      answerMs: 500,
      ...options,
    });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    this.seen.push({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') });
    const answer = (this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0]) ?? { status: 404 };
    if (answer === SILENCE) return;
    const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(answer.status, { 'Content-Type': type, ...answer.headers });
    response.end(answer.text ?? JSON.stringify({ status: answer.status, ...answer.body }));
  }
}

describe('the client', function () {
  this.timeout(20_000);
  let gateway: ScriptedGateway | undefined;

  afterEach(() => {
    gateway?.close();
    gateway = undefined;
  });

  function answering(...answers: Answer[]): ScriptedGateway {
    return (gateway = new ScriptedGateway(...answers));
  }

  it('sends token, idempotency key and JSON, and answers the committed operation', async () => {
    const { seen, client } = await opened(COMMITTED);
    const operation = await client.command('/v1/payments', { body: PAYMENT, idempotencyKey: 'k1' });
    assert.equal(operation.result.id, 'p1');
    const [request] = seen;
    assert.equal(request?.url, '/v1/payments?wait=commit');
    assert.equal(request.headers.authorization, 'Bearer secret');
    assert.equal(request.headers['idempotency-key'], 'k1');
    assert.deepEqual(JSON.parse(request.body), PAYMENT);
  });

  async function opened(...answers: Answer[]) {
    const server = answering(...answers);
    return { seen: server.seen, client: await server.open() };
  }

  it('sends again under the same key while the gateway is busy', async () => {
    const { seen, client } = await opened(BUSY, BUSY, COMMITTED);
    await client.command('/v1/payments', { body: PAYMENT });
    assert.equal(seen.length, 3);
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
  });

  it('sends again under the same key when a limit on the account says that it may', async () => {
    const { seen, client } = await opened(limitedFor(1), COMMITTED);
    const begun = Date.now();
    await client.command('/v1/payments', { body: PAYMENT });
    assert.equal(seen.length, 2);
    assert.ok(Date.now() - begun >= 1_000, 'sent again too early');
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
  });

  for (const status of [429, 503])
    it(`throws the problem of a ${status} at once when it may only come again after patience is over`, async () => {
      const server = answering({ ...limitedFor(60), status });
      const client = await server.open({ patienceMs: 2_000 });
      const begun = Date.now();
      await assert.rejects(client.get('/v1/offers', {}), (error) => {
        assert.ok(error instanceof ProblemError);
        assert.equal(error.status, status);
        return true;
      });
      assert.equal(server.seen.length, 1);
      assert.ok(Date.now() - begun < 1_500);
    });

  it('asks for events again when a limit on the account says that it may', async () => {
    const text = 'id: 0.0.1\ndata: {"id":"0.0.1"}\n\n';
    const { seen, client } = await opened(limitedFor(1), { status: 200, text });
    const begun = Date.now();
    for await (const { id } of client.events()) {
      assert.equal(id, '0.0.1');
      break;
    }
    assert.equal(seen.length, 2);
    assert.ok(Date.now() - begun >= 1_000, 'sent again too early');
  });

  it('asks what a command would do, for chosen fields, and in an order', async () => {
    const { seen, client } = await opened({ status: 200, body: { outcome: 'done', changes: [] } });
    assert.equal((await client.dryRun('/v1/payments', { body: PAYMENT })).outcome, 'done');
    await client.get('/v1/coins', { fields: ['id', 'state.kind'], query: { sort: '-amount' } });
    assert.deepEqual(
      seen.map(({ url }) => decodeURIComponent(url)),
      ['/v1/payments?dryRun=true', '/v1/coins?sort=-amount&fields=id,state.kind'],
    );
  });

  it('makes a new key for each call', async () => {
    const { seen, client } = await opened(COMMITTED);
    await client.command('/v1/payments', { body: PAYMENT });
    await client.command('/v1/payments', { body: PAYMENT });
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 2);
  });

  it('asks again for an operation that is still pending, until it is committed', async () => {
    const { seen, client } = await opened({ status: 202, body: { id: 'o1', status: 'pending' } }, COMMITTED);
    const { result } = await client.command('/v1/payments', { body: PAYMENT });
    assert.equal(result.id, 'p1');
    assert.equal(seen.length, 2);
  });

  it('throws the problem of a refusal at once', async () => {
    const { seen, client } = await opened({
      status: 422,
      body: { code: 'FUNDS_INSUFFICIENT', detail: 'none' },
    });
    await assert.rejects(client.command('/v1/payments', { body: PAYMENT }), (error) => {
      assert.ok(error instanceof ProblemError);
      assert.equal(error.code, 'FUNDS_INSUFFICIENT');
      assert.equal(error.status, 422);
      return true;
    });
    assert.equal(seen.length, 1);
  });

  it('throws the problem of a gateway that stays busy when patience is over', async () => {
    const client = await answering(BUSY).open({ patienceMs: 500 });
    await assert.rejects(client.get('/v1/offers', {}), ProblemError);
  });

  it('throws Unanswered for a gateway that is not there', async () => {
    const nobody = new CommonwattClient({ url: 'http://localhost:1', token: 'secret', patienceMs: 300 });
    await assert.rejects(nobody.get('/v1/offers', {}), Unanswered);
  });

  it('loses patience also with a gateway whose Retry-After is no number of seconds', async () => {
    const later = { ...BUSY, headers: { 'Retry-After': 'Fri, 31 Dec 1999 23:59:59 GMT' } };
    const client = await answering(later).open({ patienceMs: 300 });
    await assert.rejects(client.get('/v1/offers', {}), ProblemError);
    assert.ok((gateway?.seen.length ?? 0) < 5);
  });

  it('sends a request again that is never answered, under the same key', async () => {
    const { seen, client } = await opened(SILENCE, COMMITTED);
    const { result } = await client.command('/v1/payments', { body: PAYMENT });
    assert.equal(result.id, 'p1');
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
  });

  it('asks for answers at least as new as any client that shares its horizon has seen', async () => {
    const horizon = new Horizon();
    const server = answering({ ...COMMITTED, headers: { 'Commonwatt-Block': '12' } });
    const client = await server.open({ horizon });
    await client.command('/v1/payments', { body: PAYMENT });
    assert.equal(horizon.block, 12);
    await client.as('other').get('/v1/offers', {});
    assert.equal(server.seen[0]?.headers['commonwatt-min-block'], undefined);
    assert.equal(server.seen[1]?.headers['commonwatt-min-block'], '12');
  });

  it('walks all pages of a list', async () => {
    const page = (ids: string[], next: string | null) => ({
      status: 200,
      body: { items: ids.map((id) => ({ id })), next },
    });
    const { seen, client } = await opened(page(['a', 'b'], 'c1'), page(['c'], null));
    const ids: string[] = [];
    for await (const { id } of client.all('/v1/offers', { query: { status: ['open', 'filled'] } }))
      ids.push(id);
    assert.deepEqual(ids, ['a', 'b', 'c']);
    assert.deepEqual(
      seen.map(({ url }) => url),
      ['/v1/offers?status=open&status=filled', '/v1/offers?status=open&status=filled&after=c1'],
    );
  });

  it('delivers readings as the bytes that they are', async () => {
    const { seen, client } = await opened(COMMITTED);
    await client.deliverReadings(Buffer.from([0, 255, 128]));
    assert.equal(seen[0]?.headers['content-type'], 'application/octet-stream');
    assert.deepEqual(Buffer.from(seen[0].body, 'latin1'), Buffer.from([0, 255, 128]));
  });

  it('escapes what it puts into a path', async () => {
    const { seen, client } = await opened({ status: 200, body: {} });
    await client.get('/v1/statements/{id}', { path: { id: 'holding/abc/0' } });
    assert.equal(seen[0]?.url, '/v1/statements/holding%2Fabc%2F0');
  });
});
