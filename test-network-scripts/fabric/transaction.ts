/** A proposal with its endorsements, as the transaction that goes to the ordering nodes. */
import { common, peer } from '@hyperledger/fabric-protos';
import type { SigningIdentity } from './identity.ts';
import type { Proposal } from './proposal.ts';

/** @throws Error when the peers did not agree on the result */
export function newTransaction(
  identity: SigningIdentity,
  proposal: Proposal,
  responses: peer.ProposalResponse[],
): common.Envelope {
  const [first] = responses;
  if (!first) throw new Error('a transaction needs at least one endorsement');
  const result = first.getPayload_asU8();
  if (responses.some((response) => Buffer.compare(response.getPayload_asU8(), result) !== 0)) {
    throw new Error('the peers came to different results');
  }
  const endorsed = new peer.ChaincodeEndorsedAction();
  endorsed.setProposalResponsePayload(result);
  endorsed.setEndorsementsList(responses.flatMap((response) => response.getEndorsement() ?? []));

  const action = new peer.ChaincodeActionPayload();
  action.setAction(endorsed);
  action.setChaincodeProposalPayload(proposal.payload.serializeBinary());

  const transactionAction = new peer.TransactionAction();
  transactionAction.setHeader(proposal.header.getSignatureHeader_asU8());
  transactionAction.setPayload(action.serializeBinary());
  const transaction = new peer.Transaction();
  transaction.setActionsList([transactionAction]);
  return signedEnvelope(identity, proposal.header, transaction.serializeBinary());
}

export function signedEnvelope(
  identity: SigningIdentity,
  header: common.Header,
  data: Uint8Array,
): common.Envelope {
  const payload = new common.Payload();
  payload.setHeader(header);
  payload.setData(data);
  const envelope = new common.Envelope();
  envelope.setPayload(payload.serializeBinary());
  envelope.setSignature(identity.sign(envelope.getPayload_asU8()));
  return envelope;
}
