import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { CommonwattClient } from '@commonwatt/client';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { newMembers } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const DAY_SEC = 86_400;
const HOUR_SEC = 3600;
const COLLECTOR = 'RiversideMSP/collector';
const HEADER = 'subject,start,interval,register,value,quality';
const CSV = 'text/csv';
const XML = 'application/xml';

interface Receipt {
  subject: string;
  start: number;
  end: number;
  verdict: string;
  sequence?: number;
  code?: string;
  detail?: string;
  rejected?: Record<string, string>[];
}

describe('imports of readings', function () {
  this.timeout(120_000);
  let consortium: MemoryConsortium;
  let token: string;
  let collector: CommonwattClient;
  let manager: CommonwattClient;
  let owner: string;
  let points = 0;
  let imports = 0;
  const firstDay = (Math.floor(Date.now() / 1000 / DAY_SEC) - 5) * DAY_SEC;

  before(async () => {
    consortium = await sharedConsortium();
    token = await consortium.riverside.token('collector');
    collector = await consortium.riverside.client('collector');
    manager = await consortium.riverside.client('manager');
    [owner = ''] = await newMembers(consortium, 1);
    await collector.command('/v1/activations', { body: {} });
  });

  /** An approved connection point whose readings the collector attests. */
  async function newPoint(): Promise<string> {
    const id = `imported-${(points += 1)}`;
    const { meter, possession } = await manager.get('/v1/collector-meters/{kind}/{id}', {
      path: { kind: 'point', id },
      query: { attestedBy: COLLECTOR },
    });
    const limits = { importLimitW: 20_000, exportLimitW: 20_000 };
    const point = { id, owner, feeder: 'ieee33', bus: 18, ...limits, meter, possession };
    const { result } = await manager.command('/v1/connection-points', { body: { points: [point] } });
    assert.deepEqual(result.verdicts, [{ id, verdict: 'done' }]);
    const ids = { body: { ids: [id] } };
    const operator = await consortium.utility.client('grid-operator');
    const registrar = await consortium.regulator.client('registrar');
    await operator.command('/v1/connection-points/confirmations', ids);
    await registrar.command('/v1/connection-points/approvals', ids);
    return id;
  }

  function post(body: string, more: { type?: string; query?: string; accept?: string; as?: string } = {}) {
    const { type = CSV, query = '', accept, as = token } = more;
    return fetch(`${consortium.riverside.url}/v1/readings/imports${query}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${as}`,
        'Content-Type': type,
        'Idempotency-Key': `import-${(imports += 1)}`,
        ...(accept !== undefined && { Accept: accept }),
      },
      body,
    });
  }

  async function receipts(answer: Promise<Response>): Promise<Receipt[]> {
    const response = await answer;
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return text
      .split('\n')
      .filter((found) => found !== '')
      .map((found) => JSON.parse(found) as Receipt);
  }

  /** Hours of some days, import and export. */
  function rows(id: string, days: number, valueOf: (day: number, hour: number) => number | string): string[] {
    return Array.from({ length: days * 24 }, (_, index) => {
      const [day, hour] = [Math.floor(index / 24), index % 24];
      const start = firstDay + index * HOUR_SEC;
      const quality = hour === 3 ? 'estimated' : 'measured';
      return ['import', 'export'].map(
        (register) => `point/${id},${start},3600,${register},${valueOf(day, hour)},${quality}`,
      );
    }).flat();
  }

  const csv = (lines: readonly string[]) => [HEADER, ...lines].join('\r\n');
  const blocksOf = async (id: string) =>
    (await manager.get('/v1/readings', { query: { subject: id, sort: 'position' } })).items;

  it('puts the rows of a day into one block, which the ledger marks as attested', async () => {
    const id = await newPoint();
    const body = csv(rows(id, 2, (day, hour) => day * 100 + hour));
    const found = await receipts(post(body));
    assert.deepEqual(
      found.map(({ verdict, sequence, start }) => [verdict, sequence, start]),
      [
        ['accepted', 1, firstDay],
        ['accepted', 2, firstDay + DAY_SEC],
      ],
    );
    const blocks = await blocksOf(id);
    assert.deepEqual(
      blocks.map(({ attestedBy }) => attestedBy),
      [COLLECTOR, COLLECTOR],
    );
    const [first] = blocks;
    assert.deepEqual(
      first?.registers.map(({ register, values, estimated }) => [register, values.length, estimated]),
      [
        ['import', 24, [[3, 4]]],
        ['export', 24, [[3, 4]]],
      ],
    );
    const head = await manager.get('/v1/connection-points/{id}/head', { path: { id } });
    assert.equal(head.meter.attestedBy, COLLECTOR);
    const query = { kind: 'point', subject: id, from: firstDay, until: firstDay + 3 * DAY_SEC } as const;
    const { days } = await manager.get('/v1/readings/completeness', { query });
    assert.deepEqual(
      days.map(({ expected, measured, estimated, missingSec, attested }) => [
        ...[expected, measured, estimated, missingSec],
        attested,
      ]),
      [
        [24, 23, 1, 0, true],
        [24, 23, 1, 0, true],
        [24, 0, 0, DAY_SEC, false],
      ],
    );

    const again = await receipts(post(body));
    assert.deepEqual(again.map(({ verdict, sequence }) => [verdict, sequence]).sort(), [
      ['exists', 1],
      ['exists', 2],
    ]);
    assert.equal((await blocksOf(id)).length, 2);
    const other = await receipts(post(csv(rows(id, 1, () => 77))));
    assert.deepEqual([...new Set(other.map(({ code }) => code))], ['BLOCK_OVERLAP']);
  });

  it('gives back what it refuses as a file that is taken once it is corrected', async () => {
    const id = await newPoint();
    const implausible = (day: number, hour: number) =>
      day === 1 && hour === 5 ? 900_000 : day === 2 && hour === 0 ? 'much' : 10;
    const answer = await post(csv(rows(id, 4, implausible)), { accept: CSV });
    const file = await answer.text();
    assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/);
    const [header, ...rejected] = file.trim().split('\r\n');
    assert.equal(header, `${HEADER},code,detail`);
    assert.equal(rejected.filter((line) => line.includes('BLOCK_IMPLAUSIBLE')).length, 48);
    assert.equal(rejected.filter((line) => line.includes('REQUEST_MALFORMED')).length, 2);
    assert.equal(rejected.length, 50);

    const corrected = file.replaceAll(',900000,', ',10,').replaceAll(',much,', ',10,');
    const found = await receipts(post(corrected));
    assert.deepEqual([...new Set(found.map(({ verdict }) => verdict))], ['accepted']);
    const blocks = await blocksOf(id);
    const hours = blocks.reduce((sum, { intervals }) => sum + intervals, 0);
    assert.equal(hours, 4 * 24);
    assert.ok(blocks.some(({ fillsGap }) => fillsGap));
    const head = await manager.get('/v1/connection-points/{id}/head', { path: { id } });
    assert.deepEqual(head.gaps, []);
  });

  it('refuses alone what no block can hold, and takes what stands behind it', async () => {
    const id = await newPoint();
    const other = await newPoint();
    const row = (point: string, start: number, interval: number, register = 'import') =>
      `point/${point},${firstDay + start},${interval},${register},5,measured`;
    const found = await receipts(
      post(
        csv([
          row(id, 0, 900),
          // Forty-five minutes are no whole hours.
          row(id, 3600, 3600),
          row(id, 900, 900),
          ...['import', 'export', 'reactiveImport', 'reactiveExport', 'generation'].map((register) =>
            row(id, 1800, 900, register),
          ),
          row(id, 2700, 7),
          row(id, 2700, 0),
          row(other, 0, 3600),
        ]),
      ),
    );
    assert.deepEqual(
      found.map(({ subject, start, verdict, code }) => [
        subject,
        start === 0 ? 0 : start - firstDay,
        code ?? verdict,
      ]),
      [
        [`point/${id}`, 0, 'REQUEST_MALFORMED'],
        [`point/${id}`, 1800, 'BLOCK_MALFORMED'],
        [`point/${id}`, 2700, 'BLOCK_MALFORMED'],
        [`point/${id}`, 3600, 'BLOCK_MALFORMED'],
        [`point/${id}`, 0, 'accepted'],
        [`point/${other}`, 0, 'accepted'],
      ],
    );
  });

  it('gives back what a spreadsheet would take for a formula as text', async () => {
    const evil = '"=HYPERLINK(""http://x"")",0,900,import,-5,@SUM(A1)';
    const answer = await post(csv([evil]), { accept: CSV });
    const [, line = ''] = (await answer.text()).split('\r\n');
    assert.equal(
      line.slice(0, line.indexOf(',REQUEST')),
      `"'=HYPERLINK(""http://x"")",0,900,import,-5,'@SUM(A1)`,
    );
  });

  it('takes no compressed file', async () => {
    const headers = { 'Content-Encoding': 'gzip', 'Content-Type': CSV };
    const refused = await fetch(`${consortium.riverside.url}/v1/readings/imports`, {
      method: 'POST',
      headers: { ...headers, Authorization: `Bearer ${token}`, 'Idempotency-Key': 'compressed' },
      body: gzipSync(`${HEADER}\n`),
    });
    assert.deepEqual([refused.status, await codeIn(refused)], [415, 'CONTENT_TYPE_UNSUPPORTED']);
  });

  it('takes Green Button documents, and nothing that could pull in entities', async () => {
    const id = await newPoint();
    const query = `?subject=point/${id}`;
    const found = await receipts(post(greenButton(firstDay), { type: XML, query }));
    assert.deepEqual(
      found.map(({ verdict }) => verdict),
      ['accepted'],
    );
    const [block] = await blocksOf(id);
    assert.deepEqual(
      block?.registers.map(({ register, values, estimated }) => [register, values, estimated]),
      [
        ['import', [1200, 3000], [[1, 2]]],
        ['export', [0, 500], []],
      ],
    );
    const evil = `<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>${greenButton(firstDay)}`;
    for (const body of [evil, '<feed', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>']) {
      const refused = await post(body, { type: XML, query });
      assert.deepEqual([refused.status, await codeIn(refused)], [400, 'REQUEST_MALFORMED']);
    }
  });

  it('refuses rows of meters that sign themselves or that others attest, and files of another form', async () => {
    const id = await newPoint();
    const line = rows(id, 1, () => 1);
    const stranger = await consortium.riverside.token('manager');
    const [foreign] = await receipts(post(csv(line), { as: stranger }));
    assert.equal(foreign?.code, 'NOT_AUTHORISED');
    const [unknown] = await receipts(post(csv(rows('nobody-knows', 1, () => 1))));
    assert.equal(unknown?.code, 'NOT_FOUND');
    for (const body of ['', 'subject,start\n', `${HEADER}\n"open`]) {
      const refused = await post(body === '' ? '\n' : body);
      assert.ok(refused.status === 400 || (await refused.text()).includes('REQUEST_MALFORMED'), body);
    }
    const json = await post('{}', { type: 'application/json' });
    assert.deepEqual([json.status, await codeIn(json)], [415, 'CONTENT_TYPE_UNSUPPORTED']);
    const key = manager.get('/v1/collector-meters/{kind}/{id}', {
      path: { kind: 'point', id },
      query: { attestedBy: 'HillsideMSP/collector' },
    });
    await assert.rejects(key, /NOT_AUTHORISED/);
  });
});

