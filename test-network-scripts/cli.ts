/** `npm run network -- COMMAND`: the network's command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { OperatorError } from '../network/operator-error.ts';
import { changeSecret, existing, down, Interrupted, INTERRUPTED_EXIT_CODE, reset } from './index.ts';
import { printLogs } from './show-logs.ts';
import { printStatus } from './show-status.ts';
import { showUp } from './show-up.ts';
import { findOrganisation } from './token.ts';

const program = new Command('npm run network --')
  .description(
    'Runs a Commonwatt consortium on this machine, one folder and one supervisor per organisation.',
  )
  .addHelpText(
    'after',
    `
Settings (environment):
  COMMONWATT_STATE          the network's folder (default .commonwatt in the project)
  COMMONWATT_PORT_OFFSET    added to every port of network/consortium.yaml
  COMMONWATT_FABRIC_BIN     folder with the programs of Fabric 3 and fabric-ca-server
  COMMONWATT_CHAINCODE_DIR  folder of another chaincode to deploy
  DATABASE_URL              PostgreSQL for the gateways; {organisation} in it becomes each one's name
  GATEWAY_OIDC_ISSUERS      JSON list of issuers whose tokens the gateways take; {organisation} as above`,
  );

const examples = (...lines: string[]) =>
  `\nExamples:\n${lines.map((line) => `  npm run network -- ${line}`).join('\n')}`;

program
  .command('up')
  .description('bring the network up, heal what is missing, deploy the chaincode if it changed')
  .option('--consortium <file>', 'consortium file', undefined)
  .addHelpText('after', examples('up', 'up --consortium my-consortium.yaml'))
  .action(async ({ consortium }: { consortium?: string }) => await showUp(consortium));

program
  .command('down')
  .description('stop every process of the network; its state stays')
  .addHelpText('after', examples('down'))
  .action(async () => {
    const started = Date.now();
    await down();
    console.log(`down after ${((Date.now() - started) / 1000).toFixed(1)} s; no process and no port is left`);
  });

program
  .command('reset')
  .description('stop the network and remove its state: keys, ledger, everything')
  .addHelpText('after', examples('reset'))
  .action(async () => {
    await reset();
    console.log('the network and its state are gone');
  });

program
  .command('status')
  .description('show what runs; exit code 1 when something does not')
  .option('--json', 'as JSON')
  .addHelpText('after', examples('status', 'status --json'))
  .action(async ({ json }: { json?: boolean }) => await printStatus(json ?? false));

program
  .command('logs')
  .argument('[node]', 'for example peer.riverside; all nodes when absent')
  .description("show the end of the nodes' logs")
  .option('-f, --follow', 'go on as the logs grow')
  .option('-n, --lines <number>', 'how many lines of each log', wholeNumber, 20)
  .addHelpText('after', examples('logs', 'logs gateway.utility --follow', 'logs orderer.regulator -n 100'))
  .action(
    async (node: string | undefined, options: { follow?: boolean; lines: number }) =>
      await printLogs(node, options),
  );

program
  .command('token')
  .argument('<organisation>', 'name or MSP id')
  .argument('<user>', 'enrolment id')
  .description("print a development bearer token for the organisation's gateway")
  .option('--scope <scopes>', 'blank-separated scopes')
  .option('--ttl <seconds>', 'seconds until it expires', wholeNumber)
  .addHelpText(
    'after',
    examples('token Riverside manager', 'token Utility buyer --scope "commonwatt" --ttl 3600'),
  )
  .action(async (organisation: string, user: string, { scope, ttl }: { scope?: string; ttl?: number }) => {
    console.log(
      await existing().token(organisation, user, { ...(scope && { scope }), ...(ttl && { ttlSec: ttl }) }),
    );
  });

program
  .command('wallet-secret')
  .argument('<organisation>', 'name or MSP id')
  .description(
    "seal all keys of an organisation's wallet with another secret, while its gateway is down; interrupted, it goes on when it is called again, or at the next up",
  )
  .option(
    '--secret <file>',
    'file with the new secret, one line of 16 characters at least (default: a random one)',
  )
  .addHelpText('after', examples('wallet-secret Riverside', 'wallet-secret Riverside --secret new-secret'))
  .action(async (organisation: string, { secret }: { secret?: string }) => {
    const keys = await changeSecret(organisation, { secretFile: secret });
    console.log(`${keys} keys are sealed with the new secret; the old one opens none of them`);
  });

program
  .command('roots')
  .argument('<folder>', 'written as <MSP id>.pem for each organisation; made when it is not there')
  .description("write the organisations' public root certificates, for verify-statement")
  .addHelpText('after', examples('roots roots'))
  .action((folder: string) => {
    mkdirSync(folder, { recursive: true });
    for (const [mspId, root] of existing().roots()) writeFileSync(join(folder, `${mspId}.pem`), root);
  });

program
  .command('agent')
  .argument('<organisation>', 'name or MSP id')
  .description("supervise one organisation's nodes in the foreground, until Ctrl-C; up must have made them")
  .addHelpText('after', examples('agent Riverside'))
  .action(async (wanted: string) => {
    const { definition, state } = existing();
    const { name } = findOrganisation(definition, wanted);
    const { supervise } = await import('./supervisor/supervisor.ts');
    await supervise(state.organisation(name), (line) => console.log(`${new Date().toISOString()} ${line}`));
  });

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('must be a whole number above 0');
  return value;
}

try {
  await program.parseAsync();
} catch (error) {
  const text =
    error instanceof OperatorError ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`commonwatt: ${text ?? ''}`);
  process.exitCode = error instanceof Interrupted ? INTERRUPTED_EXIT_CODE : 1;
}
