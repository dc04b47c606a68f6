import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditReport } from '../../audit/report.ts';
import { copyOf, writeCopy } from './ledger-copy.ts';
import { tellStory } from './story.ts';

const CLI = fileURLToPath(new URL('../../audit/cli.ts', import.meta.url));
const BALANCED = 0;
const BROKEN = 1;
const NOT_AUDITED = 2;

describe('npm run audit', () => {
  let state: string;
  let file: string;

  before(async () => {
    state = mkdtempSync(join(tmpdir(), 'commonwatt-state-'));
    const chain = join(state, 'organisations/Regulator/peer/data/ledgersData/chains/chains/commonwatt');
    mkdirSync(dirname(chain), { recursive: true });
    writeCopy(chain, copyOf(await tellStory()));
    file = join(chain, 'blockfile_000000');
  });
  after(() => rmSync(state, { recursive: true }));

  function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const env = { ...process.env, COMMONWATT_STATE: state };
    return spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env });
  }

  it("reads the regulator's peer, prints sums and endorsements, and ends with 0", () => {
    const { status, stdout } = run('--endorsements');
    assert.equal(status, BALANCED);
    assert.match(
      stdout,
      /metered 50\.150 kWh = issued 48\.000 kWh \+ carried 0\.920 kWh \+ not yet used 1\.230 kWh/,
    );
    assert.match(stdout, /issued 48 = retired 3 \+ outstanding 45/);
    assert.match(stdout, /minted 9\.00000056 - burned 0\.0000005 = in coins 9\.00000006/);
    assert.match(stdout, /\d+ +0 {2}RegulatorMSP \+ RiversideMSP \+ UtilityMSP/);
    assert.match(stdout, /audit: balanced\n$/);
  });

  it('gives the same as JSON', () => {
    const report = JSON.parse(run('--json', '--no-signatures').stdout) as AuditReport;
    assert.equal(report.balanced, true);
    assert.equal(report.signatures.checked, false);
    assert.equal(report.energy.meteredWh, 50_150);
  });

  it('names the place of a break and ends with 1', () => {
    const bytes = readFileSync(file);
    const copy = join(state, 'copy');
    mkdirSync(copy);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(copy, 'blockfile_000000'), bytes);
    const { status, stdout } = run('--blocks', copy);
    assert.equal(status, BROKEN);
    assert.match(stdout, /audit: BROKEN at block \d+.*\n {2}expected .*\n {2}found/);
    assert.doesNotMatch(stdout, /balanced/);
  });

  it('ends with 2 when there is nothing to audit, or the options are wrong', () => {
    assert.equal(run('--organisation', 'Nobody').status, NOT_AUDITED);
    const { status, stderr } = run('--unheard-of');
    assert.equal(status, NOT_AUDITED);
    assert.match(stderr, /--help/);
  });
});
