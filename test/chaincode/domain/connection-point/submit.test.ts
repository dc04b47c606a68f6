import assert from 'node:assert/strict';
import {
  decideSubmitPoints,
  DomainError,
  firstHead,
  meterKeyHash,
  type PointSubmission,
  type SubmitPointsRecords,
} from '@commonwatt/chaincode/domain';
import { MANAGER } from '../callers.ts';
import { possessionOf } from '../meter/possession.ts';
import { itRefuses } from '../precedence.ts';
import { CHANNEL, COMMUNITY_MSP, SimulatedMeter } from '../reading/metering.ts';
import { active, ANNA, BRUNO, consortium, removeAccount, suspendAccount } from '../samples.ts';

const meter = new SimulatedMeter({ kind: 'point', id: 'house-001' });
const otherMeter = new SimulatedMeter({ kind: 'point', id: 'house-002' });

function submission(of: SimulatedMeter, more: Partial<PointSubmission> = {}): PointSubmission {
  return {
    id: of.subject.id,
    owner: ANNA,
    feeder: 'ieee33',
    bus: 18,
    importLimitW: 20_000,
    exportLimitW: 10_000,
    meter: of.meter,
    possession: possessionOf(of),
    ...more,
  };
}

interface Submitted {
  points: PointSubmission[];
  records: SubmitPointsRecords;
}

function valid(): Submitted {
  return {
    points: [submission(meter)],
    records: {
      channel: CHANNEL,
      consortium: consortium(),
      accounts: active(ANNA),
      meters: new Map(),
      points: new Map(),
    },
  };
}

const COLLECTOR = `${COMMUNITY_MSP}/collector`;
const SELF_ATTESTED_W = 150_000;

function attest(item: PointSubmission, collector: string): void {
  item.meter = { ...item.meter, attestedBy: collector };
  item.possession = possessionOf(meter, meter.meter.serial, CHANNEL, collector);
}

/** A connection point of the owner whose meter the collector reads. */
function attested(owner: string, exportLimitW: number, collector: string): Submitted {
  const { points, records } = valid();
  const item = { ...(points[0] ?? assert.fail()), owner, exportLimitW };
  attest(item, collector);
  return { points: [item], records: { ...records, accounts: active(ANNA, COLLECTOR) } };
}

const decide = ({ points, records }: Submitted) => decideSubmitPoints(MANAGER, { points }, records);

/** The first item's refusal, thrown. */
function decideFirst(submitted: Submitted): void {
  const [first] = decide(submitted).result.verdicts;
  if (first?.code !== undefined) throw new DomainError(first.code as DomainError['code'], first.detail ?? '');
}

function firstItem({ points }: Submitted): PointSubmission {
  return points[0] ?? assert.fail();
}

/** Those records after `before` was carried out. */
function after(before: Submitted): SubmitPointsRecords {
  const { changes, records } = decide(before);
  const points = changes.flatMap((change) =>
    change.type === 'point' ? [[change.value.id, change.value] as const] : [],
  );
  const meters = records.flatMap((record) =>
    record.type === 'meter' ? [[record.keyHash, { v: 1 as const, subject: record.subject }] as const] : [],
  );
  return { ...before.records, points: new Map(points), meters: new Map(meters) };
}

