import type { Transaction } from '@hyperledger/fabric-gateway';
import { common, gateway, peer } from '@hyperledger/fabric-protos';
import type { Attestation } from './ledger.ts';

/** The question and its signed answer, taken out of an endorsed transaction that nobody has signed for ordering. */
export function attestationIn(endorsed: Transaction): Attestation {
  const envelope = gateway.PreparedTransaction.deserializeBinary(endorsed.getBytes()).getEnvelope();
  const payload = common.Payload.deserializeBinary(envelope?.getPayload_asU8() ?? new Uint8Array());
  const header = payload.getHeader();
  const [action] = peer.Transaction.deserializeBinary(payload.getData_asU8()).getActionsList();
  if (header === undefined || action === undefined) throw new Error('the endorsed transaction has no action');
  const actionPayload = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8());
  const answer = actionPayload.getAction();
  return {
    call: {
      channelHeader: header.getChannelHeader_asU8(),
      signatureHeader: header.getSignatureHeader_asU8(),
      payload: actionPayload.getChaincodeProposalPayload_asU8(),
    },
    payload: answer?.getProposalResponsePayload_asU8() ?? new Uint8Array(),
    endorsements: (answer?.getEndorsementsList() ?? []).map((endorsement) => ({
      endorser: endorsement.getEndorser_asU8(),
      signature: endorsement.getSignature_asU8(),
    })),
    result: endorsed.getResult(),
  };
}
