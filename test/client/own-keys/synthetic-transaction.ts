/** A payment as a gateway would prepare it and peers would endorse it: any part of it can be another one. */
import { createHash } from 'node:crypto';
import { common, ledger, msp, peer } from '@hyperledger/fabric-protos';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';

export const CHANNEL = 'commonwatt';
export const CHAINCODE = 'market';
export const PAYER = 'RiversideMSP/payer';
export const PAYEE = 'RiversideMSP/payee';
export const THIEF = 'RiversideMSP/thief';
export const CERTIFICATE = 'a certificate';
export const IDEMPOTENCY_KEY = 'payment-1';
export const OUTPUTS = [{ account: PAYEE, amount: '77' }];

export interface Write {
  readonly key: string;
  /** Null deletes. */
  readonly value: string | null;
}

/** What a gateway asks for its client's signature under. */
export interface CallParts {
  readonly type: common.HeaderTypeMap[keyof common.HeaderTypeMap];
  readonly epoch: number;
  readonly channel: string;
  readonly chaincode: string;
  /** In the header's extension. */
  readonly namedChaincode: string;
  readonly atSec: number;
  readonly transactionId: string | null;
  readonly creator: Uint8Array;
  readonly nonce: string;
  readonly method: string;
  /** As it is, or as JSON. */
  readonly argument: object | string;
  readonly moreArguments: readonly string[];
  readonly decorated: boolean;
  readonly isInit: boolean;
  readonly transient: boolean;
}

/** What is told of the transaction that peers have endorsed. */
export interface TransactionParts {
  /** In place of the proposal's own. */
  readonly call: Partial<CallParts>;
  readonly actionCreator: Uint8Array | null;
  readonly proposalHash: Uint8Array | null;
  readonly answeredBy: string;
  readonly status: number;
  readonly changes: readonly object[];
  readonly writes: readonly Write[];
  readonly namespace: string;
  readonly hasMetadataWrites: boolean;
  readonly hasPrivateData: boolean;
  readonly event: { readonly name?: string; readonly transactionId?: string; readonly hash?: string } | null;
  readonly endorsements: number;
  readonly actions: number;
}

const SPENT = 'a'.repeat(43);
const MADE = 'b'.repeat(43);

export function coinKey(id: string): string {
  return ['\u0000coin', id.split('.')[0], (id.split('.')[1] ?? '').padStart(4, '0'), ''].join('\u0000');
}

const COIN = { amount: '77', id: `${MADE}.0`, owner: PAYEE, v: 1 };
export const CHANGES = [
  { type: 'coinSpent', id: `${SPENT}.0` },
  { type: 'coin', value: COIN },
] as const;
export const WRITES: readonly Write[] = [
  { key: coinKey(`${SPENT}.0`), value: null },
  { key: coinKey(`${MADE}.0`), value: JSON.stringify(COIN) },
];

export function serializedIdentity(account: string, certificate: string): Uint8Array {
  const identity = new msp.SerializedIdentity();
  identity.setMspid(account.split('/')[0] ?? '');
  identity.setIdBytes(Buffer.from(certificate));
  return identity.serializeBinary();
}

function callParts(given: Partial<CallParts>): CallParts {
  return {
    ...{ type: common.HeaderType.ENDORSER_TRANSACTION, epoch: 0, channel: CHANNEL },
    ...{ chaincode: CHAINCODE, namedChaincode: CHAINCODE },
    ...{ atSec: Math.floor(Date.now() / 1000), transactionId: null, nonce: 'a nonce' },
    creator: serializedIdentity(PAYER, CERTIFICATE),
    method: 'money:pay',
    argument: { outputs: OUTPUTS, coins: [`${SPENT}.0`], idempotencyKey: IDEMPOTENCY_KEY },
    ...{ moreArguments: [], decorated: false, isInit: false, transient: false },
    ...given,
  };
}

/** Fabric's Proposal. */
export function proposalOf(given: Partial<CallParts>): Uint8Array {
  const parts = callParts(given);
  const proposal = new peer.Proposal();
  proposal.setHeader(headerOf(parts).serializeBinary());
  proposal.setPayload(proposalPayload(parts));
  return proposal.serializeBinary();
}

/** Fabric's Payload of the transaction that follows the proposal of `prepared`. */
export function transactionOf(prepared: Partial<CallParts>, given: Partial<TransactionParts>): Uint8Array {
  const parts: TransactionParts = {
    ...{ call: {}, actionCreator: null, proposalHash: null, answeredBy: CHAINCODE, status: 200 },
    ...{ changes: CHANGES, writes: WRITES, namespace: CHAINCODE, hasMetadataWrites: false },
    ...{ hasPrivateData: false, event: {}, endorsements: 3, actions: 1, ...given },
  };
  const signed = callParts(prepared);
  const call = { ...signed, ...parts.call };
  const header = headerOf(call);
  const action = new peer.TransactionAction();
  action.setHeader(parts.actionCreator ?? header.getSignatureHeader_asU8());
  action.setPayload(actionPayload(parts, signed, call));
  const transaction = new peer.Transaction();
  transaction.setActionsList(Array.from({ length: parts.actions }, () => action));
  const payload = new common.Payload();
  payload.setHeader(header);
  payload.setData(transaction.serializeBinary());
  return payload.serializeBinary();
}