describe('submit connection points', () => {
  itRefuses(valid, decideFirst, [
    {
      code: 'NOT_AUTHORISED',
      why: 'the owner is of another organisation',
      spoil: (input) => (firstItem(input).owner = BRUNO),
      hidesOthers: true,
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'there is no such owner',
      spoil: ({ records }) => removeAccount(records.accounts, ANNA),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'the owner is suspended',
      spoil: ({ records }) => suspendAccount(records.accounts, ANNA),
      hidesOthers: true,
    },
    {
      code: 'EXISTS_WITH_DIFFERENT_CONTENT',
      why: 'the id was submitted with other content',
      spoil: (input) => {
        const earlier = valid();
        firstItem(earlier).bus = 7;
        Object.assign(input.records, { points: after(earlier).points });
      },
    },
    {
      code: 'METER_KEY_TAKEN',
      why: "the meter's key is on the ledger for another subject",
      spoil: ({ records }) => {
        const taken = { v: 1 as const, subject: otherMeter.subject };
        Object.assign(records, { meters: new Map([[meterKeyHash(meter.meter.publicKey), taken]]) });
      },
    },
    {
      code: 'POSSESSION_NOT_PROVED',
      why: 'the proof is of another meter',
      spoil: (input) => (firstItem(input).possession = possessionOf(otherMeter)),
    },
  ]);

  describe('with the key of a collector', () => {
    itRefuses(() => attested(ANNA, SELF_ATTESTED_W + 1, COLLECTOR), decideFirst, [
      {
        code: 'NOT_AUTHORISED',
        why: 'the collector is of another organisation',
        spoil: (input) => attest(firstItem(input), BRUNO),
        hidesOthers: true,
      },
      {
        code: 'ACCOUNT_NOT_FOUND',
        why: 'there is no such collector',
        spoil: ({ records }) => {
          // Whoever it will be.
          removeAccount(records.accounts, COLLECTOR);
          removeAccount(records.accounts, ANNA);
        },
      },
      {
        code: 'ACCOUNT_SUSPENDED',
        why: 'the collector is suspended',
        spoil: ({ records }) => suspendAccount(records.accounts, COLLECTOR),
        hidesOthers: true,
      },
      {
        code: 'COLLECTOR_IS_OWNER',
        why: 'it is the owner, and the connection point is above 150 kW',
        spoil: (input) => attest(firstItem(input), ANNA),
      },
    ]);

    it('enters who attests, and lets the owner do so up to 150 kW', () => {
      for (const [collector, watts] of [
        [ANNA, SELF_ATTESTED_W],
        [COLLECTOR, SELF_ATTESTED_W + 1],
      ] as const) {
        const { changes, records } = decide(attested(ANNA, watts, collector));
        const [change] = changes;
        const head = records.find((record) => record.type === 'head');
        assert.equal(change?.type === 'point' && change.value.meter.attestedBy, collector);
        assert.equal(head?.value.meter.attestedBy, collector);
      }
    });
  });

  it('writes the point, its meter and the head of its chain', () => {
    const { changes, records } = decide(valid());
    const [change] = changes;
    assert.ok(change?.type === 'point');
    const { commandHash, ...stored } = change.value;
    const { possession, ...content } = submission(meter);
    assert.deepEqual(stored, {
      v: 1,
      ...content,
      devices: [],
      status: 'submitted',
      submittedBy: MANAGER.account,
    });
    assert.equal(commandHash.length, 43);
    assert.ok(!JSON.stringify(stored).includes(possession));
    assert.deepEqual(records, [
      { type: 'meter', keyHash: meterKeyHash(meter.meter.publicKey), subject: meter.subject },
      { type: 'head', value: firstHead(meter.subject, meter.meter) },
    ]);
  });

  it('answers exists when it was submitted just so, with a new signature and a suspended owner too', () => {
    const records = after(valid());
    suspendAccount(records.accounts, ANNA);
    const { outcome, changes } = decide({ points: [submission(meter)], records });
    assert.deepEqual([outcome, changes], ['exists', []]);
  });

  it('takes a key once, also within one list, and goes on after a refusal', () => {
    const stolen = submission(otherMeter, {
      meter: meter.meter,
      possession: possessionOf(otherMeter, meter.meter.serial),
    });
    const { points, records } = valid();
    const third = new SimulatedMeter({ kind: 'point', id: 'house-003' });
    const decision = decide({ points: [...points, stolen, submission(third)], records });
    assert.deepEqual(
      decision.result.verdicts.map(({ verdict, code }) => code ?? verdict),
      ['done', 'METER_KEY_TAKEN', 'done'],
    );
  });
});
