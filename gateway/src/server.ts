import type { Server } from 'node:http';
import { parseAccountId } from '@commonwatt/chaincode/domain';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { readConfiguration } from './configuration.ts';
import { createHttpServer } from './http-server.ts';
import { openLedgerAccess } from './ledger-access.ts';
import { Metrics } from './metrics/metrics.ts';
import { createServices } from './services/create-services.ts';
import { Expiry } from './services/expiry.ts';
import { WebhookDeliveries } from './services/webhook-deliveries.ts';
import { ProcessLoad } from './traffic/process-load.ts';

/**
 * How long a stop waits for requests and transactions under way: less than the six seconds after which a supervisor ends
 * the process by force. What is left is durable, and resolved at the next start.
 */
const STOP_MS = 4_500;

const log = pino({ name: 'gateway', level: process.env.LOG_LEVEL ?? 'info' });

// A request that went wrong in a way nobody foresaw must not take the others with it.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught exception');
  process.exit(1);
});

const configuration = readConfiguration(process.env);
const metrics = new Metrics();
const ledger = await openLedgerAccess(configuration, log, {
  commands: metrics,
  databaseLost: (error) => {
    log.fatal({ err: error }, 'the database has ended: this process ends with it, to be started again');
    process.exit(1);
  },
});
const services = createServices(configuration, ledger);
const self = services.authentication.callerOf(parseAccountId(ledger.self.account).enrolmentId);
const expiry = new Expiry(services, self, log);
const webhooks = new WebhookDeliveries(services, log);
const load = new ProcessLoad();
load.start();
const server = createHttpServer(
  createApp(services, log, { metrics, load, limits: configuration.trafficLimits }),
);

const { host, port } = configuration.listen;
server.listen(port, host, () => {
  log.info({ host, port, organisation: configuration.organisation.mspId }, 'listening');
  expiry.start();
  webhooks.start();
});

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void stop(signal);
  });
}

/** Takes no more requests, lets those under way end, and closes the database last. */
async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  expiry.stop();
  services.eventStreams.close();
  services.bulkRequests.close();
  await webhooks.stop();
  // Requests that only read need the database as well, so it stays until all are answered.
  await Promise.all([closeServer(server), ledger.commands.drain(STOP_MS)]);
  await ledger.close();
  log.info('stopped');
  process.exit(0);
}

async function closeServer(open: Server): Promise<void> {
  const timer = setTimeout(() => open.closeAllConnections(), STOP_MS);
  await new Promise((resolve) => {
    open.close(resolve);
    open.closeIdleConnections();
  });
  clearTimeout(timer);
}
