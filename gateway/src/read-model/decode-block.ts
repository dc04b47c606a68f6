import { createHash, X509Certificate } from 'node:crypto';
import { enrolmentId, mspId } from '@commonwatt/chaincode/domain';
import { common, msp, peer } from '@hyperledger/fabric-protos';
import { der, derInteger, derSequence } from '../../../fabric-ca-client/der.ts';

/** Fabric's TxValidationCode. */
export const VALID = 0;
export const DUPLICATE_TXID = 9;
/** A transaction that no peer has looked at yet. */
const NOT_VALIDATED = 254;
const OCTET_STRING = 0x04;

/** What one transaction called, and what the endorsed answer was. */
export interface DecodedCall {
  readonly chaincode: string;
  /** `<contract>:<transaction>`; null when it is no such name. */
  readonly method: string | null;
  readonly args: readonly Uint8Array[];
  readonly response: Uint8Array;
  /** Payload of the event; empty without one. */
  readonly event: Uint8Array;
}

export interface DecodedTransaction {
  readonly id: string;
  readonly index: number;
  /** Epoch seconds of the transaction's timestamp. */
  readonly at: number;
  /** Account of the certificate that it names; only of a valid transaction is the signature known to be right. */
  readonly creator: string | null;
  readonly validationCode: number;
  /** Null for transactions that call no chaincode (configuration). */
  readonly call: DecodedCall | null;
}

export interface DecodedBlock {
  readonly number: number;
  /** Hashes of this block's and the previous block's header, base64url. */
  readonly headerHash: string;
  readonly previousHash: string;
  readonly transactions: readonly DecodedTransaction[];
}

/** Reads a block as peers deliver it; envelopes that no peer could read either are left out. */
export function decodeBlock(block: common.Block): DecodedBlock {
  const header = block.getHeader();
  if (header === undefined) throw new Error('a block without a header');
  const codes = block.getMetadata()?.getMetadataList_asU8()[common.BlockMetadataIndex.TRANSACTIONS_FILTER];
  const envelopes = block.getData()?.getDataList_asU8() ?? [];
  return {
    number: header.getNumber(),
    headerHash: headerHash(header),
    previousHash: Buffer.from(header.getPreviousHash_asU8()).toString('base64url'),
    transactions: envelopes.flatMap((envelope, index) => {
      const transaction = decodeTransaction(envelope, index, codes?.[index] ?? NOT_VALIDATED);
      return transaction === undefined ? [] : [transaction];
    }),
  };
}

function decodeTransaction(
  bytes: Uint8Array,
  index: number,
  validationCode: number,
): DecodedTransaction | undefined {
  try {
    return decodeEnvelope(bytes, index, validationCode);
  } catch (error) {
    // Anybody who may broadcast can put bytes into a block that are no transaction; peers mark them as invalid.
    if (validationCode !== VALID) return undefined;
    throw new Error(`valid transaction ${index} of a block cannot be decoded`, { cause: error });
  }
}

function decodeEnvelope(
  bytes: Uint8Array,
  index: number,
  validationCode: number,
): DecodedTransaction | undefined {
  const payload = common.Payload.deserializeBinary(
    common.Envelope.deserializeBinary(bytes).getPayload_asU8(),
  );
  const header = payload.getHeader();
  const channelHeader = common.ChannelHeader.deserializeBinary(
    header?.getChannelHeader_asU8() ?? new Uint8Array(),
  );
  const signatureHeader = common.SignatureHeader.deserializeBinary(
    header?.getSignatureHeader_asU8() ?? new Uint8Array(),
  );
  const id = plain(channelHeader.getTxId());
  // Configuration blocks may carry none.
  if (id === null) return undefined;
  const at = channelHeader.getTimestamp()?.getSeconds() ?? 0;
  const isCall = channelHeader.getType() === common.HeaderType.ENDORSER_TRANSACTION;
  return {
    id,
    index,
    at: Number.isSafeInteger(at) ? at : 0,
    creator: accountOf(signatureHeader.getCreator_asU8()),
    validationCode,
    call: isCall ? decodeCall(payload.getData_asU8()) : null,
  };
}

function decodeCall(data: Uint8Array): DecodedCall {
  // Fabric allows exactly one action.
  const [action] = peer.Transaction.deserializeBinary(data).getActionsList();
  const payload = peer.ChaincodeActionPayload.deserializeBinary(
    action?.getPayload_asU8() ?? new Uint8Array(),
  );
  const proposal = peer.ChaincodeProposalPayload.deserializeBinary(
    payload.getChaincodeProposalPayload_asU8(),
  );
  const invocation = peer.ChaincodeInvocationSpec.deserializeBinary(proposal.getInput_asU8());
  const [method, ...args] = invocation.getChaincodeSpec()?.getInput()?.getArgsList_asU8() ?? [];
  const answer = peer.ProposalResponsePayload.deserializeBinary(
    payload.getAction()?.getProposalResponsePayload_asU8() ?? new Uint8Array(),
  );
  const executed = peer.ChaincodeAction.deserializeBinary(answer.getExtension_asU8());
  const event = peer.ChaincodeEvent.deserializeBinary(executed.getEvents_asU8());
  return {
    chaincode: executed.getChaincodeId()?.getName() ?? '',
    method: plain(Buffer.from(method ?? []).toString()),
    args,
    response: executed.getResponse()?.getPayload_asU8() ?? new Uint8Array(),
    event: event.getPayload_asU8(),
  };
}

/** `<MSP id>/<enrolment id>`; null without a certificate, as in a genesis block, or when its name is no enrolment id. */
function accountOf(creator: Uint8Array): string | null {
  const identity = msp.SerializedIdentity.deserializeBinary(creator);
  const organisation = mspId.safeParse(identity.getMspid()).data;
  const name = commonNameOf(Buffer.from(identity.getIdBytes_asU8()).toString());
  return organisation === undefined || name === null ? null : `${organisation}/${name}`;
}

/** Visible ASCII of a length that can be indexed; in invalid transactions anything may stand in place of a name. */
const PLAIN = /^[\x21-\x7e]{1,128}$/;

function plain(text: string): string | null {
  return PLAIN.test(text) ? text : null;
}

/** Certificates whose names are remembered, since parsing one costs more than the rest of a transaction. */
const REMEMBERED = 5000;
const commonNames = new Map<string, string | null>();

function commonNameOf(pem: string): string | null {
  const known = commonNames.get(pem);
  if (known !== undefined) return known;
  const name = enrolmentId.safeParse(readCommonName(pem)).data ?? null;
  if (commonNames.size >= REMEMBERED) commonNames.clear();
  commonNames.set(pem, name);
  return name;
}

function readCommonName(pem: string): unknown {
  try {
    return new X509Certificate(pem).toLegacyObject().subject.CN;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the header's DER: SEQUENCE of number, previous hash and data hash; what the next block names. */
function headerHash(header: common.BlockHeader): string {
  const content = derSequence(
    derInteger(BigInt(header.getNumber())),
    der(OCTET_STRING, header.getPreviousHash_asU8()),
    der(OCTET_STRING, header.getDataHash_asU8()),
  );
  return createHash('sha256').update(content).digest('base64url');
}
