// @ts-check
// The messages of Hyperledger Fabric that a statement consists of. Names and numbers of fields are those of
// https://github.com/hyperledger/fabric-protos (common/common.proto, peer/proposal.proto, peer/chaincode.proto,
// peer/proposal_response.proto, ledger/rwset/*.proto, msp/identities.proto).
import { createHash } from 'node:crypto';
import { Message, utf8 } from './protobuf.mjs';
import { ensure } from './refused.mjs';

const ENDORSER_TRANSACTION = 3n;
const MS_PER_SECOND = 1000;

/**
 * What the peers were asked.
 *
 * @param {{ channelHeader: Buffer, signatureHeader: Buffer, payload: Buffer }} call
 */
export function readCall({ channelHeader, signatureHeader, payload }) {
  // type, version, timestamp, channel_id, tx_id, epoch, extension
  const channel = new Message('the channel header', channelHeader, [1, 2, 3, 4, 5, 6, 7]);
  ensure(channel.number(1) === ENDORSER_TRANSACTION, 'the channel header is that of no transaction');
  const timestamp = new Message('the timestamp', channel.bytes(3), [1, 2]);
  // ChaincodeHeaderExtension: chaincode_id
  const extension = new Message('the header extension', channel.bytes(7), [2]);
  // creator, nonce
  const signature = new Message('the signature header', signatureHeader, [1, 2]);
  // ChaincodeProposalPayload: input, and no transient map; ChaincodeInvocationSpec: chaincode_spec
  const input = new Message('the proposal', payload, [1]).bytes(1);
  // ChaincodeSpec: type, chaincode_id, input
  const spec = new Message('the call', new Message('the input', input, [1]).bytes(1), [1, 2, 3]);
  // ChaincodeInput: args, and neither decorations nor is_init
  const args = new Message('the arguments', spec.bytes(3), [1]).list(1);
  const chaincode = chaincodeName(spec.bytes(2));
  ensure(chaincodeName(extension.bytes(2)) === chaincode, 'header and call name two chaincodes');
  const id = createHash('sha256').update(signature.bytes(2)).update(signature.bytes(1)).digest('hex');
  ensure(channel.text(5) === id, 'the transaction id is not that of nonce and creator');
  return {
    channel: channel.text(4),
    chaincode,
    transactionId: id,
    at: new Date(Number(timestamp.number(1)) * MS_PER_SECOND),
    creator: readIdentity(signature.bytes(1)),
    args: args.map((argument) => utf8('an argument', argument)),
    // What Fabric calls the proposal hash.
    hash: createHash('sha256').update(channelHeader).update(signatureHeader).update(payload).digest(),
  };
}

/**
 * What the peers answered and signed.
 *
 * @param {Buffer} bytes ProposalResponsePayload
 */
export function readAnswer(bytes) {
  // proposal_hash, extension
  const payload = new Message('the signed payload', bytes, [1, 2]);
  // ChaincodeAction: results, events, response, chaincode_id
  const action = new Message('the action', payload.bytes(2), [1, 2, 3, 4]);
  // Response: status, message, payload
  const response = new Message('the response', action.bytes(3), [1, 2, 3]);
  requireNoWrites(action.bytes(1));
  ensure(action.bytes(2).length === 0, 'the answer emits an event');
  return {
    proposalHash: payload.bytes(1),
    chaincode: chaincodeName(action.bytes(4)),
    status: Number(response.number(1)),
    content: response.text(3),
  };
}

/** A SerializedIdentity: MSP id and certificate. @param {Buffer} bytes */
export function readIdentity(bytes) {
  const identity = new Message('an identity', bytes, [1, 2]);
  return { mspId: identity.text(1), certificate: identity.bytes(2) };
}

/** TxReadWriteSet: data_model, ns_rwset. It may read, and nothing else. @param {Buffer} bytes */
function requireNoWrites(bytes) {
  for (const set of new Message('the read/write set', bytes, [1, 2]).list(2)) {
    // NsReadWriteSet: namespace, rwset; no collections of private data
    const namespaced = new Message('a read/write set', set, [1, 2]);
    // KVRWSet: reads, range_queries_info; neither writes nor metadata_writes
    const accesses = new Message('a read/write set', namespaced.bytes(2), [1, 2, 3, 4]);
    ensure(!accesses.has(3) && !accesses.has(4), 'the answer writes to the ledger');
  }
}

/** ChaincodeID: path, name, version. @param {Buffer} bytes */
function chaincodeName(bytes) {
  return new Message('the name of the chaincode', bytes, [1, 2, 3]).text(2);
}
