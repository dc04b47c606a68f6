import type {
  Account,
  Batch,
  Bid,
  Coin,
  ConnectionPoint,
  Cursor,
  Device,
  EpochSeconds,
  Head,
  Hold,
  Holding,
  Issuance,
  Money,
  Offer,
  Organisation,
  Payment,
  Proposal,
  RegisterName,
  Retirement,
  Scheme,
  Trade,
  Transfer,
} from '@commonwatt/chaincode/domain';
import type { EventLog } from './event-log.ts';
import type { Page, PageRequest } from './page.ts';

/** A filter's value: equal to it, or one of several. */
export type Match<Value> = Value | readonly Value[];

/** Records of one kind: by id, and as pages in the order of their first appearance on the ledger. */
export interface Records<Value, Filter> {
  find(id: string): Promise<Value | undefined>;
  /** @throws CursorInvalid */
  list(filter: Filter, page: PageRequest): Promise<Page<Value>>;
}

/** Profile block as the read model keeps it: one row, with an array per register. */
export interface ReadingBlock {
  readonly subject: { readonly kind: 'point' | 'device'; readonly id: string };
  readonly sequence: number;
  readonly hash: string;
  readonly owner: string;
  readonly start: EpochSeconds;
  /** End of its last interval. */
  readonly end: EpochSeconds;
  readonly intervalSec: number;
  readonly intervals: number;
  readonly fillsGap: boolean;
  /** Account of the collector that has signed it; null for a block that its meter has signed. */
  readonly attestedBy: string | null;
  /** Time of the transaction that brought it. */
  readonly arrivedAt: EpochSeconds;
  readonly registers: readonly {
    readonly register: RegisterName;
    readonly values: readonly number[];
    readonly estimated: readonly (readonly [from: number, to: number])[];
  }[];
  readonly transactionId: string;
}

export interface LedgerTransaction {
  readonly id: string;
  readonly blockNumber: number;
  readonly index: number;
  readonly at: EpochSeconds;
  /** `<contract>:<transaction>`; null for transactions that are not of our chaincode. */
  readonly method: string | null;
  /** Account of the signer. */
  readonly creator: string | null;
  /** TxValidationCode; 0 is valid. */
  readonly validationCode: number;
  /** Ids of what changed, as in the ledger's event; null when there was none. */
  readonly ids: readonly (readonly [type: string, id: string])[] | null;
}

export interface Balance {
  readonly account: string;
  readonly free: Money;
  readonly held: Money;
  /** Number of coins. */
  readonly coins: number;
}

/** Units of one account in one scheme by state. */
export interface CertificateBalance {
  readonly account: string;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly unitWh: number;
  readonly free: number;
  readonly offered: number;
  readonly retired: number;
}

/** `organisation` in a filter is the MSP id of the record's owner. */
export interface Owned {
  readonly owner?: Match<string>;
  readonly organisation?: string;
}
/** `scheme` is `<id>/<version>`. */
export interface OfScheme {
  readonly scheme?: string;
}

