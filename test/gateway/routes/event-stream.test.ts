import assert from 'node:assert/strict';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { EventStreamWriter } from '../../../gateway/src/routes/event-stream.ts';

const EVENTS = 30_000;
const DATA = { text: 'x'.repeat(1_000) };

describe('the writer of an event stream', function () {
  this.timeout(30_000);
  let server: Server;
  let written = 0;
  let isOver = false;

  before(async () => {
    const app = express();
    app.get('/', async (_request, response) => {
      const controller = new AbortController();
      const writer = new EventStreamWriter(response, controller);
      while (written < EVENTS && !controller.signal.aborted) {
        await writer.event(`0.0.${written}`, DATA);
        written += 1;
      }
      isOver = true;
      response.end();
    });
    await new Promise<void>((resolve) => (server = createServer(app).listen(0, 'localhost', resolve)));
  });
  beforeEach(() => {
    written = 0;
    isOver = false;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function connect(): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve) => get({ port, host: 'localhost' }, resolve));
  }

  it('writes no more than the connection takes, and the rest when its client reads on', async () => {
    const response = await connect();
    await pause(500);
    const ahead = written;
    assert.ok(ahead < EVENTS / 2, `${ahead} events were written that nobody has read`);
    await pause(200);
    assert.equal(written, ahead);
    let bytes = 0;
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    assert.equal(written, EVENTS);
    assert.ok(bytes > EVENTS * DATA.text.length);
  });

  it('stops when its client goes away', async () => {
    const response = await connect();
    await pause(100);
    response.destroy();
    for (let tries = 0; tries < 100 && !isOver; tries += 1) await pause(20);
    assert.ok(isOver && written < EVENTS);
  });
});
