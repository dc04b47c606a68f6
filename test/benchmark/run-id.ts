import { randomBytes } from 'node:crypto';

/** Marks what one run of the benchmark creates, so that runs on one ledger do not meet. */
export class RunId {
  readonly text = `bench-${randomBytes(6).toString('hex')}`;
  #keys = 0;

  /** A fresh idempotency key. */
  key(): string {
    this.#keys += 1;
    return `${this.text}-${this.#keys}`;
  }
}
