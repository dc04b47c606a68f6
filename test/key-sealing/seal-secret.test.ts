import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSealSecret } from '../../key-sealing/index.ts';

describe('the secret of a wallet', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'secret-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function written(content: string): string {
    const file = join(folder, 'secret');
    writeFileSync(file, content);
    return file;
  }

  it('is the line in its file', () => {
    assert.equal(readSealSecret(written('correct horse battery\n')), 'correct horse battery');
  });

  it('is refused when it is short, without being told', () => {
    assert.throws(
      () => readSealSecret(written('password\n')),
      (error: Error) => error.name === 'SealSecretInvalid' && !error.message.includes('password'),
    );
  });

  it('is missed by the name of its file', () => {
    assert.throws(() => readSealSecret(join(folder, 'none')), { name: 'SealSecretInvalid', message: /none/ });
  });
});
