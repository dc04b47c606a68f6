import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DomainError } from '@commonwatt/chaincode/domain';
import { BusinessError, Unavailable } from '../../../gateway/src/fabric/errors.ts';
import { CODES, isPlaced, statusOf, type Code } from '../../../gateway/src/problem/code.ts';
import { GATEWAY_CODES } from '../../../gateway/src/problem/gateway-code.ts';
import { problemOf } from '../../../gateway/src/problem/from-error.ts';
import { Problem } from '../../../gateway/src/problem/problem.ts';

const PAGE = new URL('../../../docs/errors.md', import.meta.url);
const ROW = /^\| ([0-9]{3}) \| `([A-Z_]+)` \| (.*) \|$/gm;

describe('problems', () => {
  it('have a status for every registered code, a 4xx or 503', () => {
    for (const code of Object.keys(CODES) as Code[]) {
      assert.ok(isPlaced(code), `${code} has no status of its own`);
      assert.ok(statusOf(code) === 503 || (statusOf(code) >= 400 && statusOf(code) < 500), code);
    }
  });

  it('of the gateway itself are listed in docs/errors.md, with status and meaning', () => {
    const rows = [...readFileSync(PAGE, 'utf8').matchAll(ROW)].map(([, ...cells]) => cells);
    const expected = Object.entries(GATEWAY_CODES).map(([code, meaning]) => [
      String(statusOf(code as Code)),
      code,
      meaning,
    ]);
    assert.deepEqual(rows, expected);
  });

  it('carry Retry-After exactly when they are 503', () => {
    assert.equal(new Problem('UNAVAILABLE', 'busy', { retryAfterSec: 7 }).headers['Retry-After'], '7');
    assert.equal(new Problem('NOT_FOUND', 'nothing').headers['Retry-After'], undefined);
  });

  it('are what errors of the ledger mean', () => {
    assert.equal(problemOf(new BusinessError('OFFER_CLOSED', 'filled')).code, 'OFFER_CLOSED');
    assert.equal(problemOf(new DomainError('COMMAND_TOO_LARGE', 'large')).status, 413);
    const busy = problemOf(new Unavailable('busy', 3));
    assert.deepEqual([busy.status, busy.headers['Retry-After']], [503, '3']);
  });

  it('are passing ones when the database cannot be reached', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' });
    const ended = Object.assign(new Error('terminating connection'), { code: '57P01' });
    for (const error of [refused, ended, new Error('Connection terminated unexpectedly')]) {
      const problem = problemOf(error);
      assert.equal(problem.code, 'UNAVAILABLE', error.message);
      assert.ok(!problem.detail.includes('10.1.2.3'));
    }
    assert.equal(problemOf(Object.assign(new Error('syntax'), { code: '42601' })).code, 'INTERNAL');
  });

  it('tell nothing of the inside of an error that nobody foresaw', () => {
    const problem = problemOf(new Error('password is swordfish'));
    assert.equal(problem.code, 'INTERNAL');
    assert.ok(!JSON.stringify(problem.toDetails('r')).includes('swordfish'));
  });
});
