import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@commonwatt/chaincode/domain';

const PAGE = new URL('../../../docs/errors.md', import.meta.url);
const ROW = /^\| `([A-Z_]+)` \| (.*) \|$/gm;

describe('docs/errors.md', () => {
  it('lists every error code with its meaning, in order of precedence', () => {
    const rows = [...readFileSync(PAGE, 'utf8').matchAll(ROW)].map(([, code, meaning]) => [code, meaning]);
    assert.deepEqual(rows, Object.entries(ERROR_CODES));
  });
});
