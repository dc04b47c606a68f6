/** A read model that has gone through a lot is what a new one makes of the same blocks. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Consortium } from '../../../test-network-scripts/index.ts';
import { PROJECT_ROOT } from '../../../test-network-scripts/state-folder.ts';
import type { Expectations } from './finding.ts';

/** Has `npm run read-model -- verify` build a second read model from block 0 and compare the contents' hashes. */
export async function expectRebuiltAlike(
  { state }: Consortium,
  organisation: string,
  expectations: Expectations,
): Promise<void> {
  const cli = join(PROJECT_ROOT, 'test-network-scripts', 'read-model-cli.ts');
  const env = { ...process.env, COMMONWATT_STATE: state.root };
  const verdict = await promisify(execFile)(process.execPath, [cli, 'verify', organisation], { env }).then(
    () => 'alike',
    (error: unknown) => String(error),
  );
  expectations.equal(`${organisation}'s read model and a rebuilt one`, verdict, 'alike');
}
