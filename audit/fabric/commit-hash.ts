import { createHash } from 'node:crypto';
import { mustEqual } from '../discrepancy.ts';
import type { Block } from './block.ts';
import { encodeField, encodeTrue, encodeVarint } from './protobuf.ts';
import type { StateAccess, Version } from './transaction.ts';

interface LastWrite {
  readonly namespace: string;
  readonly collection: string;
  readonly key: Buffer;
  readonly value: Buffer | null;
  readonly version: Version;
}

/**
 * The hash in which a peer sums up, block by block, the verdicts and what was written to its state (Fabric:
 * kv_ledger.go, addBlockCommitHash, and txmgr/update_batch_bytes.go). It is the same at all honest peers, and shows that
 * the peer keeps what the valid transactions wrote.
 */
export class CommitHash {
  #previous: Buffer = Buffer.alloc(0);
  /** The last write to each key in the current block. */
  readonly #writes = new Map<string, LastWrite>();

  /** Enters what a valid transaction wrote. */
  add(version: Version, access: readonly StateAccess[]): void {
    for (const { namespace, collection, writes } of access) {
      for (const { key, value } of writes) {
        const bytes = Buffer.from(key, collection === '' ? 'utf8' : 'hex');
        const write = { namespace, collection, key: bytes, value, version };
        this.#writes.set(`${namespace}\n${collection}\n${key}`, write);
      }
    }
  }

  /** Compares at the end of a block. */
  check(block: Block): void {
    const [expected, found] = [this.after(block).toString('hex'), block.commitHash.toString('hex')];
    mustEqual("a peer's state follows from its blocks", expected, found);
  }

  /** The hash at the end of a block whose writes were added. The first block has none. */
  after({ number, flags }: Pick<Block, 'number' | 'flags'>): Buffer {
    if (number > 0) {
      const hash = createHash('sha256').update(encodeVarint(flags.length)).update(flags);
      this.#previous = hash.update(this.#updates()).update(this.#previous).digest();
    }
    this.#writes.clear();
    return this.#previous;
  }

  /** In order of namespace, collection and key; each of the first two is named where it begins. */
  #updates(): Buffer {
    let last: LastWrite | undefined;
    const fields = [...this.#writes.values()].sort(inOrder).map((write) => {
      const { namespace, collection, key, value, version } = write;
      const isNewNamespace = last?.namespace !== namespace;
      const isNewCollection = isNewNamespace || last?.collection !== collection;
      last = write;
      const update = Buffer.concat([
        isNewNamespace ? encodeField(1, Buffer.from(namespace)) : NOTHING,
        isNewCollection ? encodeField(2, Buffer.from(collection)) : NOTHING,
        encodeField(3, key),
        value === null ? encodeTrue(4) : encodeField(5, value),
        encodeField(6, Buffer.concat([sortable(version.block), sortable(version.transaction)])),
      ]);
      return encodeField(1, update);
    });
    return Buffer.concat(fields);
  }
}

const NOTHING = Buffer.alloc(0);

function inOrder(a: LastWrite, b: LastWrite): number {
  return (
    Buffer.compare(Buffer.from(a.namespace), Buffer.from(b.namespace)) ||
    Buffer.compare(Buffer.from(a.collection), Buffer.from(b.collection)) ||
    Buffer.compare(a.key, b.key)
  );
}

/** A number as Fabric's state database keeps it: how many bytes, then these, the highest first. */
function sortable(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first < 0 ? NOTHING : bytes.subarray(first);
  return Buffer.concat([Buffer.of(significant.length), significant]);
}
