import { peer } from '@hyperledger/fabric-protos';
import type { QueryBatches } from './query-batches.ts';
import type { TransactionSimulator } from './transaction-simulator.ts';

const { Type } = peer.ChaincodeMessage;

/** The numbers of the messages between chaincode and peer. */
export type MessageType = peer.ChaincodeMessage.TypeMap[keyof peer.ChaincodeMessage.TypeMap];

/** The name of a message type, as a peer writes it in an error. */
export function messageTypeName(type: MessageType): string {
  return Object.entries(Type).find(([, number]) => number === type)?.[0] ?? String(type);
}

/**
 * Answers one request for state as a peer does (fabric core/chaincode/handler.go).
 *
 * @returns the payload of the answer.
 * @throws Error with the peer's text, or saying that this ledger does not imitate the request: private data, history,
 *   rich queries, key-level endorsement and calls of other chaincodes.
 */
export function answerStateRequest(
  type: MessageType,
  payload: Uint8Array,
  simulator: TransactionSimulator,
  batches: QueryBatches,
): Uint8Array {
  switch (type) {
    case Type.GET_STATE: {
      const request = peer.GetState.deserializeBinary(payload);
      refuseCollection(request.getCollection());
      return simulator.get(request.getKey());
    }
    case Type.PUT_STATE: {
      const request = peer.PutState.deserializeBinary(payload);
      refuseCollection(request.getCollection());
      simulator.put(request.getKey(), Buffer.from(request.getValue_asU8()));
      return NOTHING;
    }
    case Type.DEL_STATE: {
      const request = peer.DelState.deserializeBinary(payload);
      refuseCollection(request.getCollection());
      simulator.delete(request.getKey());
      return NOTHING;
    }
    case Type.GET_STATE_BY_RANGE:
      return scan(peer.GetStateByRange.deserializeBinary(payload), simulator, batches).serializeBinary();
    case Type.QUERY_STATE_NEXT:
      return batches.next(peer.QueryStateNext.deserializeBinary(payload).getId()).serializeBinary();
    case Type.QUERY_STATE_CLOSE:
      return batches.close(peer.QueryStateClose.deserializeBinary(payload).getId()).serializeBinary();
    default:
      throw new Error(`the in-memory ledger does not imitate ${messageTypeName(type)}`);
  }
}

const NOTHING = new Uint8Array();

function scan(
  request: peer.GetStateByRange,
  simulator: TransactionSimulator,
  batches: QueryBatches,
): peer.QueryResponse {
  refuseCollection(request.getCollection());
  const metadata = peer.QueryMetadata.deserializeBinary(request.getMetadata_asU8());
  const pageSize = metadata.getPagesize();
  const bookmark = metadata.getBookmark();
  if (pageSize === 0 && bookmark === '') {
    return batches.first(simulator.scan(request.getStartkey(), request.getEndkey()));
  }
  const startKey = bookmark === '' ? request.getStartkey() : bookmark;
  return batches.page(simulator.paginatedScan(startKey, request.getEndkey()), pageSize);
}

function refuseCollection(collection: string): void {
  if (collection !== '') throw new Error('the in-memory ledger does not imitate private data collections');
}
