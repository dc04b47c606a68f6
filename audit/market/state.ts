import type { RecordOf, RecordType } from './record.ts';

/** In place of a record that nothing refers to any more. */
const WRITTEN = { v: 'written before' };

/** The records that stand, as far as later transactions can refer to them. */
export class State {
  readonly #records = new Map<string, Map<string, unknown>>();

  get<T extends RecordType>(type: T, name: string): RecordOf<T> | undefined {
    return this.#records.get(type)?.get(name) as RecordOf<T> | undefined;
  }

  set<T extends RecordType>(type: T, name: string, record: RecordOf<T> | undefined): void {
    const records = this.#records.get(type) ?? new Map<string, unknown>();
    this.#records.set(type, records);
    if (record === undefined) records.delete(name);
    else records.set(name, record);
  }

  /** Keeps no more than that the record exists. */
  forget(type: RecordType, name: string): void {
    this.#records.get(type)?.set(name, WRITTEN);
  }

  all<T extends RecordType>(type: T): IterableIterator<RecordOf<T>> {
    return (this.#records.get(type) ?? new Map<string, unknown>()).values() as IterableIterator<RecordOf<T>>;
  }
}
