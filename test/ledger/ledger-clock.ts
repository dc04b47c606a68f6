import type { LedgerTimestamp } from './proposal-encoding.ts';

/** The instant every ledger starts at: Wednesday 2026-01-07 00:00:00 UTC. */
export const DEFAULT_START_SEC = 1_767_744_000;

/** How far a proposal's timestamp may lie from an endorser's clock: `peer.authentication.timewindow`. */
export const TIME_WINDOW_SEC = 60;

const NANOS_PER_SEC = 1_000_000_000n;

const toNanos = ({ seconds, nanos }: LedgerTimestamp): bigint =>
  BigInt(seconds) * NANOS_PER_SEC + BigInt(nanos);

/** Whole epoch seconds, or a full timestamp. */
export type Instant = number | LedgerTimestamp;

/**
 * The timestamp of an instant.
 *
 * @throws RangeError if seconds or nanoseconds are not whole numbers in range.
 */
export function toTimestamp(instant: Instant): LedgerTimestamp {
  const timestamp = typeof instant === 'number' ? { seconds: instant, nanos: 0 } : instant;
  const { seconds, nanos } = timestamp;
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError(`${seconds} is no epoch second`);
  if (!Number.isInteger(nanos) || nanos < 0 || nanos >= Number(NANOS_PER_SEC)) {
    throw new RangeError(`${nanos} is no nanosecond of a second`);
  }
  return timestamp;
}

/** The clock of every endorser of a ledger; it stands still until it is set. */
export class LedgerClock {
  #now: LedgerTimestamp;

  constructor(start: Instant = DEFAULT_START_SEC) {
    this.#now = toTimestamp(start);
  }

  get now(): LedgerTimestamp {
    return this.#now;
  }

  /** Epoch seconds. */
  get nowSec(): number {
    return this.#now.seconds;
  }

  /** Sets the clock, backwards too. */
  set(instant: Instant): void {
    this.#now = toTimestamp(instant);
  }

  /** Moves the clock forward by whole seconds, and returns the new epoch second. */
  advance(sec: number): number {
    this.#now = toTimestamp({ seconds: this.#now.seconds + sec, nanos: this.#now.nanos });
    return this.#now.seconds;
  }

  /** Why an endorser refuses a proposal of this timestamp, in Fabric's words; undefined if it does not. */
  refusal(timestamp: LedgerTimestamp): string | undefined {
    const off = toNanos(timestamp) - toNanos(this.#now);
    const window = BigInt(TIME_WINDOW_SEC) * NANOS_PER_SEC;
    if (off <= window && off >= -window) return undefined;
    return (
      `request unauthorized due to incorrect timestamp ${rfc3339(timestamp)}, ` +
      `peer time ${rfc3339(this.#now)}, peer.authentication.timewindow 1m0s`
    );
  }
}

/** To the second, as Go's time.RFC3339 writes it in UTC. */
function rfc3339({ seconds }: LedgerTimestamp): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
