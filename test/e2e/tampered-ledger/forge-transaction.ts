/** Changes what a committed transaction carried and wrote. */
import { createHash } from 'node:crypto';
import { common, ledger, peer } from '@hyperledger/fabric-protos';
import type { KeyRing } from './key-ring.ts';

export interface Change {
  /** Of the argument behind the method's name. */
  readonly argument?: (argument: Buffer) => Buffer;
  /** Of the value that the transaction has written under the target's key. */
  readonly write?: (value: Buffer) => Buffer;
}

/** @param keys of caller and endorsing peers, who sign what is changed; undefined leaves their signatures as they are */
export function forgeTransaction(
  bytes: Buffer,
  key: string,
  { argument, write }: Change,
  keys: KeyRing | undefined,
): Buffer {
  const envelope = common.Envelope.deserializeBinary(bytes);
  const payload = common.Payload.deserializeBinary(envelope.getPayload_asU8());
  const transaction = peer.Transaction.deserializeBinary(payload.getData_asU8());
  const [action] = transaction.getActionsList();
  const header = payload.getHeader();
  if (action === undefined || header === undefined) throw new Error('no transaction of a chaincode');
  const actionPayload = peer.ChaincodeActionPayload.deserializeBinary(action.getPayload_asU8());
  const endorsed = actionPayload.getAction();
  if (endorsed === undefined) throw new Error('nothing was endorsed');
  if (argument !== undefined)
    actionPayload.setChaincodeProposalPayload(
      withArgument(actionPayload.getChaincodeProposalPayload_asU8(), argument),
    );
  const response = peer.ProposalResponsePayload.deserializeBinary(endorsed.getProposalResponsePayload_asU8());
  if (write !== undefined) response.setExtension$(withValue(response.getExtension_asU8(), key, write));
  if (keys !== undefined)
    response.setProposalHash(
      createHash('sha256')
        .update(header.getChannelHeader_asU8())
        .update(header.getSignatureHeader_asU8())
        .update(actionPayload.getChaincodeProposalPayload_asU8())
        .digest(),
    );
  endorsed.setProposalResponsePayload(response.serializeBinary());
  if (keys !== undefined) endorseAnew(endorsed, keys);
  action.setPayload(actionPayload.serializeBinary());
  payload.setData(transaction.serializeBinary());
  envelope.setPayload(payload.serializeBinary());
  if (keys !== undefined) {
    const signatureHeader = common.SignatureHeader.deserializeBinary(header.getSignatureHeader_asU8());
    envelope.setSignature(keys.signAs(signatureHeader.getCreator_asU8(), envelope.getPayload_asU8()));
  }
  return Buffer.from(envelope.serializeBinary());
}

function endorseAnew(endorsed: peer.ChaincodeEndorsedAction, keys: KeyRing): void {
  for (const endorsement of endorsed.getEndorsementsList()) {
    const endorser = endorsement.getEndorser_asU8();
    const signed = Buffer.concat([endorsed.getProposalResponsePayload_asU8(), endorser]);
    endorsement.setSignature(keys.signAs(endorser, signed));
  }
}

function withArgument(bytes: Uint8Array, change: (argument: Buffer) => Buffer): Uint8Array {
  const proposal = peer.ChaincodeProposalPayload.deserializeBinary(bytes);
  const invocation = peer.ChaincodeInvocationSpec.deserializeBinary(proposal.getInput_asU8());
  const input = invocation.getChaincodeSpec()?.getInput();
  const [method = new Uint8Array(), argument = new Uint8Array(), ...others] = input?.getArgsList_asU8() ?? [];
  input?.setArgsList([method, change(Buffer.from(argument)), ...others]);
  proposal.setInput(invocation.serializeBinary());
  return proposal.serializeBinary();
}

function withValue(bytes: Uint8Array, key: string, change: (value: Buffer) => Buffer): Uint8Array {
  const executed = peer.ChaincodeAction.deserializeBinary(bytes);
  const results = ledger.rwset.TxReadWriteSet.deserializeBinary(executed.getResults_asU8());
  for (const namespace of results.getNsRwsetList()) {
    const set = ledger.rwset.kvrwset.KVRWSet.deserializeBinary(namespace.getRwset_asU8());
    for (const write of set.getWritesList())
      if (write.getKey() === key) write.setValue(change(Buffer.from(write.getValue_asU8())));
    namespace.setRwset(set.serializeBinary());
  }
  executed.setResults(results.serializeBinary());
  return executed.serializeBinary();
}
