import type { Caller } from '../authentication/principal.ts';
import type { LedgerEvent } from '../read-model/event-log.ts';
import type { EventPosition } from '../read-model/event-position.ts';
import { isPartiesOnly, type PartiesOnly } from '../read-model/parties.ts';
import type { Services } from './services.ts';
import { isVisible, type Audited } from './visibility.ts';

// What the stream's route needs of them: routes know services only.
export {
  endOfBlock,
  EVENT_ID,
  formatEventId,
  parseEventId,
  type EventPosition,
} from '../read-model/event-position.ts';

/** Transactions read at once: with a thousand changes in each about 2 MB. */
const TRANSACTIONS_AT_ONCE = 20;

/** Under which audience the lists of these records stand. */
const AUDIENCE_OF = {
  block: 'readings',
  cursor: 'readings',
  coin: 'money',
  payment: 'money',
  hold: 'money',
} as const satisfies Record<PartiesOnly, Audited>;

export interface SeenEvents {
  readonly events: readonly LedgerEvent[];
  /** The caller has seen everything up to here that it may see. */
  readonly upTo: EventPosition;
  /** False when there is more already. */
  readonly isLast: boolean;
}

/** What followed `after` and the caller may see; `types` narrows it to records of these types. */
export async function eventsAfter(
  { ledger }: Services,
  caller: Caller,
  after: EventPosition,
  types: readonly string[] | null,
): Promise<SeenEvents> {
  const page = await ledger.readModel.events.after(after, TRANSACTIONS_AT_ONCE);
  const events = page.events.filter(
    (event) => (types === null || types.includes(event.type)) && maySee(caller, event),
  );
  return { ...page, events };
}

/** As the lists of the record's type would show it. */
function maySee(caller: Caller, { type, parties }: LedgerEvent): boolean {
  return !isPartiesOnly(type) || isVisible(caller, AUDIENCE_OF[type], parties ?? []);
}

/** Lets one wait for the next change of the read model without missing any that comes meanwhile. */
export class ChangeSignal {
  readonly #signal: AbortSignal;
  readonly #stopListening: () => void;
  #changed = false;
  #wake: () => void = () => undefined;

  constructor({ ledger: { projection } }: Services, signal: AbortSignal) {
    this.#signal = signal;
    this.#stopListening = projection.onChange(() => {
      this.#changed = true;
      this.#wake();
    });
  }

  /** Resolves when something has changed since the last call, after `timeoutMs`, or when the signal is aborted. */
  async next(timeoutMs: number): Promise<void> {
    if (!this.#changed && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#signal.addEventListener('abort', this.#wake, { once: true });
      });
      this.#signal.removeEventListener('abort', this.#wake);
    }
    this.#changed = false;
  }

  stop(): void {
    this.#stopListening();
  }
}
