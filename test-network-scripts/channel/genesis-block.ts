import { execFile } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROFILE, channelProfile } from '../../network/channel-profile.ts';
import type { ConsortiumDefinition } from '../../network/consortium.ts';
import { writeJson } from '../atomic-file.ts';
import type { StateFolder } from '../state-folder.ts';

const run = promisify(execFile);

/** The channel's first block. Made once, from what all organisations have published, and published itself. */
export async function ensureGenesisBlock(
  consortium: ConsortiumDefinition,
  state: StateFolder,
  binaries: string,
): Promise<Buffer> {
  if (!existsSync(state.genesisBlock)) {
    const folder = join(state.publicDir, 'channel-profile');
    const draft = `${state.genesisBlock}.draft`;
    writeJson(join(folder, 'configtx.yaml'), channelProfile(consortium, state.publicDir));
    try {
      await run(
        join(binaries, 'configtxgen'),
        ['-profile', PROFILE, '-channelID', consortium.channel, '-outputBlock', draft],
        {
          env: { FABRIC_CFG_PATH: folder, FABRIC_LOGGING_SPEC: 'error' },
        },
      );
    } catch (error) {
      throw new Error(
        `configtxgen did not accept the channel's profile: ${(error as { stderr?: string }).stderr ?? String(error)}`,
        { cause: error },
      );
    }
    rmSync(folder, { recursive: true });
    renameSync(draft, state.genesisBlock);
  }
  return readFileSync(state.genesisBlock);
}
