import { createRequire } from 'node:module';
import type * as Codec from '../../../chaincode/dist/ledger/codec.js';
import type * as Save from '../../../chaincode/dist/ledger/save.js';
import type * as StoreModule from '../../../chaincode/dist/ledger/store.js';

// The package exports its domain only; what lies behind is loaded by path.
const load = createRequire(import.meta.url);

/** The modules of the ledger layer. */
export const ledger = {
  ...(load('../../../chaincode/dist/ledger/store.js') as typeof StoreModule),
  ...(load('../../../chaincode/dist/ledger/codec.js') as typeof Codec),
  ...(load('../../../chaincode/dist/ledger/save.js') as typeof Save),
};

/** A composite key as Fabric writes it. */
export function stateKeyOf(type: string, ...attributes: string[]): string {
  return `\u0000${[type, ...attributes].map((part) => `${part}\u0000`).join('')}`;
}

/** As much of a stub as the store uses, recording what it is asked. */
export class FakeStub {
  readonly state: Map<string, Buffer>;
  readonly reads: string[] = [];
  readonly writes: ['put' | 'delete', string][] = [];

  constructor(records: readonly (readonly [key: string, value: unknown])[]) {
    this.state = new Map(
      records.map(([key, value]) => [
        key,
        Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
      ]),
    );
  }

  createCompositeKey(type: string, attributes: string[]): string {
    return stateKeyOf(type, ...attributes);
  }

  getState(key: string): Promise<Buffer> {
    this.reads.push(key);
    return Promise.resolve(this.state.get(key) ?? Buffer.alloc(0));
  }

  putState(key: string, value: Uint8Array): Promise<void> {
    this.writes.push(['put', key]);
    this.state.set(key, Buffer.from(value));
    return Promise.resolve();
  }

  deleteState(key: string): Promise<void> {
    this.writes.push(['delete', key]);
    this.state.delete(key);
    return Promise.resolve();
  }
}
