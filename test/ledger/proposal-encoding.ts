import { common, msp, peer } from '@hyperledger/fabric-protos';

/** An instant as Fabric keeps it: seconds since 1970 and nanoseconds within the second. */
export interface LedgerTimestamp {
  readonly seconds: number;
  readonly nanos: number;
}

/** What a client sends to an endorser. */
export interface ProposalContent {
  readonly channel: string;
  readonly chaincode: string;
  readonly transactionId: string;
  readonly nonce: Uint8Array;
  readonly mspId: string;
  /** PEM */
  readonly certificate: string;
  readonly timestamp: LedgerTimestamp;
  /** Function name first. */
  readonly args: readonly Uint8Array[];
}

/** The identity as it stands in every proposal of its owner. */
export function serialisedIdentity(mspId: string, certificate: string): Uint8Array {
  const identity = new msp.SerializedIdentity();
  identity.setMspid(mspId);
  identity.setIdBytes(Buffer.from(certificate));
  return identity.serializeBinary();
}

/** Function name and arguments as the chaincode receives them. */
export function chaincodeInput(args: readonly Uint8Array[]): peer.ChaincodeInput {
  const input = new peer.ChaincodeInput();
  input.setArgsList([...args]);
  return input;
}

/** The proposal as the chaincode's stub decodes it; the signature is empty, since a stub does not check it. */
export function encodeProposal(content: ProposalContent, input: peer.ChaincodeInput): peer.SignedProposal {
  const proposal = new peer.Proposal();
  proposal.setHeader(encodeHeader(content));
  proposal.setPayload(encodePayload(content.chaincode, input));
  const signed = new peer.SignedProposal();
  signed.setProposalBytes(proposal.serializeBinary());
  return signed;
}

function encodeHeader(content: ProposalContent): Uint8Array {
  const channelHeader = new common.ChannelHeader();
  channelHeader.setType(common.HeaderType.ENDORSER_TRANSACTION);
  channelHeader.setChannelId(content.channel);
  channelHeader.setTxId(content.transactionId);
  const signatureHeader = new common.SignatureHeader();
  signatureHeader.setCreator(serialisedIdentity(content.mspId, content.certificate));
  signatureHeader.setNonce(content.nonce);
  const header = new common.Header();
  // Protocol buffers may be concatenated: the timestamp's class belongs to a package that is not installed for us.
  header.setChannelHeader(
    Buffer.concat([channelHeader.serializeBinary(), timestampField(content.timestamp)]),
  );
  header.setSignatureHeader(signatureHeader.serializeBinary());
  return header.serializeBinary();
}

function encodePayload(chaincode: string, input: peer.ChaincodeInput): Uint8Array {
  const id = new peer.ChaincodeID();
  id.setName(chaincode);
  const spec = new peer.ChaincodeSpec();
  spec.setChaincodeId(id);
  spec.setInput(input);
  const invocation = new peer.ChaincodeInvocationSpec();
  invocation.setChaincodeSpec(spec);
  const payload = new peer.ChaincodeProposalPayload();
  payload.setInput(invocation.serializeBinary());
  return payload.serializeBinary();
}

const TIMESTAMP_FIELD = 0x1a; // field 3 of common.ChannelHeader, length-delimited
const SECONDS_FIELD = 0x08; // field 1 of google.protobuf.Timestamp, varint
const NANOS_FIELD = 0x10; // field 2, varint

function timestampField({ seconds, nanos }: LedgerTimestamp): Uint8Array {
  const message = [SECONDS_FIELD, ...varint(seconds), NANOS_FIELD, ...varint(nanos)];
  return Uint8Array.from([TIMESTAMP_FIELD, message.length, ...message]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}
