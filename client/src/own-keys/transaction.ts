import { areEqual } from './bytes.ts';
import { readCall, type Proposal } from './proposal.ts';
import { Message, textIn, Unreadable } from './protobuf.ts';

export interface Write {
  readonly key: string;
  /** Null for a key that is deleted. */
  readonly value: string | null;
}

/** An endorsed transaction, as it is in the bytes to be signed. */
export interface EndorsedTransaction {
  readonly call: Proposal;
  /** Hash of the proposal that the peers have endorsed. */
  readonly proposalHash: Uint8Array;
  /** Chaincode that the peers have run. */
  readonly chaincode: string;
  readonly status: number;
  /** What the method answered. */
  readonly response: string;
  /** Of the chaincode's own namespace. */
  readonly writes: readonly Write[];
  /** Null without an event. */
  readonly event: { readonly transactionId: string; readonly name: string; readonly payload: string } | null;
  readonly endorsements: number;
}

/** Payload: header, data (Transaction with one action). */
export function readTransaction(bytes: Uint8Array): EndorsedTransaction {
  const payload = new Message(bytes, [1, 2]);
  const [action, ...more] = new Message(payload.bytes(2), [1]).repeated(1);
  if (action === undefined || more.length > 0) throw new Unreadable('not one action');
  // TransactionAction: header (the proposal's signature header), payload (ChaincodeActionPayload).
  const transactionAction = new Message(action, [1, 2]);
  const actionPayload = new Message(transactionAction.bytes(2), [1, 2]);
  const call = readCall(payload.bytes(1), new Message(actionPayload.bytes(1), [1]).bytes(1));
  if (!areEqual(transactionAction.bytes(1), call.signatureHeader))
    throw new Unreadable('the action is of another creator');
  const endorsed = new Message(actionPayload.bytes(2), [1, 2]);
  return { call, endorsements: endorsed.repeated(2).length, ...readResponse(endorsed.bytes(1)) };
}

/** What peers sign. ProposalResponsePayload: proposal_hash, extension (ChaincodeAction: results, events, response, chaincode_id). */
export function readResponse(bytes: Uint8Array) {
  const responsePayload = new Message(bytes, [1, 2]);
  const action = new Message(responsePayload.bytes(2), [1, 2, 3, 4]);
  const response = new Message(action.bytes(3), [1, 2, 3]);
  const chaincode = new Message(action.bytes(4), [1, 2, 3]).text(2);
  return {
    proposalHash: responsePayload.bytes(1),
    chaincode,
    status: Number(response.integer(1)),
    response: response.text(3),
    writes: readWrites(action.bytes(1), chaincode),
    event: action.has(2) ? readEvent(action.bytes(2)) : null,
  };
}

/** ChaincodeEvent: chaincode_id, tx_id, event_name, payload. */
function readEvent(bytes: Uint8Array) {
  const event = new Message(bytes, [1, 2, 3, 4]);
  return { transactionId: event.text(2), name: event.text(3), payload: event.text(4) };
}

/** TxReadWriteSet: data_model, ns_rwset. No private data, and nothing is written outside of the chaincode's namespace. */
function readWrites(bytes: Uint8Array, chaincode: string): Write[] {
  return new Message(bytes, [1, 2]).repeated(2).flatMap((set) => {
    const namespaced = new Message(set, [1, 2]);
    // KVRWSet: reads, range_queries_info, writes; no metadata_writes, which would change who must endorse a key.
    const writes = new Message(namespaced.bytes(2), [1, 2, 3]).repeated(3);
    const namespace = namespaced.text(1);
    if (namespace !== chaincode && writes.length > 0) throw new Unreadable(`writes to ${namespace}`);
    return writes.map(readWrite);
  });
}

function readWrite(bytes: Uint8Array): Write {
  const write = new Message(bytes, [1, 2, 3]);
  const isDelete = write.integer(2) !== 0n;
  return { key: write.text(1), value: isDelete ? null : textIn(write.bytes(3)) };
}
