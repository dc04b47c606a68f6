import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readBundle } from '../../../test-network-scripts/chaincode/bundle.ts';
import { packageChaincode } from '../../../test-network-scripts/chaincode/package.ts';

describe('chaincode package', () => {
  let folder = '';
  const file = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commonwatt-chaincode-'));
    mkdirSync(file('dist'));
    mkdirSync(file('src'));
    writeFileSync(
      file('package.json'),
      JSON.stringify({ version: '1.2.3', main: 'dist/index.js', dependencies: { 'fabric-shim': '2.5.8' } }),
    );
    writeFileSync(file('src/index.ts'), '');
    writeFileSync(file('dist/index.js'), 'exports.contracts = [];');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the same to the last byte for the same code in another folder at another time', () => {
    const copy = mkdtempSync(join(tmpdir(), 'commonwatt-chaincode-'));
    cpSync(folder, copy, { recursive: true });
    utimesSync(join(copy, 'dist/index.js'), 0, 0);
    const [one, other] = [folder, copy].map((root) => packageChaincode('market', readBundle(root)));
    rmSync(copy, { recursive: true });
    assert.equal(one?.packageId, other?.packageId);
    assert.deepEqual(one?.content, other?.content);
  });

  it('changes its id when the code changes', () => {
    const before = packageChaincode('market', readBundle(folder));
    writeFileSync(file('dist/index.js'), 'exports.contracts = [1];');
    const after = packageChaincode('market', readBundle(folder));
    assert.notEqual(before.packageId, after.packageId);
    assert.notEqual(before.version, after.version);
  });

  it('changes its id when a locked dependency is another', () => {
    const before = readBundle(folder).digest;
    const manifest = {
      version: '1.2.3',
      main: 'dist/index.js',
      dependencies: { 'fabric-shim': '2.5.8', zod: '4.6.7' },
    };
    writeFileSync(file('package.json'), JSON.stringify(manifest));
    assert.notEqual(readBundle(folder).digest, before);
  });

  it('does not count what the compiler left behind of deleted sources, nor declarations and maps', () => {
    const before = readBundle(folder).digest;
    for (const name of ['gone.js', 'index.d.ts', 'index.js.map', '.tsbuildinfo'])
      writeFileSync(file(`dist/${name}`), 'x');
    assert.equal(readBundle(folder).digest, before);
  });

  it('holds a chaincode that is not compiled whole, whichever ending its scripts have', () => {
    rmSync(file('src'), { recursive: true });
    writeFileSync(file('contract.cjs'), 'exports.contracts = [];');
    const names = readBundle(folder).files.map((path) => path.slice(folder.length + 1));
    assert.deepEqual(names.sort(), ['contract.cjs', 'dist/index.js', 'package.json']);
  });

  it('holds exactly metadata.json and code.tar.gz, as tar reads it', function () {
    const { content, label } = packageChaincode('market', { digest: 'ab'.repeat(32), version: '1.0.0' });
    const tar = (args: string[]) => spawnSync('tar', args, { input: content });
    if (tar(['--version']).error) this.skip();
    assert.deepEqual(tar(['-tzf', '-']).stdout.toString().trim().split('\n').sort(), [
      'code.tar.gz',
      'metadata.json',
    ]);
    assert.deepEqual(JSON.parse(tar(['-xzOf', '-', 'metadata.json']).stdout.toString()), {
      type: 'ccaas',
      label,
    });
    assert.equal(label, 'market_abababababababab');
  });

  it('says what to do when nothing is compiled', () => {
    rmSync(file('dist/index.js'));
    assert.throws(() => readBundle(folder), /not compiled.*npm run build/);
  });
});
