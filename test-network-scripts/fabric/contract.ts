import { connect } from '@hyperledger/fabric-gateway';
import type { Contract } from '@hyperledger/fabric-gateway';
import type { Member } from '../member.ts';

const DEADLINE_MS = 15_000;

/** The chaincode as one of the member's users reaches it through the member's own peer. */
export type ContractChoice = { member: Member; user: string; channel: string; chaincode: string };

/** Runs `work` with the contract. Every call has a deadline: without one, a lost transaction is waited for for ever. */
export async function withContract<T>(
  { member, user, channel, chaincode }: ContractChoice,
  work: (contract: Contract) => Promise<T>,
): Promise<T> {
  const deadline = () => ({ deadline: Date.now() + DEADLINE_MS });
  const gateway = connect({
    client: member.peer,
    ...member.identity(user).gatewayOptions(),
    evaluateOptions: deadline,
    endorseOptions: deadline,
    submitOptions: deadline,
    commitStatusOptions: deadline,
  });
  try {
    return await work(gateway.getNetwork(channel).getContract(chaincode));
  } finally {
    gateway.close();
  }
}
