import { Unavailable } from './errors.ts';
import type { Reservations } from './reservations.ts';

interface Choice<Value> {
  readonly keys: readonly string[];
  readonly value: Value;
}

interface Waiter {
  /** Tries to choose; true when it is served or failed, and leaves the queue. */
  attempt(): Promise<boolean>;
}

interface AccountQueue {
  readonly taken: Set<string>;
  readonly waiters: Waiter[];
  serving: boolean;
  /** Something changed while the queue was being served. */
  again: boolean;
}

const RETRY_SEC = 2;

/** Serves the commands of an account in the order of their coming, so that none is overtaken for ever. */
export class AccountReservations implements Reservations {
  readonly #accounts = new Map<string, AccountQueue>();

  reserve<Value>(
    account: string,
    pick: (taken: ReadonlySet<string>) => Promise<Choice<Value> | undefined>,
    timeoutMs: number,
  ): Promise<{ readonly value: Value; release(): void }> {
    const queue = this.#queue(account);
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        const place = queue.waiters.indexOf(waiter);
        if (place >= 0) queue.waiters.splice(place, 1);
      };
      const waiter: Waiter = {
        attempt: async () => {
          try {
            const choice = await pick(queue.taken);
            if (choice === undefined) return false;
            if (!queue.waiters.includes(waiter)) return true;
            resolve({ value: choice.value, release: this.#take(account, queue, choice.keys) });
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
          leave();
          return true;
        },
      };
      const timer = setTimeout(() => {
        leave();
        reject(new Unavailable('what the command needs is bound in others of the same account', RETRY_SEC));
        // Whoever came next may be content with less.
        void this.#serve(account, queue);
      }, timeoutMs);
      queue.waiters.push(waiter);
      void this.#serve(account, queue);
    });
  }

  changed(accounts: Iterable<string>): void {
    for (const account of accounts) {
      const queue = this.#accounts.get(account);
      if (queue !== undefined) void this.#serve(account, queue);
    }
  }

  async #serve(account: string, queue: AccountQueue): Promise<void> {
    queue.again = true;
    if (queue.serving) return;
    queue.serving = true;
    while (queue.again) {
      queue.again = false;
      for (let first = queue.waiters[0]; first !== undefined; first = queue.waiters[0]) {
        if (!(await first.attempt()) && queue.waiters[0] === first) break;
      }
    }
    queue.serving = false;
    if (queue.waiters.length === 0 && queue.taken.size === 0) this.#accounts.delete(account);
  }

  #take(account: string, queue: AccountQueue, keys: readonly string[]): () => void {
    for (const key of keys) queue.taken.add(key);
    return () => {
      for (const key of keys) queue.taken.delete(key);
      void this.#serve(account, queue);
    };
  }

  #queue(account: string): AccountQueue {
    const known = this.#accounts.get(account);
    if (known !== undefined) return known;
    const queue: AccountQueue = { taken: new Set(), waiters: [], serving: false, again: false };
    this.#accounts.set(account, queue);
    return queue;
  }
}
