import type { Context } from 'fabric-contract-api';
import { decode, encode, type StoredValues } from './codec';
import { KEY_ATTRIBUTES, type KeyOf, type RecordType } from './keys';

type Stub = Pick<Context['stub'], 'createCompositeKey' | 'getState' | 'putState' | 'deleteState'>;

/**
 * Typed access to the records of one transaction, by key alone. A record is read once, however often it is asked for:
 * Fabric shows a transaction the state as it was before it, whatever the transaction has written.
 */
export class Store {
  readonly #stub: Stub;
  readonly #read = new Map<string, unknown>();
  readonly #written = new Set<string>();

  constructor(stub: Stub) {
    this.#stub = stub;
  }

  /** The record, or undefined. */
  async get<Type extends RecordType>(
    type: Type,
    ...key: KeyOf<Type>
  ): Promise<StoredValues[Type] | undefined> {
    const stateKey = this.#stateKey(type, key);
    if (this.#read.has(stateKey)) return this.#read.get(stateKey) as StoredValues[Type] | undefined;
    const bytes = await this.#stub.getState(stateKey);
    const value = bytes.length === 0 ? undefined : decode(type, bytes);
    this.#read.set(stateKey, value);
    return value;
  }

  /** The records, each undefined when it is not there, in the order of `keys`. */
  async getEach<Type extends RecordType>(
    type: Type,
    keys: readonly KeyOf<Type>[],
  ): Promise<(StoredValues[Type] | undefined)[]> {
    const values: (StoredValues[Type] | undefined)[] = [];
    for (const key of keys) values.push(await this.get(type, ...key));
    return values;
  }

  async put<Type extends RecordType>(
    type: Type,
    value: StoredValues[Type],
    ...key: KeyOf<Type>
  ): Promise<void> {
    await this.#stub.putState(this.#firstWrite(type, key), encode(type, value));
  }

  async delete<Type extends RecordType>(type: Type, ...key: KeyOf<Type>): Promise<void> {
    await this.#stub.deleteState(this.#firstWrite(type, key));
  }

  #stateKey<Type extends RecordType>(type: Type, key: KeyOf<Type>): string {
    const attributes = KEY_ATTRIBUTES[type] as (...names: KeyOf<Type>) => string[];
    return this.#stub.createCompositeKey(type, attributes(...key));
  }

  /** A second write to a key would silently win over the first: a decision never has two. */
  #firstWrite<Type extends RecordType>(type: Type, key: KeyOf<Type>): string {
    const stateKey = this.#stateKey(type, key);
    if (this.#written.has(stateKey)) throw new Error(`a decision writes the same ${type} twice`);
    this.#written.add(stateKey);
    return stateKey;
  }
}
