import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** How this process fares. */
export interface Load {
  /** Mean over the last second, 0 when nothing is late. */
  readonly eventLoopDelayMs: number;
  /** Of what Node would allow, buffers included. */
  readonly heapPercent: number;
}

const SAMPLE_MS = 1000;
const RESOLUTION_MS = 20;
const NS_PER_MS = 1e6;
const PERCENT = 100;

/** Samples the process's load every second. */
export class ProcessLoad implements Load {
  readonly #delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #timer: NodeJS.Timeout | undefined;
  #eventLoopDelayMs = 0;
  #heapPercent = heapPercent();

  get eventLoopDelayMs(): number {
    return this.#eventLoopDelayMs;
  }

  get heapPercent(): number {
    return this.#heapPercent;
  }

  start(): void {
    this.#delays.enable();
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delays.disable();
  }

  #sample(): void {
    // Without any sample, the mean is no number.
    const meanMs = this.#delays.count === 0 ? 0 : this.#delays.mean / NS_PER_MS;
    this.#eventLoopDelayMs = Math.max(0, meanMs - RESOLUTION_MS);
    this.#delays.reset();
    this.#heapPercent = heapPercent();
  }
}

function heapPercent(): number {
  const { used_heap_size: used, external_memory: external, heap_size_limit: limit } = getHeapStatistics();
  return (PERCENT * (used + external)) / limit;
}
