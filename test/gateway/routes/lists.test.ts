import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CommonwattClient } from '@commonwatt/client';
import { CSV_CONTENT } from '../../../gateway/src/routes/endpoint.ts';
import { header, record } from '../../../gateway/src/routes/csv.ts';
import { EXPORT_PAGE } from '../../../gateway/src/routes/csv-export.ts';
import { ENDPOINTS } from '../../../gateway/src/routes/index.ts';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { enrolmentIdOf, mint, newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const AMOUNTS = ['7', '1000', '30', '7', '200', '30', '1'];

describe('a list over HTTP', function () {
  this.timeout(120_000);
  let consortium: MemoryConsortium;
  let account: string;
  let member: CommonwattClient;
  let token: string;

  before(async () => {
    consortium = await sharedConsortium();
    [account = ''] = await newMembers(consortium, 1);
    for (const amount of AMOUNTS) await mint(consortium, account, amount);
    member = await consortium.riverside.client(enrolmentIdOf(account));
    token = await consortium.riverside.token(enrolmentIdOf(account));
  });

  function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const url = `${consortium.riverside.url}/v1${path}`;
    return fetch(url, { headers: { Authorization: `Bearer ${token}`, ...headers } });
  }

  async function amounts(sort: 'amount' | '-amount', limit: number): Promise<string[]> {
    const found: string[] = [];
    for await (const coin of member.all('/v1/coins', { query: { sort, limit } })) found.push(coin.amount);
    return found;
  }

  it('is in the order asked for, whatever the size of its pages', async () => {
    const ascending = AMOUNTS.toSorted((a, b) => Number(a) - Number(b));
    for (const limit of [1, 2, 3, 500]) {
      assert.deepEqual(await amounts('amount', limit), ascending);
      assert.deepEqual(await amounts('-amount', limit), ascending.toReversed());
    }
  });

  it('takes a cursor of its own order only', async () => {
    const { next } = await member.get('/v1/coins', { query: { sort: 'amount', limit: 1 } });
    const after = next ?? assert.fail();
    for (const sort of ['-amount', 'position', '-position'] as const)
      assert.equal(await codeOf(member.get('/v1/coins', { query: { sort, after } })), 'CURSOR_INVALID');
    const forged = ['1e9', '1;', "1'", 5, null, '9'.repeat(41)].map((value) =>
      Buffer.from(JSON.stringify(['coins', 'asc', 'amount', 1, value])).toString('base64url'),
    );
    for (const cursor of [...forged, 'bnVsbA', Buffer.from('[1]').toString('base64url')]) {
      const query = { sort: 'amount', after: cursor } as const;
      assert.equal(await codeOf(member.get('/v1/coins', { query })), 'CURSOR_INVALID', cursor);
    }
  });

  it('can be sorted by every field that it names', async () => {
    const lists = ENDPOINTS.filter(({ query }) => 'sort' in query.shape);
    assert.ok(lists.length >= 15);
    for (const { path, query } of lists) {
      const { enum: names } = query.toJSONSchema({ io: 'input' }).properties?.sort as { enum: string[] };
      for (const sort of names) assert.equal((await get(`${path}?sort=${sort}`)).status, 200, path + sort);
      assert.equal((await get(`${path}?sort=secret`)).status, 400);
    }
  });

  it('leaves out the fields that were not asked for', async () => {
    const { items } = await member.get('/v1/coins', {
      fields: ['amount', 'state.kind'],
      query: { limit: 1 },
    });
    assert.deepEqual(items, [{ amount: '1', state: { kind: 'free' } }]);
    const [mspId = '', enrolmentId = ''] = account.split('/');
    const path = { organisation: mspId, enrolmentId };
    const one = await member.get('/v1/accounts/{organisation}/{enrolmentId}', { path, fields: ['id'] });
    assert.deepEqual(one, { id: account });
    for (const fields of ['secret', 'state.secret', 'amount.kind', '__proto__', 'constructor', 'id,,id', '.'])
      assert.equal((await get(`/coins?fields=${fields}`)).status, 400, fields);
  });

  it('answers 304 to whoever has the same already, and 200 when it has changed', async () => {
    for (const path of ['/coins', `/accounts/${account}`, '/openapi.json']) {
      const first = await get(path);
      const tag = first.headers.get('etag') ?? '';
      assert.match(tag, /^W\/"[A-Za-z0-9_-]{43}"$/);
      const again = await get(path, { 'If-None-Match': `"other", ${tag}` });
      assert.equal(again.status, 304, path);
      assert.equal(await again.text(), '');
    }
    const tag = (await get('/coins')).headers.get('etag') ?? '';
    await mint(consortium, account, '50');
    await member.get('/v1/coins', {});
    const changed = await get('/coins', { 'If-None-Match': tag });
    assert.equal(changed.status, 200);
    assert.equal(changed.headers.get('cache-control'), 'private, no-cache');
  });

  it('is a whole as CSV, page behind page, with the filter, order and fields of the request', async () => {
    const manager = await consortium.riverside.client('manager');
    for (const part of ['a', 'b']) {
      const ids = Array.from({ length: (EXPORT_PAGE * 3) / 4 }, (_, n) => `csv-${part}${n}`);
      const accounts = ids.map((enrolmentId) => ({ enrolmentId, kind: 'consumer' as const }));
      await manager.command('/v1/accounts', { body: { accounts } });
    }
    const expected: string[] = [];
    const query = { kind: ['consumer'] as 'consumer'[], sort: 'position' as const };
    for await (const { id, kind } of member.all('/v1/accounts', { query })) expected.push(`${id},${kind}`);
    assert.ok(expected.length > EXPORT_PAGE);
    const path = '/accounts?kind=consumer&sort=position&limit=1&fields=id,kind';
    const response = await get(path, { Accept: CSV_CONTENT });
    assert.match(response.headers.get('content-type') ?? '', /^text\/csv/);
    assert.ok(response.headers.get('commonwatt-block'));
    assert.deepEqual((await response.text()).split('\r\n'), ['id,kind', ...expected, '']);
  });

  it('has a column for each field, also of what is not there', async () => {
    const stream = await member.csv('/v1/holdings', { query: { owner: account } });
    const [head = '', end] = (await new Response(stream).text()).split('\r\n');
    for (const name of [
      'batch',
      'scheme.id',
      'scheme.version',
      'state.kind',
      'state.offer',
      'state.retirement',
    ])
      assert.ok(head.split(',').includes(name), `${name} in ${head}`);
    assert.equal(end, '');
  });

  it('is CSV only for whoever wants it more than JSON, and problems stay problems', async () => {
    for (const accept of [
      '*/*',
      'application/json, text/csv',
      'text/html',
      'text/csv;q=0.5, application/json',
    ])
      assert.match(
        (await get('/coins', { Accept: accept })).headers.get('content-type') ?? '',
        /json/,
        accept,
      );
    const refused = await get('/coins?after=x', { Accept: CSV_CONTENT });
    assert.equal(refused.status, 400);
    assert.match(refused.headers.get('content-type') ?? '', /problem\+json/);
    const foreign = await get('/coins?owner=UtilityMSP/buyer', { Accept: CSV_CONTENT });
    assert.equal(foreign.status, 403);
  });
});

