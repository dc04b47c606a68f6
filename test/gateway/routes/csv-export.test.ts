import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { exportCsv } from '../../../gateway/src/routes/csv-export.ts';
import type { Page, Services } from '../../../gateway/src/services/services.ts';

const COLUMNS = [{ path: ['n'] }];
const LARGE = 'x'.repeat(100_000);

describe('an export as CSV', () => {
  let server: Server;
  let pagesRead: number;
  const projection = { blockNumber: 7, catchingUp: false };

  beforeEach(() => {
    pagesRead = 0;
    projection.catchingUp = false;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function serve(pageAt: (n: number) => Page<unknown>): Promise<number> {
    const services = { ledger: { projection } } as unknown as Services;
    const app = express();
    // Else Express prints what ends an answer.
    app.set('env', 'test');
    app.get('/list', async (_request, response) => {
      const next = () => Promise.resolve(pageAt((pagesRead += 1)));
      const reply = await exportCsv(services, 'list', COLUMNS, { after: undefined, pageAt: next });
      if ('stream' in reply) await reply.stream(response);
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return (server.address() as AddressInfo).port;
  }

  it('reads no more than a slow reader takes', async () => {
    const port = await serve(() => ({ items: [{ n: LARGE }], next: 'more' }));
    const socket = connect(port, 'localhost').pause();
    socket.write('GET /list HTTP/1.1\r\nHost: localhost\r\n\r\n');
    let before = -1;
    // Until the buffers of both sockets are full.
    while (pagesRead !== before) {
      before = pagesRead;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.ok(pagesRead > 0 && pagesRead < 500, `${pagesRead} pages of 100 kB were read`);
    socket.destroy();
  });

  it('is cut off where the read model begins anew', async () => {
    const port = await serve((page) => {
      if (page === 2) projection.catchingUp = true;
      return { items: [{ n: page }], next: 'more' };
    });
    await assert.rejects(fetch(`http://localhost:${port}/list`).then((response) => response.text()));
    assert.equal(pagesRead, 2);
  });
});
