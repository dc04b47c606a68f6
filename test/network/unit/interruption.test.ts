import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { loadConsortium } from '../../../network/consortium.ts';
import { awaitUntil } from '../../../test-network-scripts/await-until.ts';
import { PROJECT_ROOT } from '../../../test-network-scripts/state-folder.ts';
import {
  identify,
  isAlive,
  signalProcess,
} from '../../../test-network-scripts/supervisor/process-identity.ts';
import type { ProcessIdentity } from '../../../test-network-scripts/supervisor/process-identity.ts';

const PATIENCE_MS = 20_000;
const PROGRAMS = {
  'the main job': ['community-week/main.ts'],
  'the command up': ['test-network-scripts/cli.ts', 'up'],
};

describe('an interrupted start', function () {
  this.timeout(60_000);
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'commonwatt-interrupted-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string) => join(folder, name);

  /** A program of a tool's name that does what the test wants. */
  function script(name: string, ...lines: string[]): void {
    writeFileSync(file(name), ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(file(name), 0o755);
  }

  /** Runs one of the project's programs in an empty state folder, with the scripts as all the tools that there are. */
  function start(args: readonly string[], environment: Record<string, string> = {}) {
    const [program = '', ...rest] = args;
    const child = spawn(process.execPath, [join(PROJECT_ROOT, program), ...rest], {
      env: {
        PATH: `${folder}:/usr/bin:/bin`,
        COMMONWATT_STATE: file('state'),
        XDG_CACHE_HOME: file('cache'),
        NODE_NO_WARNINGS: '1',
        ...environment,
      },
      // In a group of its own, where a terminal would put Go as well: signals of the test reach this process alone.
      detached: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, exit, output: () => output };
  }

  /** A Go that fetches or compiles for ever, in a process that outlives it. */
  function slowGo(): void {
    script(
      'go',
      '[ "$1 $2" = "env GOVERSION" ] && echo go1.99',
      '[ "$1 $2" = "env CC" ] && echo true',
      '[ "$1" = install ] || [ "$1" = mod ] || exit 0',
      'sleep 600 &',
      `echo $! >> ${file('compilers')}`,
      'wait',
    );
  }

  const compilers = (): Promise<ProcessIdentity[]> =>
    awaitUntil('two compilers', PATIENCE_MS, () => {
      const pids = existsSync(file('compilers')) ? readFileSync(file('compilers'), 'utf8').split('\n') : [];
      const found = pids.filter(Boolean).flatMap((pid) => identify(Number(pid)) ?? []);
      return Promise.resolve(found.length === 2 && found);
    });

  for (const [title, args] of Object.entries(PROGRAMS)) {
    it(`ends the build of Fabric at once, compilers included: ${title}`, async () => {
      slowGo();
      const { child, exit, output } = start(args);
      const running = await compilers();
      try {
        child.kill('SIGINT');
        child.kill('SIGINT');
        assert.equal(await exit, 130, output());
        await awaitUntil('the end of the compilers', PATIENCE_MS, () =>
          Promise.resolve(!running.some(isAlive)),
        );
        assert.doesNotMatch(output(), /Error|failed/);
      } finally {
        for (const compiler of running) signalProcess(compiler, 'SIGKILL');
      }
    });
  }

  it('is all that ends a program that waits for it', async () => {
    const code = [
      "import { interruption, untilInterrupted } from './test-network-scripts/interruption.ts';",
      'await untilInterrupted(interruption());',
      "console.log('interrupted');",
    ];
    const child = spawn(process.execPath, ['--input-type=module', '-e', code.join('\n')], {
      cwd: PROJECT_ROOT,
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    const exit = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    child.kill('SIGINT');
    assert.equal(await exit, 0);
    assert.equal(output, 'interrupted\n');
  });

  it('is no start that failed: of a failed one, the main job tells last what is to be mended', async () => {
    for (const tool of ['orderer', 'configtxgen', 'configtxlator', 'ledgerutil', 'fabric-ca-server'])
      script(tool);
    script('peer', 'echo Version: v3.1.1');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const first = loadConsortium().organisations[0]?.ports.gateway ?? assert.fail();
    try {
      const environment = {
        COMMONWATT_FABRIC_BIN: folder,
        COMMONWATT_PORT_OFFSET: String(port - first),
      };
      const { exit, output } = start(PROGRAMS['the main job'], environment);
      assert.equal(await exit, 1, output());
      const told = output().slice(output().lastIndexOf('commonwatt: '));
      assert.match(told, new RegExp(`port ${port} of gateway.regulator is taken by process ${process.pid}`));
      assert.match(told, /COMMONWATT_PORT_OFFSET/);
    } finally {
      server.close();
    }
  });
});
