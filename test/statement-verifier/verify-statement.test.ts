import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Authority, ID, makeStatement } from './synthetic-statement.ts';

const PROGRAM = join(import.meta.dirname, '../../statement-verifier/verify-statement.mjs');

describe('the program verify-statement', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'statement-'));
    mkdirSync(file('roots'));
    const authorities = ['RegulatorMSP', 'UtilityMSP', 'HillsideMSP'].map((mspId) => new Authority(mspId));
    for (const { mspId, certificate } of authorities) writeFileSync(file(`roots/${mspId}.pem`), certificate);
    const statement = makeStatement({ signers: authorities.map((authority) => authority.peer()) });
    const changed = { ...statement, value: { v: 1, amount: '501', units: 7 } };
    writeFileSync(file('proper.json'), JSON.stringify(statement, null, 2));
    writeFileSync(file('changed.json'), JSON.stringify(changed));
    writeFileSync(file('text.json'), 'no JSON');
  });

  after(() => rmSync(folder, { recursive: true }));

  it('says what is proven, by whom and when, and ends with 0', () => {
    const { status, stdout } = run(file('proper.json'), '--roots', file('roots'));
    assert.equal(status, 0);
    assert.match(stdout, /^PROVEN: coin\/abc\.0, as of 2026-01-15T00:00:00.000Z\n/);
    assert.match(stdout, /RegulatorMSP, UtilityMSP, HillsideMSP/);
    assert.match(stdout, /"amount": "500"/);
  });

  it('says why a changed figure is not proven, and ends with 1', () => {
    const { status, stdout } = run(file('changed.json'), '--roots', file('roots'));
    assert.deepEqual([status, stdout], [1, 'NOT PROVEN: what is shown is not what was signed\n']);
    assert.equal(run(file('text.json'), '--roots', file('roots')).status, 1);
    const other = run(file('proper.json'), '--roots', file('roots'), '--id', 'coin/abc.1');
    assert.deepEqual([other.status, other.stdout], [1, `NOT PROVEN: the statement is about ${ID}\n`]);
  });

  it('gives its verdict as JSON', () => {
    const proven = run(file('proper.json'), '--roots', file('roots'), '--json');
    const { proven: isProven, id } = JSON.parse(proven.stdout) as { proven: boolean; id: string };
    assert.deepEqual([isProven, id], [true, ID]);
    const refused = run(file('changed.json'), '--roots', file('roots'), '--json');
    assert.deepEqual(JSON.parse(refused.stdout), {
      proven: false,
      reason: 'what is shown is not what was signed',
    });
  });

  it('takes roles, channel and chaincode as they are given', () => {
    const roles = ['--regulator', 'UtilityMSP', '--utility', 'RegulatorMSP'];
    assert.equal(run(file('proper.json'), '--roots', file('roots'), ...roles).status, 0);
    for (const option of ['--regulator', '--utility', '--channel', '--chaincode'])
      assert.equal(run(file('proper.json'), '--roots', file('roots'), option, 'other').status, 1, option);
  });

  it('ends with 2 when there is nothing to look at', () => {
    for (const args of [
      [],
      [file('proper.json')],
      [file('missing.json'), '--roots', file('roots')],
      [file('proper.json'), '--roots', folder],
      [file('proper.json'), '--roots', file('roots'), '--unknown'],
    ]) {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.notEqual(stderr, '');
    }
  });
});
