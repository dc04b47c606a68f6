import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BrowserPage, findChromium } from '../../e2e/own-keys/browser/chromium.ts';
import { sharedConsortium } from '../shared-consortium.ts';

/** The browser hands reports over a little later. */
const REPORTS_MS = 500;
const OPERATION = '#operations-Readings-importReadings';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

describe('the page of the OpenAPI document, in a browser', function () {
  this.timeout(180_000);
  let url: string;
  let page: BrowserPage | undefined;

  before(async function () {
    const program = findChromium();
    if (program === undefined) this.skip();
    url = (await sharedConsortium()).riverside.url;
    page = await BrowserPage.open(program, `${url}/v1/docs/`);
    await page.until(`document.querySelectorAll('.opblock-tag').length > 0`);
    await page.evaluate(`document.querySelectorAll('.opblock-tag').forEach((tag) => tag.click())`);
  });

  after(() => page?.close());

  it('lists every operation of the document', async () => {
    assert.ok(page);
    const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Document;
    const expected = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    assert.ok(expected.length > 50);
    await page.until(`document.querySelectorAll('.opblock').length === ${expected.length}`);
    const listed = (await page.evaluate(
      `[...document.querySelectorAll('.opblock')].map(({ id }) => id.split('-').at(-1))`,
    )) as string[];
    assert.deepEqual(listed.toSorted(), expected.toSorted());
  });

  it('shows the codes that an operation may be refused with, and an example of its answer', async () => {
    assert.ok(page);
    await page.until(`document.querySelector('${OPERATION} .opblock-summary-control') !== null`);
    await page.evaluate(`document.querySelector('${OPERATION} .opblock-summary-control').click()`);
    await page.until(`document.querySelector('${OPERATION} .responses-table .example') !== null`);
    const shown = String(
      await page.evaluate(`document.querySelector('${OPERATION} .responses-table').innerText`),
    );
    assert.match(shown, /\bIDEMPOTENCY_KEY_MISSING\b/);
    assert.match(shown, /\bSCOPE_MISSING\b/);
    assert.match(shown, /"verdict": "accepted"/);
  });

  it('has everything from the gateway, and breaks none of its own content policy', async () => {
    assert.ok(page);
    const asked = (await page.evaluate(
      `performance.getEntriesByType('resource').map(({ name }) => name)`,
    )) as string[];
    assert.ok(
      asked.includes(`${url}/v1/docs/swagger-ui-bundle.js`) && asked.includes(`${url}/v1/openapi.json`),
    );
    const foreign = asked.filter((name) => !name.startsWith(`${url}/`) && !name.startsWith('data:'));
    assert.deepEqual(foreign, []);
    assert.deepEqual(await violations(page), []);
  });

  it('cannot be made to ask anybody else', async () => {
    assert.ok(page);
    const stranger = await listening();
    try {
      const address = `http://localhost:${(stranger.server.address() as AddressInfo).port}/`;
      await page.evaluate(`fetch('${address}', { mode: 'no-cors' }).catch(() => undefined)`);
      await page.evaluate(`new Promise((done) => {
        const image = new Image();
        image.onload = image.onerror = () => done();
        image.src = '${address}';
      })`);
      assert.equal(stranger.asked(), 0);
      assert.deepEqual((await violations(page)).toSorted(), ['connect-src', 'img-src']);
    } finally {
      stranger.server.close();
    }
  });
});

/** Directives of the content policy that were broken since the page began to load. */
async function violations(page: BrowserPage): Promise<string[]> {
  const expression = `new Promise((done) => {
    const directives = [];
    const note = (reports) => directives.push(...reports.map(({ body }) => body.effectiveDirective));
    const observer = new ReportingObserver(note, { types: ['csp-violation'], buffered: true });
    observer.observe();
    setTimeout(() => done(directives), ${REPORTS_MS});
  })`;
  return (await page.evaluate(expression)) as string[];
}

async function listening(): Promise<{ server: Server; asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end();
  });
  await new Promise<void>((done) => server.listen(0, done));
  return { server, asked: () => asked };
}
