import assert from 'node:assert/strict';
import {
  decideReinstateOrganisation,
  decideSuspendOrganisation,
  withOrganisations,
  type Consortium,
} from '@commonwatt/chaincode/domain';
import { codeOf } from '../precedence.ts';
import { consortium } from '../samples.ts';

const SUSPEND = { mspId: 'RiversideMSP', reason: 'audit' };

function suspended(): Consortium {
  const { changes } = decideSuspendOrganisation(SUSPEND, consortium());
  return withOrganisations(
    consortium(),
    changes.flatMap((change) => (change.type === 'organisation' ? [change.value] : [])),
  );
}

describe('suspend and reinstate an organisation', () => {
  it('suspends an active one and keeps the reason', () => {
    const { outcome, result } = decideSuspendOrganisation(SUSPEND, consortium());
    assert.deepEqual([outcome, result.status, result.reason], ['done', 'suspended', 'audit']);
  });

  it('reinstates a suspended one', () => {
    const { outcome, result } = decideReinstateOrganisation({ ...SUSPEND, reason: 'settled' }, suspended());
    assert.deepEqual([outcome, result.status, result.reason], ['done', 'active', 'settled']);
  });

  it('answers exists to the same suspension again, STATE_CONFLICT to another', () => {
    assert.equal(decideSuspendOrganisation(SUSPEND, suspended()).outcome, 'exists');
    assert.equal(
      codeOf(() => decideSuspendOrganisation({ ...SUSPEND, reason: 'other' }, suspended())),
      'STATE_CONFLICT',
    );
  });

  it('refuses to reinstate one that was never suspended', () => {
    assert.equal(
      codeOf(() => decideReinstateOrganisation(SUSPEND, consortium())),
      'STATE_CONFLICT',
    );
  });

  it('refuses an unknown organisation, and the founding ones', () => {
    const codeFor = (mspId: string): string =>
      codeOf(() => decideSuspendOrganisation({ mspId, reason: 'audit' }, consortium()));
    assert.equal(codeFor('LakesideMSP'), 'NOT_FOUND');
    assert.equal(codeFor('RegulatorMSP'), 'ORGANISATION_KIND_FIXED');
    assert.equal(codeFor('UtilityMSP'), 'ORGANISATION_KIND_FIXED');
  });
});

describe('withOrganisations', () => {
  it('keeps the organisations sorted by MSP id, whatever the order they came in', () => {
    const entered = ['WestMSP', 'EastMSP'].map((mspId) => ({
      mspId,
      name: mspId,
      kind: 'community' as const,
      status: 'active' as const,
    }));
    const ids = withOrganisations(undefined, entered).organisations.map(({ mspId }) => mspId);
    assert.deepEqual(ids, ['EastMSP', 'RegulatorMSP', 'UtilityMSP', 'WestMSP']);
  });
});
