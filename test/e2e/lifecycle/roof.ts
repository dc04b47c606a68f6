import assert from 'node:assert/strict';
import { before, it } from 'mocha';
import { encodeSubmission, type SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { INTERVAL_SEC, MeteredRoof, type TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import { firstReadingAt, PURPOSE } from '../market.ts';
import { codeOf, idsOfDone, type Party } from '../party.ts';
import { UNIT_WH, type Stage } from './stage.ts';

const DAY_SEC = 86_400;
/** Long enough to lie in another month than the last readings. */
const GAP_SEC = 35 * DAY_SEC;

/** A connection point and its device from submission to retirement. */
export function lifeOfARoof(stage: Stage): void {
  let owner: Party;
  let manager: Party;
  let roof: MeteredRoof;
  /** As the meters hold them: for their own deliveries and heads. */
  let deviceMeter: Party;
  let pointMeter: Party;
  const first = firstReadingAt() - GAP_SEC;

  before(() => {
    owner = stage.cast.newcomer;
    manager = stage.market.offices.hillside;
    roof = new MeteredRoof(owner.account, stage.market.name('life'));
  });

  const points = () => ({ ids: [roof.point] });
  const devices = () => ({ ids: [roof.device] });
  const device = () => owner.get('/v1/devices/{id}', { path: { id: roof.device } });
  const point = () => owner.get('/v1/connection-points/{id}', { path: { id: roof.point } });
  const head = () => deviceMeter.get('/v1/devices/{id}/head', { path: { id: roof.device } });
  const cursor = () => owner.get('/v1/devices/{id}/cursor', { path: { id: roof.device } });
  /** What the device's meter signs next, and how to tell it that it was taken. */
  const generation = (
    start: number,
    values: readonly number[],
    { estimated = [], fillsGap = false }: { estimated?: [number, number][]; fillsGap?: boolean } = {},
  ) =>
    roof.deviceMeter.signNext(stage.market.channel, {
      start,
      intervalSec: INTERVAL_SEC,
      fillsGap,
      registers: [{ register: 'generation', values, estimated }],
    });
  const verdictOn = async (signed: SignedProfileBlock) =>
    (await deviceMeter.deliver(encodeSubmission([signed])))[0];

  it('is submitted by the manager; what is rejected is out of the way', async () => {
    const wrong = new MeteredRoof(owner.account, stage.market.name('wrong'));
    await stage.market.submitRoofs(manager, [roof]);
    const { channel } = stage.market;
    const nowhere = { ...wrong.pointSubmission(channel), feeder: 'nowhere' };
    idsOfDone(await manager.command('/v1/connection-points', { body: { points: [nowhere as never] } }));
    const mill = { ...wrong.deviceSubmission(channel), source: 'wind', region: 'coast' };
    idsOfDone(await manager.command('/v1/devices', { body: { devices: [mill as never] } }));
    const { gridOperator, registrar } = stage.market.offices;
    const reason = 'no such feeder';
    idsOfDone(
      await gridOperator.command('/v1/devices/rejections', { body: { ids: [wrong.device], reason } }),
    );
    idsOfDone(
      await registrar.command('/v1/connection-points/rejections', { body: { ids: [wrong.point], reason } }),
    );
    const rejected = await owner.get('/v1/connection-points/{id}', { path: { id: wrong.point } });
    assert.deepEqual([rejected.status, rejected.reason, rejected.devices], ['rejected', reason, []]);
    const rejectedDevice = await owner.get('/v1/devices/{id}', { path: { id: wrong.device } });
    assert.deepEqual([rejectedDevice.status, rejectedDevice.reason], ['rejected', reason]);
    assert.deepEqual([(await point()).status, (await device()).status], ['submitted', 'submitted']);
  });

  it('has a token for a meter, which can deliver and look at their own head, and nothing else', async () => {
    const subjects = [{ meter: roof.deviceMeter.subject }];
    const { tokens } = await manager.create('/v1/tokens', { body: { subjects, lifeSec: 3600 } });
    deviceMeter = manager.as(meterAccount(roof.deviceMeter), tokens[0] ?? '');
    assert.equal((await head()).sequence, 0);
    const other = deviceMeter.get('/v1/connection-points/{id}/head', { path: { id: roof.point } });
    assert.equal(await codeOf(other), 'SCOPE_MISSING');
    assert.equal(await codeOf(deviceMeter.get('/v1/holdings', {})), 'SCOPE_MISSING');
    assert.equal(await codeOf(deviceMeter.command('/v1/coin-merges', { body: {} })), 'SCOPE_MISSING');
  });

  it('has an API key for the meter that renews no token, which can do no more', async () => {
    const body = { name: 'import and export', subject: { meter: roof.pointMeter.subject } };
    const { key } = await manager.create('/v1/api-keys', { body });
    pointMeter = manager.as(meterAccount(roof.pointMeter), key ?? '');
    const path = { id: roof.point };
    assert.equal((await pointMeter.get('/v1/connection-points/{id}/head', { path })).sequence, 0);
    const other = pointMeter.get('/v1/devices/{id}/head', { path: { id: roof.device } });
    assert.equal(await codeOf(other), 'SCOPE_MISSING');
    assert.equal(await codeOf(pointMeter.get('/v1/holdings', {})), 'SCOPE_MISSING');
  });

  it('counts only when grid operator and registrar have agreed, in this order', async () => {
    const { gridOperator, registrar } = stage.market.offices;
    assert.equal(await verdictOn(generation(first, [1]).signed), 'SUBJECT_NOT_APPROVED');
    const early = await registrar.command('/v1/connection-points/approvals', { body: points() });
    assert.equal(early.verdicts[0]?.code, 'STATE_CONFLICT');
    idsOfDone(await gridOperator.command('/v1/connection-points/confirmations', { body: points() }));
    idsOfDone(await registrar.command('/v1/connection-points/approvals', { body: points() }));
    idsOfDone(await gridOperator.command('/v1/devices/confirmations', { body: devices() }));
    idsOfDone(await registrar.command('/v1/devices/approvals', { body: devices() }));
    for (const found of [await point(), await device()])
      assert.deepEqual(
        [found.status, found.submittedBy, found.confirmedBy, found.approvedBy],
        ['approved', manager.account, gridOperator.account, registrar.account],
      );
  });

  it('reports signed blocks, declares what it has not measured, and fills it later', async () => {
    const old = generation(first, [700, 800]);
    assert.equal(await verdictOn(old.signed), 'accepted');
    assert.equal(await verdictOn(old.signed), 'exists');
    old.accept();

    const recent = generation(first + GAP_SEC, [400, 600, 300], { estimated: [[2, 3]] });
    const { body, signature } = recent.signed;
    const blocks = [{ body: base64(body), signature: base64(signature) }];
    const { result } = await deviceMeter.operation('/v1/readings', { body: { blocks } });
    assert.deepEqual(result.verdicts, [{ verdict: 'accepted' }]);
    recent.accept();
    const gap = { start: first + 2 * INTERVAL_SEC, end: first + GAP_SEC };
    assert.deepEqual((await head()).gaps, [gap]);

    const late = generation(gap.start, [900], { fillsGap: true });
    assert.equal(await verdictOn(late.signed), 'accepted');
    late.accept();
    const { tip } = roof.deviceMeter;
    const { gaps, sequence, hash, coveredUntil } = await head();
    assert.deepEqual(gaps, [{ ...gap, start: gap.start + INTERVAL_SEC }]);
    assert.deepEqual({ sequence, hash, coveredUntil }, tip);
    assert.equal(sequence, 3);
  });

  it('reports what leaves through its connection point', async () => {
    await stage.market.report(pointMeter, roof.pointMeter, [250, 0, 125]);
    const { sequence } = await pointMeter.get('/v1/connection-points/{id}/head', {
      path: { id: roof.point },
    });
    assert.equal(sequence, 1);
  });

  it('shows its owner every interval', async () => {
    const query = { subject: roof.device, sort: 'position' } as const;
    const blocks = await owner.list('/v1/readings', { query });
    assert.deepEqual(
      blocks.map(({ registers: [register], fillsGap }) => [register?.values, register?.estimated, fillsGap]),
      [
        [[700, 800], [], false],
        [[400, 600, 300], [[2, 3]], false],
        [[900], [], true],
      ],
    );
  });

  it('earns whole units in the order of arrival, and carries what is left', async () => {
    const scheme = stage.schemeRef;
    const { operations } = await manager.operation('/v1/issuance-runs', {
      body: { scheme, devices: [roof.device] },
    });
    const [issued] = operations;
    assert.equal(issued?.status, 'committed', issued?.error?.detail);
    const id = issued.result?.id ?? assert.fail();
    const issuance = await owner.get('/v1/issuances/{id}', { path: { id } });
    assert.deepEqual([issuance.energyWh, issuance.units, issuance.carriedWh], [3700, 3, 700]);

    const { sequence, index, carry } = await cursor();
    assert.deepEqual([sequence, index, sum(carry)], [4, 0, 700]);
    const batches = await Promise.all(
      issuance.batches.map((batch) => owner.get('/v1/batches/{id}', { path: { id: batch } })),
    );
    for (const { segments, units } of batches) assert.equal(sum(segments), units * UNIT_WH);
    const [before, after] = [first, first + GAP_SEC].map((time) =>
      new Date(time * 1000).toISOString().slice(0, 7),
    );
    // The third unit holds the estimate, and ends with what came last: the filling of the gap.
    assert.deepEqual(
      batches.map(({ units, vintage, provisional }) => [units, vintage, provisional]),
      [
        [1, before, false],
        [1, after, false],
        [1, before, true],
      ],
    );
    const none = manager.command('/v1/issuances', { body: { device: roof.device, scheme } });
    assert.equal(await codeOf(none), 'READINGS_MISSING');
  });

  it('adds later readings to what it has carried', async () => {
    await stage.market.report(deviceMeter, roof.deviceMeter, [550]);
    const body = { device: roof.device, scheme: stage.schemeRef };
    const { id, units } = await manager.command('/v1/issuances', { body });
    assert.equal(units, 1);
    const { energyWh, carriedWh } = await owner.get('/v1/issuances/{id}', { path: { id } });
    assert.deepEqual([energyWh, carriedWh, sum((await cursor()).carry)], [550, 250, 250]);
  });

  it('cannot have certificates from estimates retired', async () => {
    const holdings = await owner.list('/v1/holdings', { query: { owner: owner.account } });
    const provisional = holdings.find((holding) => holding.provisional) ?? assert.fail();
    const use = { scheme: stage.schemeRef, purpose: PURPOSE, period: { start: first, end: first + DAY_SEC } };
    const pieces = [{ batch: provisional.batch, start: provisional.start, units: 1 }];
    const named = owner.command('/v1/retirements', { body: { ...use, pieces } });
    assert.equal(await codeOf(named), 'CERTIFICATE_PROVISIONAL');
    const picked = owner.command('/v1/retirements', { body: { ...use, units: holdings.length } });
    assert.equal(await codeOf(picked), 'HOLDING_CHANGED');
  });

  it('neither reports nor earns while it is suspended, and goes on when it is reinstated', async () => {
    const { gridOperator, registrar } = stage.market.offices;
    const body = { ...devices(), reason: 'inspection' };
    idsOfDone(await gridOperator.command('/v1/devices/suspensions', { body }));
    const next = generation(roof.deviceMeter.tip.coveredUntil ?? 0, [100]);
    assert.equal(await verdictOn(next.signed), 'SUBJECT_NOT_APPROVED');
    const issued = manager.command('/v1/issuances', {
      body: { device: roof.device, scheme: stage.schemeRef },
    });
    assert.equal(await codeOf(issued), 'READINGS_MISSING');
    idsOfDone(await gridOperator.command('/v1/devices/reinstatements', { body }));
    assert.equal(await verdictOn(next.signed), 'accepted');
    next.accept();
    const reason = 'fault';
    const ids = { body: { ...points(), reason } };
    idsOfDone(await registrar.command('/v1/connection-points/suspensions', ids));
    assert.equal((await point()).status, 'suspended');
    idsOfDone(await registrar.command('/v1/connection-points/reinstatements', ids));
    assert.equal((await point()).status, 'approved');
  });

  it('is retired for good, and what it has earned stays', async () => {
    const { registrar, gridOperator } = stage.market.offices;
    const reason = 'taken down';
    idsOfDone(await manager.command('/v1/devices/retirements', { body: { ...devices(), reason } }));
    idsOfDone(
      await registrar.command('/v1/connection-points/retirements', { body: { ...points(), reason } }),
    );
    const next = generation(roof.deviceMeter.tip.coveredUntil ?? 0, [100]);
    assert.equal(await verdictOn(next.signed), 'SUBJECT_NOT_APPROVED');
    const back = await gridOperator.command('/v1/devices/reinstatements', { body: { ...devices(), reason } });
    assert.equal(back.verdicts[0]?.code, 'STATE_CONFLICT');
    const issued = manager.command('/v1/issuances', {
      body: { device: roof.device, scheme: stage.schemeRef },
    });
    assert.equal(await codeOf(issued), 'STATE_CONFLICT');
    assert.deepEqual([(await point()).status, (await device()).status], ['retired', 'retired']);
    const [balance] = await owner.list('/v1/certificate-balances', { query: { owner: owner.account } });
    assert.equal(balance?.free, 4);
  });
}

function meterAccount({ subject: { kind, id } }: TestMeter): string {
  return `HillsideMSP/${kind}.${id}`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function sum(segments: readonly { readonly wh: number }[]): number {
  return segments.reduce((total, { wh }) => total + wh, 0);
}
