/** Which organisations must endorse a transaction of the market. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { CommitError, EndorseError, type Contract } from '@hyperledger/fabric-gateway';
import { peer } from '@hyperledger/fabric-protos';
import { describe, it } from 'mocha';
import { PROBE } from '../../test-network-scripts/endorsement-probe.ts';
import { withContract } from '../../test-network-scripts/fabric/contract.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import type { Member } from '../../test-network-scripts/member.ts';
import { GATEWAY } from '../../test-network-scripts/organisation/enrolment.ts';
import { subsetsOf } from './subsets.ts';

const ATTEMPTS = 5;
const CATCH_UP_MS = 500;

/** @param consortium gives the running network */
export function describeEndorsementPolicy(consortium: () => Promise<Consortium>): void {
  describe('endorsement policy', function () {
    this.timeout(120_000);

    it('invalidates a transaction that regulator, utility or every co-operative did not endorse, and no other', async () => {
      const network = await consortium();
      const { channel, chaincode } = network.definition;
      await network.withMembers(async (members) => {
        for (const endorsers of subsetsOf(members)) {
          const [member] = endorsers;
          assert.ok(member);
          const endorsingOrganizations = endorsers.map(({ mspId }) => mspId);
          const code = await withContract({ member, user: GATEWAY, channel, chaincode }, (contract) =>
            validationOf(contract, endorsingOrganizations),
          );
          const expected = isEnough(endorsers)
            ? peer.TxValidationCode.VALID
            : peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
          assert.equal(code, expected, endorsingOrganizations.join(' + '));
        }
      });
    });
  });
}

/** @returns validation code of a probe that these organisations endorsed */
async function validationOf(
  contract: Contract,
  endorsingOrganizations: string[],
): Promise<peer.TxValidationCodeMap[keyof peer.TxValidationCodeMap]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await contract.submit(PROBE, { endorsingOrganizations });
      return peer.TxValidationCode.VALID;
    } catch (error) {
      if (error instanceof CommitError) return error.code;
      // Peers that are a block apart endorse different reads.
      if (!(error instanceof EndorseError) || attempt === ATTEMPTS) throw error;
      await pause(CATCH_UP_MS);
    }
  }
}

function isEnough(members: readonly Member[]): boolean {
  return ['regulator', 'utility', 'community'].every((kind) =>
    members.some(({ organisation }) => organisation.kind === kind),
  );
}
