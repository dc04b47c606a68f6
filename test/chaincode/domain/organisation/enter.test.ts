import assert from 'node:assert/strict';
import { decideEnterOrganisation, MAX_ORGANISATIONS, type Consortium } from '@commonwatt/chaincode/domain';
import { codeOf } from '../precedence.ts';
import { consortium } from '../samples.ts';

const LAKESIDE = { mspId: 'LakesideMSP', name: 'Lakeside', kind: 'community' } as const;

describe('enter an organisation', () => {
  it('enters a new co-operative, active', () => {
    const { outcome, changes } = decideEnterOrganisation(LAKESIDE, consortium());
    assert.equal(outcome, 'done');
    assert.deepEqual(changes, [{ type: 'organisation', value: { ...LAKESIDE, status: 'active' } }]);
  });

  it('answers exists when it was entered just so, even if it is suspended since', () => {
    const stored: Consortium = { v: 1, organisations: [{ ...LAKESIDE, status: 'suspended' }] };
    const { outcome, result, changes } = decideEnterOrganisation(LAKESIDE, stored);
    assert.deepEqual([outcome, result, changes], ['exists', stored.organisations[0], []]);
  });

  it('refuses another name for an entered one with EXISTS_WITH_DIFFERENT_CONTENT', () => {
    const renamed = { ...LAKESIDE, mspId: 'RiversideMSP' };
    assert.equal(
      codeOf(() => decideEnterOrganisation(renamed, consortium())),
      'EXISTS_WITH_DIFFERENT_CONTENT',
    );
  });

  it('refuses the founding organisations with ORGANISATION_KIND_FIXED', () => {
    for (const mspId of ['RegulatorMSP', 'UtilityMSP']) {
      const command = { mspId, name: mspId, kind: 'community' } as const;
      assert.equal(
        codeOf(() => decideEnterOrganisation(command, consortium())),
        'ORGANISATION_KIND_FIXED',
      );
    }
  });

  it('refuses more organisations than the record may hold', () => {
    const organisations = Array.from({ length: MAX_ORGANISATIONS }, (_, index) => ({
      ...LAKESIDE,
      mspId: `Org${index}MSP`,
      status: 'active' as const,
    }));
    assert.equal(
      codeOf(() => decideEnterOrganisation(LAKESIDE, { v: 1, organisations })),
      'STATE_CONFLICT',
    );
  });
});
