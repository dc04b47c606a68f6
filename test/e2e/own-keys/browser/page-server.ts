/** Serves a page with the client package as it is, but for its types, and hands what is below `/v1` to a gateway. */
import { readFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../../../../test-network-scripts/state-folder.ts';

const CLIENT = join(PROJECT_ROOT, 'client', 'src');
const PAGE = `<!doctype html>
<title>Own keys</title>
<script type="importmap">{"imports": {"openapi-fetch": "/openapi-fetch.mjs"}}</script>
<script type="module">
  import * as client from '/client/index.ts';
  globalThis.client = client;
</script>`;
const JAVASCRIPT = { 'content-type': 'text/javascript' };

export class PageServer {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  static async open(gateway: string): Promise<PageServer> {
    const server = createServer((incoming, answer) => {
      const path = incoming.url ?? '/';
      if (path.startsWith('/v1/')) {
        const { method, headers } = incoming;
        const onward = request(gateway + path, { method, headers }, (response) => {
          answer.writeHead(response.statusCode ?? 500, response.headers);
          response.pipe(answer);
        });
        onward.on('error', () => answer.destroy());
        incoming.pipe(onward);
        return;
      }
      const script = scriptAt(path);
      if (script === undefined) answer.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      else answer.writeHead(200, JAVASCRIPT).end(script);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return new PageServer(server);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function scriptAt(path: string): string | undefined {
  if (path === '/openapi-fetch.mjs')
    return readFileSync(fileURLToPath(import.meta.resolve('openapi-fetch')), 'utf8');
  if (!path.startsWith('/client/')) return undefined;
  const file = normalize(join(CLIENT, path.slice('/client/'.length)));
  if (!file.startsWith(CLIENT)) return undefined;
  return stripTypeScriptTypes(readFileSync(file, 'utf8'));
}