async function codeIn(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code;
}

/** Two quarters of an hour: import in kWh x 10^-1 with an estimate, export in Wh; the types come last. */
function greenButton(start: number): string {
  const block = (reading: number, values: readonly string[]) => `<entry>
    <link rel="up" href="/MeterReading/${reading}/IntervalBlock"/><link rel="self" href="/IntervalBlock/${reading}"/>
    <content><IntervalBlock xmlns="http://naesb.org/espi"><interval><duration>1800</duration><start>${start}</start></interval>
    ${values
      .map(
        (value, index) =>
          `<IntervalReading>${value}<timePeriod><duration>900</duration><start>${start + index * 900}</start></timePeriod></IntervalReading>`,
      )
      .join('')}
    </IntervalBlock></content></entry>`;
  const reading = (number: number) => `<entry><link rel="self" href="/MeterReading/${number}"/>
    <link rel="related" href="/ReadingType/${number}"/><content><MeterReading xmlns="http://naesb.org/espi"/></content></entry>`;
  const type = (number: number, direction: number, exponent: number) => `<entry>
    <link rel="self" href="/ReadingType/${number}"/><content><ReadingType xmlns="http://naesb.org/espi">
    <accumulationBehaviour>4</accumulationBehaviour><flowDirection>${direction}</flowDirection>
    <intervalLength>900</intervalLength><powerOfTenMultiplier>${exponent}</powerOfTenMultiplier><uom>72</uom>
    </ReadingType></content></entry>`;
  const estimate = '<ReadingQuality><quality>8</quality></ReadingQuality><value>30</value>';
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
    <entry><link rel="self" href="/UsagePoint/1"/><content><UsagePoint xmlns="http://naesb.org/espi"/></content></entry>
    ${reading(1)}${reading(2)}${block(1, ['<value>12</value>', estimate])}${block(2, ['<value>0</value>', '<value>500</value>'])}
    ${type(1, 1, 2)}${type(2, 19, 0)}</feed>`;
}
