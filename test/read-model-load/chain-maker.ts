/** Writes a synthetic chain to standard output: of each block its length (4 bytes, big-endian) and its bytes. */
import { once } from 'node:events';
import { SyntheticChain, type ChainSize } from './synthetic-chain.ts';

const LENGTH_BYTES = 4;

const size = JSON.parse(process.argv[2] ?? '') as ChainSize;
for (const block of new SyntheticChain(size).blocks()) {
  const bytes = block.serializeBinary();
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.length);
  process.stdout.write(length);
  if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
}