describe('CSV', () => {
  const columns = [{ path: ['a'] }, { path: ['b', 'c'] }];

  it('gives back every text that is no formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, c) => {
        const plain = [a, c].map((text) => `x${text}`);
        assert.deepEqual(parse(record(columns, { a: plain[0], b: { c: plain[1] } })), [plain]);
      }),
    );
  });

  it('lets no text be a formula of a spreadsheet', () => {
    for (const formula of ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\uFF1D1', '\n=1']) {
      const [cells] = parse(record(columns, { a: formula, b: { c: '' } }));
      assert.equal(cells?.[0], `'${formula}`);
    }
  });

  it('writes numbers as numbers, nothing as nothing, and lists as JSON', () => {
    assert.equal(record(columns, { a: -5, b: { c: '-70' } }), '-5,-70\r\n');
    assert.equal(record(columns, { a: null }), ',\r\n');
    assert.equal(record(columns, { a: [1, 'x'], b: { c: false } }), '"[1,""x""]",false\r\n');
    assert.equal(header(columns), 'a,b.c\r\n');
  });
});

/** RFC 4180. */
function parse(text: string): string[][] {
  const lines: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  let line: string[] = [];
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, content = '', end] = match;
    line.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
    if (end === '\r\n') lines.push(line);
    line = end === '\r\n' ? [] : line;
    if (cell.lastIndex === text.length) return lines;
  }
  return assert.fail(`no CSV: ${text}`);
}