export interface OrganisationFilter {
  readonly kind?: Match<Organisation['kind']>;
  readonly status?: Organisation['status'];
}
export interface AccountFilter {
  readonly organisation?: string;
  readonly kind?: Match<Account['kind']>;
  readonly status?: Account['status'];
}
export interface PointFilter extends Owned {
  readonly feeder?: string;
  readonly status?: Match<ConnectionPoint['status']>;
}
export interface DeviceFilter extends Owned {
  readonly point?: string;
  readonly source?: Match<Device['source']>;
  readonly region?: string;
  readonly status?: Match<Device['status']>;
}
export interface HeadFilter extends Owned {
  readonly kind?: Head['subject']['kind'];
}
export interface BlockFilter extends Owned {
  readonly kind?: Head['subject']['kind'];
  readonly subject?: Match<string>;
  /** Blocks that overlap [from, until). */
  readonly from?: EpochSeconds;
  readonly until?: EpochSeconds;
  /** Sequence at least. */
  readonly fromSequence?: number;
}
export interface SchemeFilter {
  readonly id?: string;
}
export interface IssuanceFilter extends Owned, OfScheme {
  readonly device?: Match<string>;
}
export interface CursorFilter {
  readonly device?: Match<string>;
}
export interface BatchFilter extends Owned, OfScheme {
  readonly issuance?: string;
  readonly device?: string;
  readonly vintage?: string;
}
export interface HoldingFilter extends Owned, OfScheme {
  readonly state?: Match<Holding['state']['kind']>;
  readonly batch?: string;
  readonly offer?: string;
  readonly retirement?: string;
  readonly vintage?: string;
}
export interface CoinFilter extends Owned {
  readonly state?: Coin['state']['kind'];
  /** Id of the bid, hold or burn proposal that holds it. */
  readonly heldBy?: string;
}
export interface PaymentFilter {
  readonly from?: string;
  /** Payer or receiver. */
  readonly party?: string;
}
export interface HoldFilter {
  readonly payer?: string;
  readonly payee?: string;
  readonly party?: string;
  readonly status?: Match<Hold['status']>;
}
export interface OfferFilter extends OfScheme {
  readonly seller?: string;
  readonly status?: Match<Offer['status']>;
  /** Expiry at or before. */
  readonly expiresUntil?: EpochSeconds;
}
export interface BidFilter {
  readonly offer?: string;
  readonly buyer?: string;
  /** Seller of the offer that the bid is for. */
  readonly seller?: string;
  readonly status?: Match<Bid['status']>;
  readonly expiresUntil?: EpochSeconds;
}
export interface TradeFilter extends OfScheme {
  readonly offer?: string;
  readonly seller?: string;
  readonly buyer?: string;
  readonly party?: string;
}
export interface ProposalFilter {
  readonly kind?: Proposal['subject']['kind'];
  readonly status?: Match<Proposal['status']>;
  readonly proposedBy?: string;
}
export interface TransferFilter {
  readonly from?: string;
  readonly to?: string;
  readonly party?: string;
}
export interface RetirementFilter extends Owned, OfScheme {
  readonly purpose?: string;
  readonly beneficiary?: string;
}
export interface TransactionFilter {
  readonly blockNumber?: number;
  readonly method?: string;
  readonly creator?: string;
  readonly valid?: boolean;
}

/**
 * The ledger as tables, rebuilt from its blocks. Ids: the record's own id; `<kind>/<id>` of a head, `<kind>/<id>/<sequence>`
 * of a profile block, `<id>/<version>` of a scheme, `<batch>/<start>` of a holding, the device's of a cursor.
 */
export interface ReadModel {
  readonly organisations: Records<Organisation, OrganisationFilter>;
  readonly accounts: Records<Account, AccountFilter>;
  readonly points: Records<ConnectionPoint, PointFilter>;
  readonly devices: Records<Device, DeviceFilter>;
  readonly heads: Records<Head, HeadFilter>;
  readonly blocks: Records<ReadingBlock, BlockFilter>;
  readonly schemes: Records<Scheme, SchemeFilter>;
  readonly issuances: Records<Issuance, IssuanceFilter>;
  readonly cursors: Records<Cursor, CursorFilter>;
  readonly batches: Records<Batch, BatchFilter>;
  readonly holdings: Records<Holding, HoldingFilter> & {
    /**
     * Free, unexpired units of an account in a scheme, oldest vintage first: what a transfer, offer or retirement
     * takes from. `settled` leaves provisional ones out.
     */
    free(of: {
      owner: string;
      scheme: string;
      now: EpochSeconds;
      settled?: boolean;
      limit: number;
    }): Promise<Holding[]>;
    balances(filter: Owned & OfScheme, page: PageRequest): Promise<Page<CertificateBalance>>;
  };
  readonly coins: Records<Coin, CoinFilter> & {
    /** Free coins of an account, largest first. */
    free(owner: string, limit: number): Promise<Coin[]>;
    balances(filter: Owned, page: PageRequest): Promise<Page<Balance>>;
    /** All zero for an account without coins. */
    balance(account: string): Promise<Balance>;
  };
  readonly payments: Records<Payment, PaymentFilter>;
  readonly holds: Records<Hold, HoldFilter>;
  readonly offers: Records<Offer, OfferFilter>;
  readonly bids: Records<Bid, BidFilter>;
  readonly trades: Records<Trade, TradeFilter>;
  readonly proposals: Records<Proposal, ProposalFilter>;
  readonly transfers: Records<Transfer, TransferFilter>;
  readonly retirements: Records<Retirement, RetirementFilter>;
  readonly transactions: Records<LedgerTransaction, TransactionFilter>;
  /** What valid transactions changed, one by one. */
  readonly events: EventLog;
}
