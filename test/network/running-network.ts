import { up } from '../../test-network-scripts/index.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';

let network: Promise<Consortium> | undefined;

/** The network of the environment's settings; brought up when it does not run. */
export function runningNetwork(): Promise<Consortium> {
  return (network ??= up());
}
