/** Puts a forged transaction into a copied chain, and makes everything fit that those who conspire can make fit. */
import { createHash } from 'node:crypto';
import { common } from '@hyperledger/fabric-protos';
import { headerHash, readBlock } from '../../../audit/fabric/block.ts';
import { CommitHash } from '../../../audit/fabric/commit-hash.ts';
import { encodeField } from '../../../audit/fabric/protobuf.ts';
import { readEnvelope, readInvocation } from '../../../audit/fabric/transaction.ts';
import { signFor } from '../../audit/nodes.ts';
import { encode, type StoredBlock } from './block-file.ts';
import { forgeTransaction, type Change } from './forge-transaction.ts';
import type { KeyRing } from './key-ring.ts';
import type { Target } from './target.ts';

/** Who forges, each with what those before can do. */
const FORGERS = [
  /** Somebody with an editor. */
  'a file',
  /** Somebody who computes all hashes from there on anew. */
  'the hashes too',
  /** With the keys of all ordering nodes, every block from there on is signed anew. */
  'with all ordering nodes',
  /** With the keys of caller and peers too, the transaction is signed anew. */
  'with everybody but the meter',
] as const;
export type Forger = (typeof FORGERS)[number];

const [SIGNATURES, COMMIT_HASH] = [0, 4];
const INVOCATION_VALID = 0;

/** @returns a changed copy of the chain */
export function forgeChain(
  chain: readonly StoredBlock[],
  { block, transaction, key }: Target,
  change: Change,
  forger: Forger,
  keys: KeyRing,
): StoredBlock[] {
  const means = FORGERS.indexOf(forger);
  const copy = chain.map((stored) => ({
    ...stored,
    envelopes: [...stored.envelopes],
    metadata: [...stored.metadata],
  }));
  const target = copy[block];
  const envelope = target?.envelopes[transaction];
  if (target === undefined || envelope === undefined) throw new RangeError('there is no such transaction');
  const signsTransaction = means >= FORGERS.indexOf('with everybody but the meter');
  target.envelopes[transaction] = forgeTransaction(
    envelope,
    key,
    change,
    signsTransaction ? keys : undefined,
  );
  if (means >= FORGERS.indexOf('the hashes too')) rehash(copy, block);
  if (means >= FORGERS.indexOf('with all ordering nodes')) orderAnew(copy, chain, block, keys);
  return copy;
}

/** Data hash of the changed block, the next ones' hashes of their predecessors, and the peer's commit hashes. */
function rehash(chain: readonly StoredBlock[], from: number): void {
  const commitHash = new CommitHash();
  let previous: Buffer = Buffer.alloc(0);
  for (const stored of chain) {
    if (stored.number === from)
      stored.dataHash = createHash('sha256').update(Buffer.concat(stored.envelopes)).digest();
    if (stored.number > from) stored.previousHash = previous;
    previous = headerHash(stored);
    const { block } = readBlock(encode(stored));
    block.envelopes.forEach((bytes, transaction) => {
      const envelope = readEnvelope(bytes);
      if (envelope.kind === 'invocation' && block.flags[transaction] === INVOCATION_VALID)
        commitHash.add({ block: block.number, transaction }, readInvocation(envelope).access);
    });
    const hash = commitHash.after(block);
    if (stored.number >= from) stored.metadata[COMMIT_HASH] = encodeField(1, hash);
  }
}

/** Every node signs again what it had signed. */
function orderAnew(
  chain: readonly StoredBlock[],
  original: readonly StoredBlock[],
  from: number,
  keys: KeyRing,
): void {
  for (const stored of chain.slice(from)) {
    const before = original[stored.number];
    if (before === undefined) throw new RangeError(`no block ${stored.number}`);
    const signers = readBlock(encode(before)).block.signatures;
    const toSign = readBlock(encode(stored)).block.signatures;
    const metadata = common.Metadata.deserializeBinary(stored.metadata[SIGNATURES] ?? new Uint8Array());
    metadata.getSignaturesList().forEach((entry, index) => {
      const [signed, bytes] = [signers[index], toSign[index]?.signedBytes];
      if (signed === undefined || bytes === undefined) throw new RangeError('a signature is missing');
      const privateKey = keys.ordererOf(signed.signedBytes, signed.signature);
      entry.setSignature(signFor({ privateKey }, bytes));
    });
    stored.metadata[SIGNATURES] = Buffer.from(metadata.serializeBinary());
  }
}
