import { sha256, toHex } from './bytes.ts';
import { Message, Unreadable } from './protobuf.ts';

/** A call of the chaincode, as it is in the bytes to be signed. Names of fields are Fabric's (fabric-protos). */
export interface Proposal {
  readonly channel: string;
  readonly chaincode: string;
  readonly transactionId: string;
  /** Epoch seconds. */
  readonly timestamp: number;
  /** SerializedIdentity. */
  readonly creator: Uint8Array;
  readonly nonce: Uint8Array;
  /** The method, then its argument. */
  readonly args: readonly Uint8Array[];
  /** As they are in the bytes; the transaction that follows must have the same. */
  readonly channelHeader: Uint8Array;
  readonly signatureHeader: Uint8Array;
  readonly input: Uint8Array;
}

/** HeaderType: as another type, the same bytes could mean something else to another node. */
const ENDORSER_TRANSACTION = 3n;

/** Proposal: header, payload (ChaincodeProposalPayload: input, no transient data), no extension. */
export function readProposal(bytes: Uint8Array): Proposal {
  const proposal = new Message(bytes, [1, 2]);
  const payload = new Message(proposal.bytes(2), [1]);
  return readCall(proposal.bytes(1), payload.bytes(1));
}

/**
 * @param header Header: channel header, signature header
 * @param input ChaincodeInvocationSpec
 */
export function readCall(header: Uint8Array, input: Uint8Array): Proposal {
  const headers = new Message(header, [1, 2]);
  const channelHeader = headers.bytes(1);
  const signatureHeader = headers.bytes(2);
  // ChannelHeader: type, version, timestamp, channel_id, tx_id, epoch, extension (ChaincodeHeaderExtension).
  const channel = new Message(channelHeader, [1, 2, 3, 4, 5, 6, 7]);
  if (channel.integer(1) !== ENDORSER_TRANSACTION || channel.integer(6) !== 0n)
    throw new Unreadable('the header is not that of a transaction');
  const signature = new Message(signatureHeader, [1, 2]);
  const spec = new Message(new Message(input, [1]).bytes(1), [1, 2, 3]);
  // ChaincodeInput: args; neither decorations nor is_init.
  const args = new Message(spec.bytes(3), [1]).repeated(1);
  const chaincode = nameIn(spec.bytes(2));
  const named = nameIn(new Message(channel.bytes(7), [2]).bytes(2));
  if (named !== chaincode) throw new Unreadable(`two chaincodes are named: ${named} and ${chaincode}`);
  return {
    channel: channel.text(4),
    chaincode,
    transactionId: channel.text(5),
    timestamp: Number(new Message(channel.bytes(3), [1, 2]).integer(1)),
    creator: signature.bytes(1),
    nonce: signature.bytes(2),
    args,
    channelHeader,
    signatureHeader,
    input,
  };
}

/** ChaincodeID: path, name, version. */
function nameIn(chaincodeId: Uint8Array): string {
  return new Message(chaincodeId, [1, 2, 3]).text(2);
}

/** Fabric's rule: SHA-256 of nonce and creator, hex. */
export async function transactionIdOf({ nonce, creator }: Proposal): Promise<string> {
  return toHex(await sha256(nonce, creator));
}
