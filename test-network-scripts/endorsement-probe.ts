/** Whether a transaction would be endorsed: asked without submitting it. */
import { awaitUntil } from './await-until.ts';
import { withContract } from './fabric/contract.ts';
import { describeGatewayError } from './fabric/describe-gateway-error.ts';
import type { Member } from './member.ts';
import { GATEWAY } from './organisation/enrolment.ts';

/** The market's transaction that changes nothing of meaning; it is never submitted. */
export const PROBE = 'readiness:probe';
const READY_TIMEOUT_MS = 60_000;

/**
 * Waits until the member's peer gets a transaction endorsed as the channel's policy wants it. Only this shows that
 * peers know of each other's chaincode: that travels by gossip and arrives up to seconds after the commit.
 */
export async function awaitEndorsement(
  member: Member,
  channel: string,
  chaincode: string,
  signal: AbortSignal,
): Promise<void> {
  const what = `an endorsed transaction through the peer of ${member.name}`;
  await withContract({ member, user: GATEWAY, channel, chaincode }, async (contract) => {
    const attempt = async () => {
      await contract.newProposal(PROBE).endorse();
      return true;
    };
    await awaitUntil(what, READY_TIMEOUT_MS, attempt, { describe: describeGatewayError, signal });
  });
}
