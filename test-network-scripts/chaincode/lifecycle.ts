/** Fabric's chaincode lifecycle: install, approve, commit, and what was committed. */
import type { Client } from '@grpc/grpc-js';
import { peer } from '@hyperledger/fabric-protos';
import { MARKET_POLICY } from '../../network/channel-profile.ts';
import { broadcast } from '../fabric/broadcast.ts';
import { awaitCommit } from '../fabric/commit-status.ts';
import { ProposalRefused, askPeer, newProposal, query } from '../fabric/proposal.ts';
import { newTransaction } from '../fabric/transaction.ts';
import type { Member, OrderingService } from '../member.ts';
import type { ChaincodePackage } from './package.ts';

const LIFECYCLE = '_lifecycle';
const lifecycle = peer.lifecycle;

export type ChaincodeDefinition = { name: string; version: string; sequence: number };

/** Installs the package on the member's peer unless it is there. */
export async function install(member: Member, { packageId, content }: ChaincodePackage): Promise<void> {
  const request = new lifecycle.QueryInstalledChaincodesArgs().serializeBinary();
  const answer = await query(member.peer, member.admin, '', LIFECYCLE, ['QueryInstalledChaincodes', request]);
  const installed =
    lifecycle.QueryInstalledChaincodesResult.deserializeBinary(answer).getInstalledChaincodesList();
  if (installed.some((chaincode) => chaincode.getPackageId() === packageId)) return;
  const args = new lifecycle.InstallChaincodeArgs();
  args.setChaincodeInstallPackage(content);
  await query(member.peer, member.admin, '', LIFECYCLE, ['InstallChaincode', args.serializeBinary()]);
}

/** What the channel has committed, as the member's peer knows it; undefined before the first commit. */
export async function committedDefinition(
  member: Member,
  channel: string,
  name: string,
): Promise<ChaincodeDefinition | undefined> {
  const args = new lifecycle.QueryChaincodeDefinitionArgs();
  args.setName(name);
  try {
    const answer = await query(member.peer, member.admin, channel, LIFECYCLE, [
      'QueryChaincodeDefinition',
      args.serializeBinary(),
    ]);
    const definition = lifecycle.QueryChaincodeDefinitionResult.deserializeBinary(answer);
    return { name, version: definition.getVersion(), sequence: definition.getSequence() };
  } catch (error) {
    if (error instanceof ProposalRefused && error.message.includes('is not defined')) return undefined;
    throw error;
  }
}

/** Approves for the member's organisation unless it has approved just this. */
export async function approve(
  member: Member,
  ordering: OrderingService,
  channel: string,
  definition: ChaincodeDefinition,
  packageId: string,
): Promise<void> {
  if ((await approvedPackage(member, channel, definition)) === packageId) return;
  const local = new lifecycle.ChaincodeSource.Local();
  local.setPackageId(packageId);
  const source = new lifecycle.ChaincodeSource();
  source.setLocalPackage(local);
  const args = new lifecycle.ApproveChaincodeDefinitionForMyOrgArgs();
  setDefinition(args, definition);
  args.setSource(source);
  const call = ['ApproveChaincodeDefinitionForMyOrg', args.serializeBinary()];
  await submitLifecycle(member, [member.peer], ordering, channel, call);
}

/**
 * Commits the definition for the channel, in one member's name and with endorsements of the given peers.
 *
 * @throws ProposalRefused when a peer's organisation has not approved it
 * @throws InvalidTransaction when the endorsers do not satisfy the channel's lifecycle policy
 */
export async function commit(
  member: Member,
  endorsers: readonly Client[],
  ordering: OrderingService,
  channel: string,
  definition: ChaincodeDefinition,
): Promise<void> {
  const args = new lifecycle.CommitChaincodeDefinitionArgs();
  setDefinition(args, definition);
  await submitLifecycle(member, endorsers, ordering, channel, [
    'CommitChaincodeDefinition',
    args.serializeBinary(),
  ]);
}

async function approvedPackage(
  member: Member,
  channel: string,
  { name, version, sequence }: ChaincodeDefinition,
): Promise<string | undefined> {
  const args = new lifecycle.QueryApprovedChaincodeDefinitionArgs();
  args.setName(name);
  args.setSequence(sequence);
  try {
    const answer = await query(member.peer, member.admin, channel, LIFECYCLE, [
      'QueryApprovedChaincodeDefinition',
      args.serializeBinary(),
    ]);
    const approved = lifecycle.QueryApprovedChaincodeDefinitionResult.deserializeBinary(answer);
    return approved.getVersion() === version
      ? approved.getSource()?.getLocalPackage()?.getPackageId()
      : undefined;
  } catch (error) {
    if (error instanceof ProposalRefused) return undefined;
    throw error;
  }
}

async function submitLifecycle(
  member: Member,
  endorsers: readonly Client[],
  ordering: OrderingService,
  channel: string,
  call: (string | Uint8Array)[],
): Promise<void> {
  const proposal = newProposal(member.admin, channel, LIFECYCLE, call);
  const responses = await Promise.all(endorsers.map((client) => askPeer(client, proposal)));
  await broadcast(ordering.clients, newTransaction(member.admin, proposal, responses), ordering.needed);
  await awaitCommit(member.peer, member.admin, channel, proposal.transactionId);
}

type DefinitionArgs = InstanceType<
  typeof lifecycle.ApproveChaincodeDefinitionForMyOrgArgs | typeof lifecycle.CommitChaincodeDefinitionArgs
>;

function setDefinition(args: DefinitionArgs, { name, version, sequence }: ChaincodeDefinition): void {
  args.setName(name);
  args.setVersion(version);
  args.setSequence(sequence);
  args.setEndorsementPlugin('escc');
  args.setValidationPlugin('vscc');
  args.setValidationParameter(endorsementPolicy());
}

/** A reference into the channel's configuration, so that a joining organisation needs no new approval. */
function endorsementPolicy(): Uint8Array {
  const policy = new peer.ApplicationPolicy();
  policy.setChannelConfigPolicyReference(`/Channel/Application/${MARKET_POLICY}`);
  return policy.serializeBinary();
}
