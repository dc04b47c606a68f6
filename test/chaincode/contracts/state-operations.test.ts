import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { METHODS } from '@commonwatt/chaincode/domain';
import { costTable, type Cost } from './cost-sheet.ts';
import { tellCosts } from './cost-story.ts';

const SNAPSHOT = new URL('state-operations.md', import.meta.url);
/** Set to anything, it writes the snapshot anew: the difference is then for the reviewer to judge. */
const UPDATE = 'UPDATE_STATE_OPERATIONS';

const HEADING = `# What each method costs

State operations of one transaction, in the order of the calls below, and bytes: of the values put, of the argument, of
the response and of the event. Written by \`state-operations.test.ts\` (\`${UPDATE}=1\` writes it anew), so that a change
of cost is seen in review.
`;

describe('state operations', () => {
  let costs: readonly Cost[];

  before(async function () {
    this.timeout(30_000);
    costs = await tellCosts();
  });

  it('are counted for every method', () => {
    const counted = new Set(costs.map(({ method }) => method));
    assert.deepEqual(
      METHODS.map(({ name }) => name).filter((name) => !counted.has(name)),
      [],
    );
  });

  it('are as many as the snapshot in the repository says', () => {
    const table = `${HEADING}\n${costTable(costs)}\n`;
    if (process.env[UPDATE] !== undefined) writeFileSync(SNAPSHOT, table);
    const snapshot = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : '';
    assert.equal(table, snapshot, `costs have changed; if they should, run this test with ${UPDATE}=1`);
  });

  it('are never scans, in a transaction that writes', () => {
    assert.deepEqual(
      costs.filter(({ scans, puts }) => scans > 0 && puts > 0).map(({ method }) => method),
      [],
    );
  });

  it('read and write a fixed number of keys for each meter of a submission of readings', () => {
    const [one, , many] = costs.filter(({ method }) => method === 'readings:submit');
    assert.ok(one && many);
    const meters = many.puts / one.puts;
    const fixedGets = 2; // the organisations and the caller's account
    assert.equal(many.gets - fixedGets, (one.gets - fixedGets) * meters);
  });
});
