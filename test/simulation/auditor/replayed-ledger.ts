import type { CommittedTransaction } from '../../ledger/index.ts';
import { type Json, type JsonObject, NotAsDocumented, object } from './json.ts';

/** A record's type and the attributes of its key, as documented. */
export interface RecordName {
  readonly type: string;
  readonly attributes: readonly string[];
}

/** What one transaction did to one record; undefined: there was or is none. */
export interface RecordChange extends RecordName {
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** What one valid transaction did. */
export interface Step {
  readonly txId: string;
  /** Account of who sent it. */
  readonly creator: string;
  readonly changes: readonly RecordChange[];
}

/** A profile block as stored. */
export interface StoredBlock {
  readonly subject: string;
  readonly sequence: number;
  readonly bytes: Buffer;
}

const BLOCK_TYPE = 'block';
/** No record of anything. */
const PROBE_TYPE = 'probe';

/** The state as the valid transactions' writes make it. */
export class ReplayedLedger {
  readonly #records = new Map<string, RecordName & { readonly value: JsonObject }>();
  readonly #blocks = new Map<string, StoredBlock>();

  /** @throws NotAsDocumented when a write is not of a documented form */
  apply({ txId, creator, writes }: CommittedTransaction): Step {
    const changes: RecordChange[] = [];
    for (const { key, value } of writes) {
      const name = parseKey(key);
      if (name.type === PROBE_TYPE) continue;
      if (name.type === BLOCK_TYPE) this.#applyBlock(key, name, value);
      else changes.push(this.#applyRecord(key, name, value));
    }
    return { txId, creator: `${creator.mspId}/${creator.id}`, changes };
  }

  get(type: string, ...attributes: string[]): JsonObject | undefined {
    return this.#records.get(keyOf({ type, attributes }))?.value;
  }

  all(type: string): JsonObject[] {
    return [...this.#records.values()].filter((record) => record.type === type).map(({ value }) => value);
  }

  get blocks(): readonly StoredBlock[] {
    return [...this.#blocks.values()];
  }

  #applyRecord(key: string, name: RecordName, value: Buffer | null): RecordChange {
    const before = this.#records.get(key)?.value;
    if (value === null) {
      this.#records.delete(key);
      return { ...name, before, after: undefined };
    }
    const after = object(JSON.parse(value.toString()) as Json);
    this.#records.set(key, { ...name, value: after });
    return { ...name, before, after };
  }

  #applyBlock(key: string, { attributes }: RecordName, value: Buffer | null): void {
    const [kind = '', id = '', sequence = ''] = attributes;
    if (value === null || this.#blocks.has(key)) throw new NotAsDocumented(`block ${id} written again`);
    this.#blocks.set(key, { subject: `${kind}/${id}`, sequence: Number(sequence), bytes: value });
  }
}

/** Fabric's composite keys: U+0000, then each part followed by U+0000. */
function parseKey(key: string): RecordName {
  const [empty, type, ...attributes] = key.split('\u0000');
  if (empty !== '' || type === undefined || attributes.pop() !== '') throw new NotAsDocumented(`key ${key}`);
  return { type, attributes };
}

function keyOf({ type, attributes }: RecordName): string {
  return `\u0000${[type, ...attributes].map((part) => `${part}\u0000`).join('')}`;
}
