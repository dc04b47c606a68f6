import assert from 'node:assert/strict';
import { before, it } from 'mocha';
import { firstReadingAt } from '../market.ts';
import { idsOfDone, type Party } from '../party.ts';
import type { Stage } from './stage.ts';

const HOUR_SEC = 3600;
const HOURS = 24;

/** Readings of a meter that cannot sign, from its collector's file to the ledger. */
export function importedReadings(stage: Stage): void {
  let collector: Party;
  let manager: Party;
  let id: string;
  const from = firstReadingAt();

  before(async () => {
    const { riverside, riversideCollector } = stage.market.offices;
    [manager, collector] = [riverside, riversideCollector];
    id = stage.market.name('collected');
    await collector.command('/v1/activations', { body: {} });
  });

  it('a collector is entered with a connection point, whose readings it then attests', async () => {
    const owner = await stage.market.member(manager);
    const { meter, possession } = await manager.get('/v1/collector-meters/{kind}/{id}', {
      path: { kind: 'point', id },
      query: { attestedBy: collector.account },
    });
    const limits = { importLimitW: 20_000, exportLimitW: 20_000 };
    const point = { id, owner: owner.account, feeder: 'ieee33', bus: 18, ...limits, meter, possession };
    idsOfDone(await manager.command('/v1/connection-points', { body: { points: [point] } }));
    const { gridOperator, registrar } = stage.market.offices;
    const ids = { body: { ids: [id] } };
    idsOfDone(await gridOperator.command('/v1/connection-points/confirmations', ids));
    idsOfDone(await registrar.command('/v1/connection-points/approvals', ids));

    const rows = Array.from({ length: HOURS }, (_, hour) => {
      const quality = hour === 0 ? 'estimated' : 'measured';
      return `point/${id},${from + hour * HOUR_SEC},${HOUR_SEC},import,${hour},${quality}`;
    });
    const file = ['subject,start,interval,register,value,quality', ...rows].join('\n');
    for (const verdict of ['accepted', 'exists']) {
      const receipts = await collector.importReadings({ file, contentType: 'text/csv' });
      assert.deepEqual(
        receipts.map((receipt) => receipt.verdict),
        [verdict],
      );
    }
    const [block] = await manager.list('/v1/readings', { query: { subject: id } });
    assert.equal(block?.attestedBy, collector.account);
  });

  it('the report by day tells what is measured, estimated and missing', async () => {
    const query = { kind: 'point' as const, subject: id, from, until: from + 2 * HOURS * HOUR_SEC };
    const { days } = await manager.get('/v1/readings/completeness', { query });
    const counts = days.map(({ expected, measured, estimated, missingSec, attested }) => [
      ...[expected, measured, estimated, missingSec],
      attested,
    ]);
    assert.deepEqual(counts, [
      [HOURS, HOURS - 1, 1, 0, true],
      [HOURS, 0, 0, HOURS * HOUR_SEC, false],
    ]);
  });
}
