import { ledger, peer } from '@hyperledger/fabric-protos';
import type { RangeScan, ScannedEntry } from './range-scan.ts';

/** A peer answers a scan in batches of so many entries, and reads one more to know whether there is another batch. */
export const BATCH_ENTRIES = 100;

/** `ledger.state.totalQueryLimit` of a peer: a scan is cut there without an error. */
export const TOTAL_QUERY_LIMIT = 100_000;

interface OpenScan {
  readonly scan: RangeScan;
  pending: ScannedEntry[];
  returned: number;
}

/** The scans a transaction has open, and their answers batch by batch (fabric core/chaincode/query_response_generator). */
export class QueryBatches {
  readonly #chaincode: string;
  readonly #open = new Map<string, OpenScan>();
  #opened = 0;

  /** @param chaincode the namespace that the entries are said to come from. */
  constructor(chaincode: string) {
    this.#chaincode = chaincode;
  }

  /** Opens a scan and answers its first batch. */
  first(scan: RangeScan): peer.QueryResponse {
    const id = this.#register(scan);
    return this.next(id);
  }

  /** The one page of a paginated scan, at most `pageSize` entries (0: the total limit), with its bookmark. */
  page(scan: RangeScan, pageSize: number): peer.QueryResponse {
    const limit = pageSize > 0 && pageSize < TOTAL_QUERY_LIMIT ? pageSize : TOTAL_QUERY_LIMIT;
    const entries: ScannedEntry[] = [];
    while (entries.length < limit) {
      const entry = scan.next();
      if (entry === undefined) break;
      entries.push(entry);
    }
    const metadata = new peer.QueryResponseMetadata();
    metadata.setFetchedRecordsCount(entries.length);
    metadata.setBookmark(scan.bookmark());
    this.#opened += 1;
    const answer = this.#answer(String(this.#opened), entries, false);
    answer.setMetadata(metadata.serializeBinary());
    return answer;
  }

  /**
   * The next batch of an open scan.
   *
   * @throws Error if the scan is not open.
   */
  next(id: string): peer.QueryResponse {
    const open = this.#open.get(id);
    if (open === undefined) throw new Error('query iterator not found');
    while (open.returned < TOTAL_QUERY_LIMIT) {
      const entry = open.scan.next();
      if (entry === undefined) break;
      open.returned += 1;
      if (open.pending.length === BATCH_ENTRIES) {
        const batch = open.pending;
        open.pending = [entry];
        return this.#answer(id, batch, true);
      }
      open.pending.push(entry);
    }
    this.#open.delete(id);
    return this.#answer(id, open.pending, false);
  }

  /** Closes a scan; one that is not open needs no closing. */
  close(id: string): peer.QueryResponse {
    this.#open.delete(id);
    return this.#answer(id, [], false);
  }

  #register(scan: RangeScan): string {
    this.#opened += 1;
    const id = String(this.#opened);
    this.#open.set(id, { scan, pending: [], returned: 0 });
    return id;
  }

  #answer(id: string, entries: readonly ScannedEntry[], hasMore: boolean): peer.QueryResponse {
    const answer = new peer.QueryResponse();
    answer.setId(id);
    answer.setHasMore(hasMore);
    for (const { key, value } of entries) {
      const pair = new ledger.queryresult.KV();
      pair.setNamespace(this.#chaincode);
      pair.setKey(key);
      pair.setValue(value);
      const bytes = new peer.QueryResultBytes();
      bytes.setResultbytes(pair.serializeBinary());
      answer.addResults(bytes);
    }
    return answer;
  }
}
