/** A gateway over a long synthetic chain, in a process of its own, so that its memory can be told. */
import { Horizon } from '@commonwatt/client';
import { z } from 'zod';
import { openDatabase } from '../../gateway/src/read-model/database.ts';
import type { Endpoint } from '../../gateway/src/routes/endpoint.ts';
import { ENDPOINTS } from '../../gateway/src/routes/index.ts';
import { read } from '../../gateway/src/routes/read.ts';
import { MemoryGateway } from '../gateway/memory-gateway.ts';
import { MemoryNetwork } from '../gateway/memory-network.ts';
import { MadeChain } from './made-chain.ts';
import type { Order, Report, Setting } from './messages.ts';

const TELL_EVERY_MS = 5_000;
const PROJECTED_WITHIN_MS = 3 * 3_600_000;
const KILOBYTES = 1024;

const setting = JSON.parse(process.argv[2] ?? '') as Setting;
const kept = new Map<string, unknown>();
const bare: Endpoint = read({
  operationId: 'getBare',
  path: '/bare/{name}',
  tag: 'Bare',
  summary: 'A body from memory',
  params: z.strictObject({ name: z.string() }),
  answer: z.object({ items: z.array(z.unknown()), next: z.string().nullable() }),
  read: (_services, _caller, { params }) =>
    Promise.resolve(kept.get(params.name) as { items: unknown[]; next: string | null }),
});

const network = await MemoryNetwork.start();
const { databaseUrl, directory, size } = setting;
const database = await openDatabase(databaseUrl === undefined ? { directory } : { url: databaseUrl });
const source = new MadeChain(size);
const started = performance.now();
const gateway = await MemoryGateway.open(
  network,
  { mspId: 'RegulatorMSP', kind: 'regulator' },
  { auditor: 'auditor' },
  new Horizon(),
  { database, source, endpoints: [...ENDPOINTS, bare] },
);
const { projection } = gateway.services.ledger;
const telling = setInterval(() => {
  report({ projected: projection.blockNumber + 1, of: source.length });
}, TELL_EVERY_MS);
if (!(await projection.waitForBlock(source.length - 1, PROJECTED_WITHIN_MS)))
  throw new Error('the chain was not projected in time');
clearInterval(telling);
report({
  url: gateway.url,
  token: await gateway.token('auditor'),
  projectionSec: (performance.now() - started) / 1000,
  megabytes: peakMegabytes(),
});

process.on('message', (order: Order) => {
  if ('keep' in order) {
    kept.set(order.keep, order.body);
    report({ kept: order.keep });
  } else report({ megabytes: peakMegabytes() });
});
process.once('disconnect', () => {
  void gateway.close().then(() => network.stop());
});

/** Largest resident set so far, the embedded database included. */
function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / KILOBYTES;
}

function report(message: Report): void {
  process.send?.(message);
}