function headerOf(parts: CallParts): common.Header {
  const { creator, nonce } = parts;
  const extension = new peer.ChaincodeHeaderExtension();
  extension.setChaincodeId(chaincodeId(parts.namedChaincode));
  const at = new timestamps.Timestamp();
  at.setSeconds(parts.atSec);
  const channel = new common.ChannelHeader();
  channel.setType(parts.type);
  channel.setEpoch(parts.epoch);
  channel.setTimestamp(at);
  channel.setChannelId(parts.channel);
  channel.setTxId(parts.transactionId ?? transactionIdOf(parts));
  channel.setExtension$(extension.serializeBinary());
  const signature = new common.SignatureHeader();
  signature.setCreator(creator);
  signature.setNonce(Buffer.from(nonce));
  const header = new common.Header();
  header.setChannelHeader(channel.serializeBinary());
  header.setSignatureHeader(signature.serializeBinary());
  return header;
}

function transactionIdOf({ nonce, creator }: CallParts): string {
  return createHash('sha256').update(nonce).update(creator).digest('hex');
}

function chaincodeId(name: string): peer.ChaincodeID {
  const id = new peer.ChaincodeID();
  id.setName(name);
  return id;
}

function proposalPayload(parts: CallParts): Uint8Array {
  const input = new peer.ChaincodeInput();
  const { method, argument, moreArguments } = parts;
  const json = typeof argument === 'string' ? argument : JSON.stringify(argument);
  const args = [method, json, ...moreArguments];
  input.setArgsList(args.map((argument) => Buffer.from(argument)));
  input.setIsInit(parts.isInit);
  if (parts.decorated) input.getDecorationsMap().set('more', Buffer.from('hidden'));
  const spec = new peer.ChaincodeSpec();
  spec.setChaincodeId(chaincodeId(parts.chaincode));
  spec.setInput(input);
  const invocation = new peer.ChaincodeInvocationSpec();
  invocation.setChaincodeSpec(spec);
  const payload = new peer.ChaincodeProposalPayload();
  payload.setInput(invocation.serializeBinary());
  if (parts.transient) payload.getTransientmapMap().set('more', Buffer.from('hidden'));
  return payload.serializeBinary();
}

function actionPayload(parts: TransactionParts, signed: CallParts, call: CallParts): Uint8Array {
  const header = headerOf(signed);
  const hash = createHash('sha256')
    .update(header.getChannelHeader_asU8())
    .update(header.getSignatureHeader_asU8())
    .update(proposalPayload(signed))
    .digest();
  const endorsed = new peer.ProposalResponsePayload();
  endorsed.setProposalHash(parts.proposalHash ?? hash);
  endorsed.setExtension$(chaincodeAction(parts, signed));
  const action = new peer.ChaincodeEndorsedAction();
  action.setProposalResponsePayload(endorsed.serializeBinary());
  const endorsement = new peer.Endorsement();
  endorsement.setEndorser(Buffer.from('a peer'));
  endorsement.setSignature(Buffer.from('a signature'));
  action.setEndorsementsList(Array.from({ length: parts.endorsements }, () => endorsement));
  const payload = new peer.ChaincodeActionPayload();
  payload.setChaincodeProposalPayload(proposalPayload(call));
  payload.setAction(action);
  return payload.serializeBinary();
}

function chaincodeAction(parts: TransactionParts, signed: CallParts): Uint8Array {
  const response = new peer.Response();
  response.setStatus(parts.status);
  response.setPayload(Buffer.from(JSON.stringify({ outcome: 'done', result: {}, changes: parts.changes })));
  const action = new peer.ChaincodeAction();
  action.setChaincodeId(chaincodeId(parts.answeredBy));
  action.setResponse(response);
  action.setResults(readWriteSet(parts));
  if (parts.event !== null) {
    const event = new peer.ChaincodeEvent();
    event.setChaincodeId(CHAINCODE);
    event.setTxId(parts.event.transactionId ?? transactionIdOf(signed));
    event.setEventName(parts.event.name ?? 'changes');
    event.setPayload(Buffer.from(JSON.stringify({ hash: parts.event.hash ?? hashOf(parts.changes) })));
    action.setEvents(event.serializeBinary());
  }
  return action.serializeBinary();
}

/** Of changes whose members are in the order of their names, but for the type. */
function hashOf(changes: readonly object[]): string {
  const canonical = changes.map((change) => Object.fromEntries(Object.entries(change).sort()));
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url');
}

function readWriteSet(parts: TransactionParts): Uint8Array {
  const { KVRead, KVRWSet, KVWrite, KVMetadataWrite } = ledger.rwset.kvrwset;
  const read = new KVRead();
  read.setKey('\u0000consortium\u0000');
  const accesses = new KVRWSet();
  accesses.addReads(read);
  for (const { key, value } of parts.writes) {
    const write = new KVWrite();
    write.setKey(key);
    if (value === null) write.setIsDelete(true);
    else write.setValue(Buffer.from(value));
    accesses.addWrites(write);
  }
  if (parts.hasMetadataWrites) accesses.addMetadataWrites(new KVMetadataWrite());
  const namespaced = new ledger.rwset.NsReadWriteSet();
  namespaced.setNamespace(parts.namespace);
  namespaced.setRwset(accesses.serializeBinary());
  if (parts.hasPrivateData)
    namespaced.addCollectionHashedRwset(new ledger.rwset.CollectionHashedReadWriteSet());
  const whole = new ledger.rwset.TxReadWriteSet();
  whole.addNsRwset(namespaced);
  return whole.serializeBinary();
}
