import { createHash } from 'node:crypto';
import type { Change } from '@commonwatt/chaincode/domain';
import { common, msp, peer } from '@hyperledger/fabric-protos';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { certificateOf } from '../certificate.ts';

export const CHANNEL = 'commonwatt';
export const CHAINCODE = 'market';

/** What a transaction of a synthetic block says. */
export interface SyntheticTransaction {
  readonly id: string;
  readonly method?: string;
  readonly argument?: Uint8Array;
  readonly changes?: readonly Change[];
  readonly result?: unknown;
  /** The whole response instead of result and changes. */
  readonly response?: Uint8Array;
  readonly ids?: readonly (readonly [string, string])[];
  readonly chaincode?: string;
  readonly validationCode?: number;
  readonly mspId?: string;
  /** Null: a creator without a certificate, as in a genesis block. */
  readonly enrolmentId?: string | null;
  readonly at?: number;
  /** Bytes instead of an envelope. */
  readonly raw?: Uint8Array;
}

const certificates = new Map<string, string>();

/** A chain of blocks as a peer delivers them. */
export class BlockBuilder {
  #number = 0;
  #previous: Uint8Array = new Uint8Array(0);

  block(...transactions: readonly SyntheticTransaction[]): common.Block {
    const data = new common.BlockData();
    data.setDataList(transactions.map(envelope));
    const header = new common.BlockHeader();
    header.setNumber(this.#number);
    header.setPreviousHash(this.#previous);
    header.setDataHash(createHash('sha256').update(data.serializeBinary()).digest());
    const metadata = new common.BlockMetadata();
    const codes = Buffer.from(transactions.map(({ validationCode = 0 }) => validationCode));
    metadata.setMetadataList([new Uint8Array(0), new Uint8Array(0), codes]);
    const block = new common.Block();
    block.setHeader(header);
    block.setData(data);
    block.setMetadata(metadata);
    this.#number += 1;
    this.#previous = hashOf(header);
    return block;
  }
}

/** Written apart from the decoder: SHA-256 of the ASN.1 of a header. */
function hashOf(header: common.BlockHeader): Buffer {
  const previous = header.getPreviousHash_asU8();
  const data = header.getDataHash_asU8();
  const number = bigEndian(header.getNumber());
  const content = [2, number.length, ...number, 4, previous.length, ...previous, 4, data.length, ...data];
  return createHash('sha256')
    .update(Buffer.from([0x30, content.length, ...content]))
    .digest();
}

/** Of a number that is not negative; a leading bit would be a sign. */
function bigEndian(number: number): number[] {
  return number < 128 ? [number] : [...bigEndian(Math.floor(number / 256)), number % 256];
}

function envelope(transaction: SyntheticTransaction): Uint8Array {
  if (transaction.raw !== undefined) return transaction.raw;
  const payload = new common.Payload();
  payload.setHeader(header(transaction));
  payload.setData(call(transaction).serializeBinary());
  const result = new common.Envelope();
  result.setPayload(payload.serializeBinary());
  return result.serializeBinary();
}

function header({
  id,
  at = 1_700_000_000,
  mspId = 'RiversideMSP',
  enrolmentId = 'm1',
}: SyntheticTransaction): common.Header {
  const time = new timestamps.Timestamp();
  time.setSeconds(at);
  const channelHeader = new common.ChannelHeader();
  channelHeader.setType(common.HeaderType.ENDORSER_TRANSACTION);
  channelHeader.setTxId(id);
  channelHeader.setTimestamp(time);
  const creator = new msp.SerializedIdentity();
  creator.setMspid(mspId);
  if (enrolmentId !== null) creator.setIdBytes(Buffer.from(certificate(enrolmentId)));
  const signatureHeader = new common.SignatureHeader();
  signatureHeader.setCreator(creator.serializeBinary());
  const result = new common.Header();
  result.setChannelHeader(channelHeader.serializeBinary());
  result.setSignatureHeader(signatureHeader.serializeBinary());
  return result;
}

function certificate(enrolmentId: string): string {
  const known = certificates.get(enrolmentId) ?? certificateOf(enrolmentId).certificate;
  certificates.set(enrolmentId, known);
  return known;
}

function call(transaction: SyntheticTransaction): peer.Transaction {
  const { method = 'money:pay', argument = Buffer.from('{}') } = transaction;
  const input = new peer.ChaincodeInput();
  input.setArgsList([Buffer.from(method), argument]);
  const specification = new peer.ChaincodeSpec();
  specification.setInput(input);
  const invocation = new peer.ChaincodeInvocationSpec();
  invocation.setChaincodeSpec(specification);
  const proposal = new peer.ChaincodeProposalPayload();
  proposal.setInput(invocation.serializeBinary());
  const endorsed = new peer.ChaincodeEndorsedAction();
  endorsed.setProposalResponsePayload(proposalResponse(transaction).serializeBinary());
  const payload = new peer.ChaincodeActionPayload();
  payload.setChaincodeProposalPayload(proposal.serializeBinary());
  payload.setAction(endorsed);
  const action = new peer.TransactionAction();
  action.setPayload(payload.serializeBinary());
  const result = new peer.Transaction();
  result.setActionsList([action]);
  return result;
}

function proposalResponse(transaction: SyntheticTransaction): peer.ProposalResponsePayload {
  const { changes = [], result = null, chaincode = CHAINCODE, ids } = transaction;
  const response = new peer.Response();
  response.setStatus(200);
  response.setPayload(
    transaction.response ?? Buffer.from(JSON.stringify({ outcome: 'done', result, changes })),
  );
  const id = new peer.ChaincodeID();
  id.setName(chaincode);
  const action = new peer.ChaincodeAction();
  action.setResponse(response);
  action.setChaincodeId(id);
  if (ids !== undefined) {
    const event = new peer.ChaincodeEvent();
    event.setPayload(Buffer.from(JSON.stringify({ ids, hash: '' })));
    action.setEvents(event.serializeBinary());
  }
  const payload = new peer.ProposalResponsePayload();
  payload.setExtension$(action.serializeBinary());
  return payload;
}
