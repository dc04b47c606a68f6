import type { StateAccess, Version } from './transaction.ts';

/** Which version of every key stands, in all namespaces: what Fabric's check of concurrent transactions looks at. */
export class Versions {
  readonly #namespaces = new Map<string, Map<string, Version>>();
  #block = -1;
  /** Keys written in the current block, deleted ones too. */
  readonly #fresh = new Set<string>();

  /** A key that the transaction read and that has changed since, if there is one. */
  changedSince(block: number, access: readonly StateAccess[]): string | undefined {
    this.#enter(block);
    for (const { reads, ...place } of access) {
      const versions = this.#of(place);
      const isFresh = (key: string) => this.#fresh.has(freshKey(place, key));
      const changed = reads.find(
        ({ key, version }) => isFresh(key) || !areSame(versions.get(key) ?? null, version),
      );
      if (changed !== undefined) return changed.key;
    }
    return undefined;
  }

  /** Enters what a valid transaction wrote. */
  apply(version: Version, access: readonly StateAccess[]): void {
    this.#enter(version.block);
    for (const { writes, ...place } of access) {
      const versions = this.#of(place);
      for (const { key, value } of writes) {
        this.#fresh.add(freshKey(place, key));
        if (value === null) versions.delete(key);
        else versions.set(key, version);
      }
    }
  }

  #of({ namespace, collection }: StatePlace): Map<string, Version> {
    const name = `${namespace}/${collection}`;
    const versions = this.#namespaces.get(name) ?? new Map<string, Version>();
    this.#namespaces.set(name, versions);
    return versions;
  }

  #enter(block: number): void {
    if (block !== this.#block) this.#fresh.clear();
    this.#block = block;
  }
}

type StatePlace = Pick<StateAccess, 'namespace' | 'collection'>;

function freshKey({ namespace, collection }: StatePlace, key: string): string {
  return `${namespace}/${collection}/${key}`;
}

function areSame(a: Version | null, b: Version | null): boolean {
  return a === null || b === null ? a === b : a.block === b.block && a.transaction === b.transaction;
}
