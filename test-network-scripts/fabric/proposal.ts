/** Proposals: asking peers to run a chaincode, system chaincodes included, and to sign what came out. */
import { createHash, randomBytes } from 'node:crypto';
import type { Client } from '@grpc/grpc-js';
import { common, peer } from '@hyperledger/fabric-protos';
import wellKnown from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { callUnary } from './connections.ts';
import type { SigningIdentity } from './identity.ts';

export type Proposal = {
  transactionId: string;
  channel: string;
  header: common.Header;
  payload: peer.ChaincodeProposalPayload;
  signed: peer.SignedProposal;
};

/** A peer refused a proposal; the message is the peer's. */
export class ProposalRefused extends Error {
  override readonly name = 'ProposalRefused';
  /** Of the peer's response; 500 for most. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const NONCE_BYTES = 24;
const ANSWER_TIMEOUT_MS = 60_000;
const SUCCESS_BELOW = 400;

/**
 * @param channel empty for what concerns a peer and not a channel
 * @param args the function's name and its arguments
 */
export function newProposal(
  identity: SigningIdentity,
  channel: string,
  chaincode: string,
  args: (string | Uint8Array)[],
): Proposal {
  const nonce = randomBytes(NONCE_BYTES);
  const transactionId = createHash('sha256').update(nonce).update(identity.serialized).digest('hex');
  const chaincodeId = new peer.ChaincodeID();
  chaincodeId.setName(chaincode);

  const header = new common.Header();
  header.setChannelHeader(proposalHeader(transactionId, channel, chaincodeId).serializeBinary());
  header.setSignatureHeader(signatureHeader(identity, nonce).serializeBinary());

  const input = new peer.ChaincodeInput();
  input.setArgsList(args.map((arg) => Buffer.from(arg)));
  const spec = new peer.ChaincodeSpec();
  spec.setType(peer.ChaincodeSpec.Type.GOLANG);
  spec.setChaincodeId(chaincodeId);
  spec.setInput(input);
  const invocation = new peer.ChaincodeInvocationSpec();
  invocation.setChaincodeSpec(spec);
  const payload = new peer.ChaincodeProposalPayload();
  payload.setInput(invocation.serializeBinary());

  const proposal = new peer.Proposal();
  proposal.setHeader(header.serializeBinary());
  proposal.setPayload(payload.serializeBinary());
  const signed = new peer.SignedProposal();
  signed.setProposalBytes(proposal.serializeBinary());
  signed.setSignature(identity.sign(signed.getProposalBytes_asU8()));
  return { transactionId, channel, header, payload, signed };
}

/**
 * Has one peer run the proposal.
 *
 * @throws ProposalRefused, or a gRPC ServiceError when the peer cannot be reached
 */
export async function askPeer(client: Client, proposal: Proposal): Promise<peer.ProposalResponse> {
  const decode = (bytes: Uint8Array) => peer.ProposalResponse.deserializeBinary(bytes);
  const response = await callUnary(
    client,
    '/protos.Endorser/ProcessProposal',
    proposal.signed,
    decode,
    ANSWER_TIMEOUT_MS,
  );
  const outcome = response.getResponse();
  const status = outcome?.getStatus() ?? 0;
  if (status === 0 || status >= SUCCESS_BELOW)
    throw new ProposalRefused(outcome?.getMessage() ?? 'the peer gave no reason', status);
  return response;
}

/** Runs a chaincode on one peer for its answer only. */
export async function query(
  client: Client,
  identity: SigningIdentity,
  channel: string,
  chaincode: string,
  args: (string | Uint8Array)[],
): Promise<Uint8Array> {
  const response = await askPeer(client, newProposal(identity, channel, chaincode, args));
  return response.getResponse()?.getPayload_asU8() ?? new Uint8Array();
}

export function channelHeader(type: number, channel: string): common.ChannelHeader {
  const header = new common.ChannelHeader();
  header.setType(type);
  header.setChannelId(channel);
  header.setTimestamp(now());
  return header;
}

export function signatureHeader(
  identity: SigningIdentity,
  nonce: Uint8Array = randomBytes(NONCE_BYTES),
): common.SignatureHeader {
  const header = new common.SignatureHeader();
  header.setCreator(identity.serialized);
  header.setNonce(nonce);
  return header;
}

function proposalHeader(
  transactionId: string,
  channel: string,
  chaincodeId: peer.ChaincodeID,
): common.ChannelHeader {
  const header = channelHeader(common.HeaderType.ENDORSER_TRANSACTION, channel);
  header.setTxId(transactionId);
  const extension = new peer.ChaincodeHeaderExtension();
  extension.setChaincodeId(chaincodeId);
  header.setExtension$(extension.serializeBinary());
  return header;
}

function now(): wellKnown.Timestamp {
  const timestamp = new wellKnown.Timestamp();
  timestamp.fromDate(new Date());
  return timestamp;
}
