/** `npm run read-model -- verify | rebuild [organisation]`: the read models of this machine's gateways. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { OperatorError } from '../network/operator-error.ts';
import { existing } from './index.ts';
import { gatewayNode } from './organisation/gateway-settings.ts';
import { PROJECT_ROOT } from './state-folder.ts';
import { findOrganisation } from './token.ts';

const PROGRAM = join(PROJECT_ROOT, 'gateway', 'src', 'read-model-cli.ts');

const program = new Command('npm run read-model --')
  .description(
    "verify: builds a second read model from a peer's blocks and compares it with the gateway's. rebuild: has the gateway build its own anew first.",
  )
  .addArgument(new Argument('<action>').choices(['verify', 'rebuild']))
  .argument('[organisation]', 'name or MSP id; default all')
  .action(async (action: string, wanted?: string) => {
    const { definition, state } = existing();
    const organisations =
      wanted === undefined ? definition.organisations : [findOrganisation(definition, wanted)];
    for (const organisation of organisations) {
      const { env } = gatewayNode(definition, organisation, state.organisation(organisation.name));
      const child = spawn(process.execPath, [PROGRAM, action], { env: { ...env }, stdio: 'inherit' });
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) process.exitCode = 1;
    }
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(`commonwatt: ${error.message}`);
  process.exitCode = 1;
}
