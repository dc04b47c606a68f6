import type { Client } from '@grpc/grpc-js';
import { gateway, peer } from '@hyperledger/fabric-protos';
import { callUnary } from './connections.ts';
import type { SigningIdentity } from './identity.ts';

/** A transaction was ordered but found invalid; `code` is its validation code's name. */
export class InvalidTransaction extends Error {
  override readonly name = 'InvalidTransaction';
  readonly code: string;

  constructor(transactionId: string, code: string) {
    super(`transaction ${transactionId} is invalid: ${code}`);
    this.code = code;
  }
}

const COMMIT_TIMEOUT_MS = 30_000;

/**
 * Waits until a peer has committed the transaction.
 *
 * @throws InvalidTransaction, or a gRPC ServiceError when the answer does not come in time
 */
export async function awaitCommit(
  client: Client,
  identity: SigningIdentity,
  channel: string,
  transactionId: string,
): Promise<void> {
  const request = new gateway.CommitStatusRequest();
  request.setTransactionId(transactionId);
  request.setChannelId(channel);
  request.setIdentity(identity.serialized);
  const signed = new gateway.SignedCommitStatusRequest();
  signed.setRequest(request.serializeBinary());
  signed.setSignature(identity.sign(signed.getRequest_asU8()));
  const decode = (bytes: Uint8Array) => gateway.CommitStatusResponse.deserializeBinary(bytes);
  const response = await callUnary(
    client,
    '/gateway.Gateway/CommitStatus',
    signed,
    decode,
    COMMIT_TIMEOUT_MS,
  );
  const code = response.getResult();
  if (code === peer.TxValidationCode.VALID) return;
  const name = Object.entries(peer.TxValidationCode).find(([, value]) => value === code)?.[0] ?? String(code);
  throw new InvalidTransaction(transactionId, name);
}
