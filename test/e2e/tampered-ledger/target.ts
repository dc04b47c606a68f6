import { readBlock } from '../../../audit/fabric/block.ts';
import { readEnvelope, readInvocation } from '../../../audit/fabric/transaction.ts';
import { encode, type StoredBlock } from './block-file.ts';

const VALID = 0;

/** A value that a valid transaction has written. */
export interface Target {
  readonly block: number;
  readonly transaction: number;
  readonly key: string;
  readonly value: Buffer;
}

/** The first value that a method has written under such a key. */
export function locate(
  chain: readonly StoredBlock[],
  method: string,
  key: RegExp,
  fits: (value: Buffer) => boolean = () => true,
): Target {
  for (const stored of chain) {
    const { block } = readBlock(encode(stored));
    for (const [transaction, bytes] of block.envelopes.entries()) {
      const envelope = readEnvelope(bytes);
      if (envelope.kind !== 'invocation' || block.flags[transaction] !== VALID) continue;
      const { args, access } = readInvocation(envelope);
      if (args[0]?.toString() !== method) continue;
      for (const { writes } of access)
        for (const { key: name, value } of writes)
          if (value !== null && key.test(name) && fits(value))
            return { block: block.number, transaction, key: name, value };
    }
  }
  throw new Error(`no ${method} on this ledger has written under such a key`);
}
