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
    for (const { namespace, reads } of access) {
      const versions = this.#namespaces.get(namespace);
      const changed = reads.find(
        ({ key, version }) =>
          this.#fresh.has(`${namespace}\n${key}`) || !areSame(versions?.get(key) ?? null, version),
      );
      if (changed !== undefined) return changed.key;
    }
    return undefined;
  }

  /** Enters what a valid transaction wrote. */
  apply(version: Version, access: readonly StateAccess[]): void {
    this.#enter(version.block);
    for (const { namespace, writes } of access) {
      const versions = this.#namespaces.get(namespace) ?? new Map<string, Version>();
      this.#namespaces.set(namespace, versions);
      for (const { key, value } of writes) {
        this.#fresh.add(`${namespace}\n${key}`);
        if (value === null) versions.delete(key);
        else versions.set(key, version);
      }
    }
  }

  #enter(block: number): void {
    if (block !== this.#block) this.#fresh.clear();
    this.#block = block;
  }
}

function areSame(a: Version | null, b: Version | null): boolean {
  return a === null || b === null ? a === b : a.block === b.block && a.transaction === b.transaction;
}
