import type { common } from '@hyperledger/fabric-protos';
import type { PeerConnection } from './connection.ts';
import type { LedgerIdentity } from './wallet.ts';

/**
 * Blocks of the own peer from number `from` on, each as soon as it is committed. The iteration throws when the
 * connection is lost (streams do not heal), and ends when `signal` is aborted.
 */
export async function* blockStream(
  connection: PeerConnection,
  identity: LedgerIdentity,
  channel: string,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<common.Block> {
  const blocks = await connection
    .as(identity)
    .getNetwork(channel)
    .getBlockEvents({ startBlock: BigInt(from) });
  const close = () => blocks.close();
  signal.addEventListener('abort', close);
  try {
    if (!signal.aborted) yield* blocks;
  } finally {
    signal.removeEventListener('abort', close);
    blocks.close();
  }
}
