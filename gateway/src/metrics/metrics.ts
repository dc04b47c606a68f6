import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommandObserver, RetryReason } from '../fabric/command-observer.ts';

/** Seconds; a command of the ledger takes some, what is read some milliseconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What gauges show: read when somebody asks for the metrics. */
export interface Gauged {
  readonly projectorBlock: () => number;
  /** Rejects when the peer does not answer. */
  readonly projectorLagBlocks: () => Promise<number>;
  readonly intakeDeliveries: () => number;
  readonly intakeBytes: () => number;
  readonly pendingCommands: () => number;
  readonly commandLimit: () => number;
  readonly eventLoopDelaySeconds: () => number;
}

const MISSING = Number.NaN;
/** The peer is asked for its height no longer than this. */
const LAG_PATIENCE_MS = 2000;

/** What a gateway counts, for Prometheus; docs/gateway.md lists it. One for each process. */
export class Metrics implements CommandObserver {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'gateway_http_request_duration_seconds',
    help: 'Requests, from their head to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #shed = new Counter({
    name: 'gateway_requests_shed_total',
    help: 'Requests refused as OVERLOADED, by what was short',
    labelNames: ['reason'],
    registers: [this.#registry],
  });
  readonly #submits = new Histogram({
    name: 'gateway_submit_duration_seconds',
    help: 'Transactions from their first preparation to the end of their operations',
    labelNames: ['method', 'outcome'],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #retries = new Counter({
    name: 'gateway_submit_retries_total',
    help: 'Further proposals of a transaction, by what the one before met',
    labelNames: ['reason'],
    registers: [this.#registry],
  });
  readonly #ambiguous = new Counter({
    name: 'gateway_submit_ambiguous_total',
    help: 'Broadcasts and waits for a block without a clear answer',
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  request(method: string, route: string, status: string, seconds: number): void {
    this.#requests.observe({ method, route, status }, seconds);
  }

  shed(reason: string): void {
    this.#shed.inc({ reason });
  }

  ended(method: string, outcome: 'committed' | 'failed', seconds: number): void {
    this.#submits.observe({ method, outcome }, seconds);
  }

  retried(reason: RetryReason): void {
    this.#retries.inc({ reason });
  }

  ambiguous(): void {
    this.#ambiguous.inc();
  }

  /** Adds the gauges; once. */
  gauge(read: Gauged): void {
    this.#gauge('gateway_projector_block', 'Last block in the read model', read.projectorBlock);
    this.#gauge(
      'gateway_projector_lag_blocks',
      'Blocks of the own peer that the read model lacks; NaN while the peer does not answer',
      () => patiently(read.projectorLagBlocks()),
    );
    this.#gauge(
      'gateway_intake_waiting_deliveries',
      'Deliveries of readings that wait',
      read.intakeDeliveries,
    );
    this.#gauge('gateway_intake_waiting_bytes', 'Bytes of these', read.intakeBytes);
    this.#gauge('gateway_commands_pending', 'Commands not finished', read.pendingCommands);
    this.#gauge(
      'gateway_commands_limit',
      'Commands under way from which on new ones are refused',
      read.commandLimit,
    );
    this.#gauge(
      'gateway_event_loop_delay_seconds',
      'Mean delay of the event loop in the last second',
      read.eventLoopDelaySeconds,
    );
  }

  /** In the text format of Prometheus. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() };
  }

  /** Of every metric, with its meaning. */
  list(): { readonly name: string; readonly help: string; readonly type: string }[] {
    return this.#registry
      .getMetricsAsArray()
      .map(({ name, help, type }) => ({ name, help, type: String(type) }));
  }

  #gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect: async (): Promise<void> => gauge.set(await read()),
    });
  }
}

async function patiently(lag: Promise<number>): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>(
    (resolve) => (timer = setTimeout(() => resolve(MISSING), LAG_PATIENCE_MS)),
  );
  const known = lag.catch(() => MISSING);
  const first = await Promise.race([known, late]);
  clearTimeout(timer);
  return first;
}
