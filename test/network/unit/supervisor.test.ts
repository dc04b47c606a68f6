import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { writeJson } from '../../../test-network-scripts/atomic-file.ts';
import { awaitUntil } from '../../../test-network-scripts/await-until.ts';
import { OrganisationFolder } from '../../../test-network-scripts/state-folder.ts';
import { ensureSupervisor } from '../../../test-network-scripts/supervisor/launch.ts';
import { readRunRecord, writeNodeSpec } from '../../../test-network-scripts/supervisor/node-spec.ts';
import type { NodeSpec, RunRecord } from '../../../test-network-scripts/supervisor/node-spec.ts';
import {
  identify,
  isAlive,
  markedProcesses,
  signalProcess,
} from '../../../test-network-scripts/supervisor/process-identity.ts';
import { stopProcess } from '../../../test-network-scripts/supervisor/stop-process.ts';
import { Supervisor } from '../../../test-network-scripts/supervisor/supervisor.ts';

const PATIENCE_MS = 15_000;

/** A node that only waits; `script` is run first. */
function sleeper(script = ''): NodeSpec {
  const code = `${script}; setInterval(() => undefined, 1000)`;
  return { type: 'peer', command: process.execPath, args: ['-e', code], env: {}, cwd: tmpdir(), port: 1 };
}

describe('supervisor', function () {
  this.timeout(60_000);
  let folder: OrganisationFolder;
  beforeEach(() => (folder = new OrganisationFolder(mkdtempSync(join(tmpdir(), 'commonwatt-supervisor-')))));
  afterEach(async () => {
    const supervisor = readRunRecord(folder, 'supervisor');
    if (supervisor) await stopProcess(supervisor);
    for (const { identity } of markedProcesses(folder.root)) await stopProcess(identity, 0);
    rmSync(folder.root, { recursive: true });
  });

  const running = (other?: RunRecord) =>
    awaitUntil('the node running', PATIENCE_MS, () => {
      const record = readRunRecord(folder, 'peer');
      return Promise.resolve(record && isAlive(record) && record.pid !== other?.pid ? record : undefined);
    });
  const supervisorOf = () => readRunRecord(folder, 'supervisor') ?? assert.fail('no supervisor');

  it('starts what is wanted, and starts it again when it dies', async () => {
    writeNodeSpec(folder, sleeper());
    await ensureSupervisor(folder);
    const first = await running();
    signalProcess(first, 'SIGKILL');
    const second = await running(first);
    assert.equal(second.starts, 2);
  });

  it('restarts a node whose settings changed, and only then', async () => {
    writeNodeSpec(folder, sleeper());
    await ensureSupervisor(folder);
    const first = await running();
    writeNodeSpec(folder, sleeper());
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.ok(isAlive(first));
    writeNodeSpec(folder, sleeper('1'));
    await running(first);
    assert.ok(!isAlive(first));
  });

  it('leaves its nodes running when it dies, and its successor adopts them', async () => {
    writeNodeSpec(folder, sleeper());
    await ensureSupervisor(folder);
    const node = await running();
    const first = supervisorOf();
    signalProcess(first, 'SIGKILL');
    await awaitUntil('its death', PATIENCE_MS, () => Promise.resolve(!isAlive(first)));
    assert.ok(isAlive(node));
    await ensureSupervisor(folder);
    assert.notEqual(supervisorOf().pid, first.pid);
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.ok(isAlive(node), 'adopted, not replaced');
  });

  it('ends all nodes when it is asked to end, also those that do not listen', async () => {
    writeNodeSpec(folder, sleeper("process.on('SIGTERM', () => undefined)"));
    await ensureSupervisor(folder);
    const node = await running();
    const supervisor = supervisorOf();
    await stopProcess(supervisor, PATIENCE_MS);
    assert.ok(!isAlive(node));
    assert.ok(!existsSync(folder.runFile('supervisor')));
  });

  /** Milliseconds before the next start after each of the first three deaths, as the supervisor's log tells. */
  const threeDelays = async () => {
    const delays = await awaitUntil('three deaths', PATIENCE_MS, () => {
      const found = [
        ...readFileSync(folder.logFile('supervisor'), 'utf8').matchAll(/again in (\d+) ms/g),
      ].map(([, ms]) => Number(ms));
      return Promise.resolve(found.length >= 3 && found);
    });
    return delays.slice(0, 3);
  };

  it('waits longer and longer with a node that always dies', async () => {
    writeNodeSpec(folder, { ...sleeper(), args: ['-e', 'process.exit(3)'] });
    await ensureSupervisor(folder);
    assert.deepEqual(await threeDelays(), [250, 500, 1000]);
  });

  it('leaves a node dead for as long as its settings say', async () => {
    writeNodeSpec(folder, { ...sleeper(), args: ['-e', 'process.exit(3)'], restartAfterMs: 750 });
    await ensureSupervisor(folder);
    assert.deepEqual(await threeDelays(), [750, 750, 1000]);
  });

  it('does not touch a process that got the pid of a dead node', async () => {
    const stranger = identify(process.pid) ?? assert.fail();
    writeJson(folder.runFile('peer'), {
      ...stranger,
      startTime: 'long ago',
      specDigest: '',
      startedAt: 0,
      starts: 1,
    });
    writeNodeSpec(folder, sleeper());
    await ensureSupervisor(folder);
    const node = await running({ ...stranger, specDigest: '', startedAt: 0, starts: 0 });
    assert.notEqual(node.pid, process.pid);
  });

  it('is alone: a second one refuses', async () => {
    await ensureSupervisor(folder);
    assert.throws(() => new Supervisor(folder, () => undefined), /already supervises/);
  });

  it('keeps logs and records to their owner', async () => {
    writeNodeSpec(folder, sleeper());
    await ensureSupervisor(folder);
    await running();
    for (const file of [folder.logFile('peer'), folder.runFile('peer'), folder.nodeFile('peer')]) {
      assert.equal(statSync(file).mode & 0o077, 0, file);
    }
  });
});
