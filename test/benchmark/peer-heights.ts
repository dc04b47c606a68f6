/** Waits until every peer of a network has committed what the ordering service has delivered. */
import { awaitUntil } from '../../test-network-scripts/await-until.ts';
import { httpGet } from '../../test-network-scripts/health.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';

const TIMEOUT_MS = 60_000;
const HEIGHT = /^ledger_blockchain_height\{channel="([^"]+)"\} (\d+)/gm;

/** @throws TimedOut */
export async function awaitEqualHeights({ definition }: Consortium): Promise<void> {
  const { channel, organisations } = definition;
  await awaitUntil('equal heights of all peers', TIMEOUT_MS, async () => {
    const heights = await Promise.all(
      organisations.map(({ ports }) => heightOf(ports.peer.operations, channel)),
    );
    return heights.every((height) => height !== undefined && height === heights[0]);
  });
}

async function heightOf(operationsPort: number, channel: string): Promise<number | undefined> {
  const page = (await httpGet(`http://127.0.0.1:${operationsPort}/metrics`))?.body ?? '';
  const found = [...page.matchAll(HEIGHT)].find(([, name]) => name === channel);
  return found === undefined ? undefined : Number(found[2]);
}
