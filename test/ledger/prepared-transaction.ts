import { common, gateway, peer } from '@hyperledger/fabric-protos';
import type { ChaincodeEvent } from './endorser.ts';

/**
 * The event of an endorsed transaction, from the bytes that fabric-gateway keeps of it; fabric-gateway itself shows
 * only the result.
 *
 * @throws Error if the bytes are no endorsed transaction.
 */
export function eventOfPreparedTransaction(bytes: Uint8Array): ChaincodeEvent | undefined {
  const envelope = gateway.PreparedTransaction.deserializeBinary(bytes).getEnvelope();
  if (envelope === undefined) throw new Error('the transaction has no envelope');
  const payload = common.Payload.deserializeBinary(envelope.getPayload_asU8());
  const [action] = peer.Transaction.deserializeBinary(payload.getData_asU8()).getActionsList();
  if (action === undefined) throw new Error('the transaction has no action');
  const endorsed = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8()).getAction();
  if (endorsed === undefined) throw new Error('the transaction is not endorsed');
  const response = peer.ProposalResponsePayload.deserializeBinary(endorsed.getProposalResponsePayload_asU8());
  const chaincodeAction = peer.ChaincodeAction.deserializeBinary(response.getExtension_asU8());
  const event = peer.ChaincodeEvent.deserializeBinary(chaincodeAction.getEvents_asU8());
  if (event.getEventName() === '') return undefined;
  return { name: event.getEventName(), payload: Buffer.from(event.getPayload_asU8()) };
}
