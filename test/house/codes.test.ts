import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codesIn, compareCodes, notedCodes } from '../answers/codes.ts';

describe('the codes that suites are answered', () => {
  it('are those of problems, verdicts, operations and dry runs', () => {
    assert.deepEqual(codesIn({ code: 'A', errors: [{ path: 'x' }] }), ['A']);
    assert.deepEqual(codesIn({ result: { verdicts: [{ verdict: 'done' }, { code: 'B' }] } }), ['B']);
    assert.deepEqual(codesIn({ error: { code: 'C', detail: '' } }), ['C']);
    assert.deepEqual(codesIn([{ dryRuns: [{ error: { code: 'D' } }] }]), ['D']);
    assert.deepEqual(codesIn('code'), []);
  });

  it('come together from all suites', () => {
    const folder = mkdtempSync(join(tmpdir(), 'commonwatt-codes-'));
    writeFileSync(join(folder, 'one.json'), '["A"]');
    writeFileSync(join(folder, 'two.json'), '["A","B"]');
    assert.deepEqual(notedCodes(folder), new Set(['A', 'B']));
    rmSync(folder, { recursive: true });
  });

  it('lack every registered one when nothing was noted', () => {
    assert.deepEqual(compareCodes(['A', 'B'], new Set()), { missing: ['A', 'B'], unknown: [] });
    assert.deepEqual(compareCodes(['A'], new Set(['A', 'C'])), { missing: [], unknown: ['C'] });
  });
});
