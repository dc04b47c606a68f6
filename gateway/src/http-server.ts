import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { Problem, PROBLEM_CONTENT_TYPE } from './problem/problem.ts';
import { ARRIVAL_MS, limitArrival } from './routes/arrival.ts';

/** The server of an app; what is no HTTP request it answers with a problem itself. */
export function createHttpServer(app: Express): Server {
  // The time of a whole request is not the server's to limit: some bodies are streams.
  const server = createServer({ headersTimeout: ARRIVAL_MS, requestTimeout: 0 });
  server.on('request', limitArrival);
  server.on('request', app);
  // Node would answer 417 without a word; a server may as well do without what it does not know (RFC 9110, 10.1.1).
  server.on('checkExpectation', app);
  server.on('clientError', (_error, socket) => refuse(socket));
  return server;
}

function refuse(socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new Problem('REQUEST_MALFORMED', 'this is no HTTP request that can be read');
  const body = JSON.stringify(problem.toDetails(randomUUID()));
  const head = [
    `HTTP/1.1 ${problem.status} Bad Request`,
    `Content-Type: ${PROBLEM_CONTENT_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
