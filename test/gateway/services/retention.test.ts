import assert from 'node:assert/strict';
import { OperationJournal } from '../../../gateway/src/read-model/operation-journal.ts';
import type { Database } from '../../../gateway/src/read-model/database.ts';
import { Retention } from '../../../gateway/src/services/retention.ts';
import { silent } from '../fabric/stub-ledger.ts';
import { emptyDatabase } from '../empty-database.ts';

const DAY_MS = 86_400_000;
const DAYS = 90;

describe('the retention of operations', function () {
  this.timeout(60_000);
  let database: Database;

  before(async () => {
    database = await emptyDatabase();
  });
  after(() => database.destroy());

  async function insert(count: number, name: string, finishedAt: number | null): Promise<void> {
    const rows = Array.from({ length: count }, (_, index) => ({
      id: `${name}-${index}`,
      account: 'RiversideMSP/m1',
      method: 'money:pay',
      idempotency_key: `${name}-${index}`,
      request_hash: 'h',
      status: finishedAt === null ? ('pending' as const) : ('committed' as const),
      created_at: 0,
      finished_at: finishedAt,
    }));
    await database.insertInto('service.operations').values(rows).execute();
  }

  it('forgets those that ended longer ago, however many, and neither younger nor pending ones', async () => {
    const now = 1000 * DAY_MS;
    await insert(2500, 'old', now - DAYS * DAY_MS - 1);
    await insert(2, 'young', now - DAYS * DAY_MS);
    await insert(1, 'pending', null);
    await new Retention([new OperationJournal(database)], DAYS, silent, () => now).run();
    const left = await database.selectFrom('service.operations').select('id').orderBy('id').execute();
    assert.deepEqual(
      left.map(({ id }) => id),
      ['pending-0', 'young-0', 'young-1'],
    );
  });
});
