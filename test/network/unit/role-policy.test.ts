import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { loadConsortium } from '../../../network/consortium.ts';
import { rolePolicyJson, rolePolicyMembers, rolePolicyText } from '../../../network/role-policy.ts';

describe('role policy', () => {
  const members = rolePolicyMembers(loadConsortium());

  it('wants the regulator, the utility and one community', () => {
    assert.equal(
      rolePolicyText(members, 'peer'),
      "AND('RegulatorMSP.peer', 'UtilityMSP.peer', OutOf(1, 'RiversideMSP.peer', 'HillsideMSP.peer'))",
    );
  });

  it('says the same in the form of configuration updates', () => {
    const policy = rolePolicyJson(members, 'admin') as {
      value: {
        identities: { principal: { msp_identifier: string; role: string } }[];
        rule: { n_out_of: { n: number; rules: object[] } };
      };
    };
    const principals = policy.value.identities.map(
      ({ principal }) => `${principal.msp_identifier}.${principal.role}`,
    );
    assert.deepEqual(principals, [
      'RegulatorMSP.ADMIN',
      'UtilityMSP.ADMIN',
      'RiversideMSP.ADMIN',
      'HillsideMSP.ADMIN',
    ]);
    const anyCommunity = { n_out_of: { n: 1, rules: [{ signed_by: 2 }, { signed_by: 3 }] } };
    assert.deepEqual(policy.value.rule.n_out_of, {
      n: 3,
      rules: [{ signed_by: 0 }, { signed_by: 1 }, anyCommunity],
    });
  });
});
