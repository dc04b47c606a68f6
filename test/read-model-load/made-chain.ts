import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { common } from '@hyperledger/fabric-protos';
import type { BlockSource } from '../../gateway/src/read-model/projector.ts';
import { lengthOf, type ChainSize } from './synthetic-chain.ts';

const LENGTH_BYTES = 4;

/** A synthetic chain that another process makes, so that its making takes no memory of the one that reads it. */
export class MadeChain implements BlockSource {
  readonly length: number;
  readonly #size: ChainSize;

  constructor(size: ChainSize) {
    this.#size = size;
    this.length = lengthOf(size);
  }

  height(): Promise<number> {
    return Promise.resolve(this.length);
  }

  async *blocks(from: number, signal: AbortSignal): AsyncGenerator<common.Block> {
    const maker = fork(join(import.meta.dirname, 'chain-maker.ts'), [JSON.stringify(this.#size)], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      execArgv: [],
    });
    try {
      let number = 0;
      for await (const bytes of framesOf(maker)) {
        if (signal.aborted) return;
        if (number >= from) yield common.Block.deserializeBinary(bytes);
        number += 1;
      }
      if (number !== this.length) throw new Error(`the chain ended after ${number} of ${this.length} blocks`);
    } finally {
      maker.kill();
    }
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  }
}

async function* framesOf({ stdout }: ChildProcess): AsyncGenerator<Uint8Array> {
  if (stdout === null) throw new Error('the process that makes the chain has no output');
  let pieces: Buffer[] = [];
  let available = 0;
  for await (const piece of stdout as AsyncIterable<Buffer>) {
    pieces.push(piece);
    available += piece.length;
    if (available < LENGTH_BYTES) continue;
    let read = Buffer.concat(pieces);
    while (read.length >= LENGTH_BYTES && read.length >= LENGTH_BYTES + read.readUInt32BE()) {
      const end = LENGTH_BYTES + read.readUInt32BE();
      yield read.subarray(LENGTH_BYTES, end);
      read = read.subarray(end);
    }
    pieces = [read];
    available = read.length;
  }
}
