import { BusinessError } from '../fabric/errors.ts';
import type { Projection } from '../read-model/projection.ts';

const CATCH_UP_MS = 5_000;

/**
 * Looks something up in the read model; when it is missing there, once more after the read model has caught up with
 * the own peer. So a client may build on what it has just committed through another gateway.
 *
 * @throws BusinessError that the newer view gives as well
 */
export async function inFreshView<Value>(projection: Projection, look: () => Promise<Value>): Promise<Value> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof BusinessError) || !(await catchUp(projection))) throw error;
  }
  return look();
}

/** Whether there was something to catch up with. */
async function catchUp(projection: Projection): Promise<boolean> {
  const before = projection.blockNumber;
  // A peer that cannot be asked has nothing to tell; the submission that follows says so.
  const lag = await projection.lagBlocks().catch(() => 0);
  return lag > 0 && (await projection.waitForBlock(before + lag, CATCH_UP_MS));
}
