import assert from 'node:assert/strict';
import {
  LIST_LIMIT,
  type ConnectionPoint,
  type DeviceSubmission,
  type PointSubmission,
} from '@commonwatt/chaincode/domain';
import type { TestIdentity } from '../../ledger/index.ts';
import { possessionOf } from '../domain/meter/possession.ts';
import { SimulatedMeter } from '../domain/reading/metering.ts';
import { ANNA } from '../domain/samples.ts';
import { codeOfCall, Market } from './market.ts';

const REASON = 'inspection';

function pointSubmission(id: string, owner = ANNA): PointSubmission {
  const meter = new SimulatedMeter({ kind: 'point', id });
  return {
    id,
    owner,
    feeder: 'ieee33',
    bus: 18,
    importLimitW: 20_000,
    exportLimitW: 10_000,
    meter: meter.meter,
    possession: possessionOf(meter),
  };
}

function deviceSubmission(id: string, point: string): DeviceSubmission {
  const meter = new SimulatedMeter({ kind: 'device', id });
  return {
    id,
    owner: ANNA,
    point,
    source: 'solar',
    technology: 'photovoltaic',
    capacityW: 5000,
    commissionedAt: 1_700_000_000,
    supportStatus: 'none',
    region: 'valley',
    meter: meter.meter,
    possession: possessionOf(meter),
  };
}

describe('registrations on the ledger', () => {
  let market: Market;
  let manager: TestIdentity;
  let operator: TestIdentity;

  async function open(copies: 1 | 3): Promise<void> {
    market = await Market.open({ copies });
    manager = market.identity('RiversideMSP', 'manager');
    operator = market.identity('UtilityMSP', 'gridOperator');
    await market.member('RiversideMSP', 'anna');
  }

  async function recordOf(id: string): Promise<unknown> {
    return ((await market.evaluate(market.registrar, 'statements:statement', { id })) as { value: unknown })
      .value;
  }

  afterEach(() => {
    market.close();
  });

  it('a point and its device live from submission to retirement, the same on every endorser', async () => {
    await open(3);
    const point = { ids: ['house-001'] };
    const device = { ids: ['roof-0001'] };
    const steps: [TestIdentity, string, unknown, string][] = [
      [manager, 'points:submit', { points: [pointSubmission('house-001')] }, 'done'],
      [manager, 'devices:submit', { devices: [deviceSubmission('roof-0001', 'house-001')] }, 'done'],
      [market.registrar, 'points:approve', point, 'STATE_CONFLICT'],
      [operator, 'points:confirm', point, 'done'],
      [operator, 'devices:confirm', device, 'done'],
      [market.registrar, 'devices:approve', device, 'STATE_CONFLICT'],
      [market.registrar, 'points:approve', point, 'done'],
      [market.registrar, 'devices:approve', device, 'done'],
      [market.registrar, 'devices:approve', device, 'exists'],
      [operator, 'devices:reject', { ...device, reason: REASON }, 'STATE_CONFLICT'],
      [market.registrar, 'devices:suspend', { ...device, reason: REASON }, 'done'],
      [operator, 'devices:reinstate', { ...device, reason: REASON }, 'NOT_AUTHORISED'],
      [market.registrar, 'devices:reinstate', { ...device, reason: REASON }, 'done'],
      [
        market.identity('HillsideMSP', 'manager'),
        'points:retire',
        { ...point, reason: REASON },
        'NOT_AUTHORISED',
      ],
      [manager, 'devices:retire', { ...device, reason: REASON }, 'done'],
      [manager, 'points:retire', { ...point, reason: REASON }, 'done'],
    ];
    for (const [caller, method, command, verdict] of steps) {
      assert.deepEqual(
        await market.verdicts(caller, method, command),
        [verdict],
        `${method} by ${caller.id}`,
      );
    }
    const stored = (await recordOf('point/house-001')) as ConnectionPoint;
    assert.deepEqual([stored.status, stored.devices], ['retired', ['roof-0001']]);
  });

  it('the same submission again is exists, with other content refused', async () => {
    await open(1);
    const submission = pointSubmission('house-001');
    assert.deepEqual(await market.verdicts(manager, 'points:submit', { points: [submission] }), ['done']);
    assert.deepEqual(await market.verdicts(manager, 'points:submit', { points: [submission] }), ['exists']);
    const other = { ...submission, bus: 7 };
    assert.deepEqual(await market.verdicts(manager, 'points:submit', { points: [other] }), [
      'EXISTS_WITH_DIFFERENT_CONTENT',
    ]);
  });

  it('a key once on the ledger is taken for every other subject, of any organisation', async () => {
    await open(1);
    await market.member('HillsideMSP', 'bruno');
    const submission = pointSubmission('house-001');
    await market.verdicts(manager, 'points:submit', { points: [submission] });
    const stolen = { ...pointSubmission('house-002', 'HillsideMSP/bruno'), meter: submission.meter };
    const other = market.identity('HillsideMSP', 'manager');
    assert.deepEqual(await market.verdicts(other, 'points:submit', { points: [stolen] }), [
      'METER_KEY_TAKEN',
    ]);
  });

  it('a full list is carried out in one transaction, one longer refused whole', async () => {
    await open(1);
    const points = Array.from({ length: LIST_LIMIT }, (_, index) => pointSubmission(`house-${index}`));
    const verdicts = await market.verdicts(manager, 'points:submit', { points });
    assert.deepEqual([...new Set(verdicts), verdicts.length], ['done', LIST_LIMIT]);
    const ids = points.map(({ id }) => id);
    assert.equal(new Set(await market.verdicts(operator, 'points:confirm', { ids })).size, 1);
    const tooMany = market.submit(operator, 'points:confirm', { ids: [...ids, 'house-more'] });
    assert.equal(await codeOfCall(tooMany), 'COMMAND_MALFORMED');
  });

  it('costs one read and one write per record, the owner read once for the list', async () => {
    await open(1);
    await market.submit(manager, 'accounts:activate');
    const points = [pointSubmission('house-001'), pointSubmission('house-002')];
    const submit = await market.ledger.endorse(manager, 'points:submit', [JSON.stringify({ points })]);
    const { gets, puts, scans } = submit.operations;
    // Consortium, caller, owner, then point and meter of each; point, meter and head of each.
    assert.deepEqual({ gets, puts, scans }, { gets: 3 + 2 * 2, puts: 3 * 2, scans: 0 });
  });
});
