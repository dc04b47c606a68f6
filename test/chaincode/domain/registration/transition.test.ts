import assert from 'node:assert/strict';
import {
  decideApprovePoints,
  decideConfirmPoints,
  decideReinstatePoints,
  decideRejectPoints,
  decideRetirePoints,
  decideSuspendPoints,
  registrationStatus,
  type Caller,
  type ConnectionPoint,
  type Decision,
  type RegistrationStatus,
  type VerdictList,
} from '@commonwatt/chaincode/domain';
import { callerOf, GRID_OPERATOR, MANAGER, OTHER_MANAGER, REGISTRAR } from '../callers.ts';
import { ANNA, idOf } from '../samples.ts';

const ID = 'house-001';
const REASON = 'limit exceeded';

function point(more: Partial<ConnectionPoint> = {}): ConnectionPoint {
  return {
    v: 1,
    id: ID,
    owner: ANNA,
    feeder: 'ieee33',
    bus: 18,
    importLimitW: 20_000,
    exportLimitW: 10_000,
    meter: { serial: 'm1', publicKey: `Ag${'A'.repeat(42)}` },
    devices: [],
    status: 'submitted',
    submittedBy: MANAGER.account,
    commandHash: idOf('submission'),
    ...more,
  };
}

type Points = ReadonlyMap<string, ConnectionPoint>;
type Operation = (points: Points, caller?: Caller, reason?: string) => Decision<VerdictList>;

const ids = [ID];
const OPERATIONS: Record<string, Operation> = {
  confirm: (points, caller = GRID_OPERATOR) => decideConfirmPoints(caller, { ids }, points),
  approve: (points, caller = REGISTRAR) => decideApprovePoints(caller, { ids }, points),
  reject: (points, _caller, reason = REASON) => decideRejectPoints({ ids, reason }, points),
  suspend: (points, caller = REGISTRAR, reason = REASON) =>
    decideSuspendPoints(caller, { ids, reason }, points),
  reinstate: (points, caller = REGISTRAR, reason = REASON) =>
    decideReinstatePoints(caller, { ids, reason }, points),
  retire: (points, caller = MANAGER, reason = REASON) => decideRetirePoints(caller, { ids, reason }, points),
};

const stored = (more: Partial<ConnectionPoint>): Points => new Map([[ID, point(more)]]);

function answer({ result, changes }: Decision<VerdictList>): string {
  const [verdict] = result.verdicts;
  const [change] = changes;
  if (change?.type === 'point') return change.value.status;
  return verdict?.code ?? verdict?.verdict ?? 'nothing';
}

/** Where each operation leads from each status; all else is STATE_CONFLICT. */
const TRANSITIONS: Record<string, Partial<Record<RegistrationStatus, RegistrationStatus>>> = {
  confirm: { submitted: 'confirmed' },
  approve: { confirmed: 'approved' },
  reject: { submitted: 'rejected', confirmed: 'rejected' },
  suspend: { approved: 'suspended' },
  reinstate: { suspended: 'approved' },
  retire: { submitted: 'retired', confirmed: 'retired', approved: 'retired', suspended: 'retired' },
};

describe('transitions of a registration', () => {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    for (const status of registrationStatus.options) {
      const expected = TRANSITIONS[name]?.[status] ?? 'STATE_CONFLICT';
      it(`${name} of a ${status} one gives ${expected}`, () => {
        assert.equal(answer(operation(stored({ status }))), expected);
      });
    }

    it(`${name} of an unknown one gives NOT_FOUND`, () => {
      assert.equal(answer(operation(new Map())), 'NOT_FOUND');
    });

    it(`${name} twice by the same caller gives exists and changes nothing`, () => {
      const from = Object.keys(TRANSITIONS[name] ?? {})[0] as RegistrationStatus;
      const [first] = operation(stored({ status: from })).changes;
      assert.ok(first?.type === 'point');
      const again = operation(new Map([[ID, first.value]]));
      assert.deepEqual([again.outcome, again.changes], ['exists', []]);
    });
  }

  it('a confirmation stays done once the registration is approved', () => {
    const approved = stored({ status: 'approved', confirmedBy: GRID_OPERATOR.account });
    assert.equal(answer(OPERATIONS.confirm?.(approved) ?? assert.fail()), 'exists');
  });

  it("another officer's confirmation or approval is a conflict, not a repetition", () => {
    const colleague = callerOf('gridOperator', 'UtilityMSP', 'operator2');
    const confirmed = stored({ status: 'confirmed', confirmedBy: GRID_OPERATOR.account });
    assert.equal(answer(decideConfirmPoints(colleague, { ids }, confirmed)), 'STATE_CONFLICT');
    const registrar2 = callerOf('registrar', 'RegulatorMSP', 'registrar2');
    const approved = stored({ status: 'approved', approvedBy: REGISTRAR.account });
    assert.equal(answer(decideApprovePoints(registrar2, { ids }, approved)), 'STATE_CONFLICT');
  });

  it("the grid operator lifts its own suspension, but not the registrar's", () => {
    const suspendedBy = (caller: Caller): Points =>
      stored({ status: 'suspended', suspendedBy: caller.account });
    const reinstate = (points: Points): string =>
      answer(decideReinstatePoints(GRID_OPERATOR, { ids, reason: 'settled' }, points));
    assert.equal(reinstate(suspendedBy(GRID_OPERATOR)), 'approved');
    assert.equal(reinstate(suspendedBy(REGISTRAR)), 'NOT_AUTHORISED');
  });

  it("a manager retires its own organisation's only, the registrar any", () => {
    const approved = stored({ status: 'approved' });
    const retire = (caller: Caller): string =>
      answer(decideRetirePoints(caller, { ids, reason: REASON }, approved));
    assert.equal(retire(OTHER_MANAGER), 'NOT_AUTHORISED');
    assert.equal(retire(REGISTRAR), 'retired');
  });

  it('keeps who confirmed, approved and suspended it', () => {
    const after = (decision: Decision<VerdictList>): ConnectionPoint => {
      const [change] = decision.changes;
      return change?.type === 'point' ? change.value : assert.fail();
    };
    const confirmed = after(decideConfirmPoints(GRID_OPERATOR, { ids }, stored({})));
    const approved = after(decideApprovePoints(REGISTRAR, { ids }, new Map([[ID, confirmed]])));
    const suspended = after(
      decideSuspendPoints(GRID_OPERATOR, { ids, reason: REASON }, new Map([[ID, approved]])),
    );
    assert.deepEqual(
      [suspended.confirmedBy, suspended.approvedBy, suspended.suspendedBy, suspended.reason],
      [GRID_OPERATOR.account, REGISTRAR.account, GRID_OPERATOR.account, REASON],
    );
  });
});
