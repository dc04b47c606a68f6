/** Whether a transaction would be endorsed: asked without submitting it. */
import { connect } from '@hyperledger/fabric-gateway';
import { EndorseError, GatewayError } from '@hyperledger/fabric-gateway';
import { awaitUntil } from './await-until.ts';
import type { Member } from './member.ts';
import { GATEWAY } from './organisation/enrolment.ts';

/** The market's transaction that changes nothing of meaning; it is never submitted. */
const PROBE = 'readiness:probe';
const READY_TIMEOUT_MS = 60_000;
const ENDORSE_DEADLINE_MS = 15_000;

/**
 * Waits until the member's peer gets a transaction endorsed as the channel's policy wants it. Only this shows that
 * peers know of each other's chaincode: that travels by gossip and arrives up to seconds after the commit.
 */
export async function awaitEndorsement(member: Member, channel: string, chaincode: string): Promise<void> {
  const gateway = connect({
    client: member.peer,
    ...member.identity(GATEWAY).gatewayOptions(),
    endorseOptions: () => ({ deadline: Date.now() + ENDORSE_DEADLINE_MS }),
  });
  try {
    const contract = gateway.getNetwork(channel).getContract(chaincode);
    const attempt = async () => {
      await contract.newProposal(PROBE).endorse();
      return true;
    };
    await awaitUntil(
      `an endorsed transaction through the peer of ${member.name}`,
      READY_TIMEOUT_MS,
      attempt,
      describe,
    );
  } finally {
    gateway.close();
  }
}

function describe(error: unknown): string {
  const details = error instanceof EndorseError || error instanceof GatewayError ? error.details : [];
  const reasons = details.map(({ mspId, message }) => `${mspId}: ${message}`);
  return [(error as Error).message, ...reasons].join('; ');
}
