import type { Tail } from './fabric/block-files.ts';
import type { Place } from './discrepancy.ts';
import type { Totals } from './market/books.ts';

/** How many transactions carry the endorsements of exactly these organisations. */
export interface EndorsementCount {
  /** MSP ids, sorted. */
  readonly organisations: readonly string[];
  readonly valid: number;
  readonly invalid: number;
}

/** What an audit found. Energy in Wh, certificates in units, money as decimal text in billionths of the currency. */
export interface AuditReport {
  /** Everything adds up. */
  readonly balanced: boolean;
  /** The first place where something does not. */
  readonly discrepancy:
    (Place & { readonly rule: string; readonly expected: string; readonly found: string }) | null;
  /** The folder that was read. */
  readonly source: string;
  readonly channel: string;
  readonly chaincode: string;
  readonly blocks: {
    readonly count: number;
    /** Header hashes of the first and last block, in hexadecimal: the same at every honest peer. */
    readonly firstHash: string;
    readonly lastHash: string;
    /** A block that the peer had not written to its end. */
    readonly unfinished: Tail | null;
  };
  readonly transactions: {
    readonly valid: number;
    readonly invalid: number;
    /** Number of invalid ones by Fabric's validation code. */
    readonly invalidByCode: Readonly<Record<string, number>>;
    /** Valid ones of the market's chaincode. */
    readonly market: number;
    /** Changes of the channel configuration, the first one included. */
    readonly configurations: readonly { readonly block: number; readonly signedBy: readonly string[] }[];
  };
  readonly energy: Totals['energy'];
  readonly certificates: Totals['certificates'];
  readonly money: { readonly minted: string; readonly burned: string; readonly outstanding: string };
  /** Of the market's transactions that write public state. */
  readonly endorsements: readonly EndorsementCount[];
  readonly signatures: {
    readonly checked: boolean;
    readonly orderers: number;
    readonly callersAndEndorsers: number;
    readonly meters: number;
  };
  readonly seconds: number;
}

/** The report as people read it. Sums up to a break would say nothing, so only a balanced one has them. */
export function reportText(report: AuditReport): string {
  const rows = [...chainRows(report), ...(report.balanced ? sumRows(report) : [])];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`);
  return [...table, ...verdictText(report)].join('\n');
}

type Row = readonly [name: string, text: string];

function chainRows({ source, channel, chaincode, blocks, transactions, signatures }: AuditReport): Row[] {
  const { valid, market, invalid, invalidByCode } = transactions;
  const { orderers, callersAndEndorsers, meters } = signatures;
  const counts = `${number(valid)} valid (${number(market)} of the market), ${number(invalid)} invalid`;
  const signed = `${number(orderers)} of ordering nodes, ${number(callersAndEndorsers)} of callers and endorsers, ${number(meters)} of meters`;
  return [
    ['source', `${source} (channel ${channel}, chaincode ${chaincode})`],
    [
      'blocks',
      `${number(blocks.count)}, the last ${blocks.lastHash.slice(0, 16)}${unfinishedText(blocks.unfinished)}`,
    ],
    ['transactions', `${counts}${codesText(invalidByCode)}`],
    ['signatures', signatures.checked ? signed : 'not checked'],
  ];
}

function sumRows({ energy, certificates, money, endorsements }: AuditReport): Row[] {
  const { meteredWh, issuedWh, carriedWh, awaitingWh, readingBlocks, devices } = energy;
  const { issued, retired, outstanding } = certificates;
  return [
    ['endorsed by', endorsements.map(endorsementText).join('; ') || 'nothing to endorse'],
    ['readings', `${number(readingBlocks)} signed blocks; ${number(devices)} devices`],
    [
      'energy',
      `metered ${kWh(meteredWh)} = issued ${kWh(issuedWh)} + carried ${kWh(carriedWh)} + not yet used ${kWh(awaitingWh)}`,
    ],
    [
      'certificates',
      `issued ${number(issued)} = retired ${number(retired)} + outstanding ${number(outstanding)}`,
    ],
    [
      'money',
      `minted ${currency(money.minted)} - burned ${currency(money.burned)} = in coins ${currency(money.outstanding)}`,
    ],
  ];
}

/** The table of endorsing organisations. */
export function endorsementTable({ endorsements, chaincode }: AuditReport): string {
  const lines = endorsements.map(
    ({ organisations, valid, invalid }) =>
      `${valid.toString().padStart(8)} ${invalid.toString().padStart(8)}  ${organisations.join(' + ') || 'nobody'}`,
  );
  const title = `Transactions of ${chaincode} that write public state, by who endorsed them:`;
  return [title, '   valid  invalid  organisations', ...lines].join('\n');
}

function verdictText({ balanced, discrepancy }: AuditReport): string[] {
  if (balanced || discrepancy === null) return ['audit: balanced'];
  const { rule, block, transaction, transactionId, key, expected, found } = discrepancy;
  const place = [
    block === undefined ? [] : [`block ${block}`],
    transaction === undefined
      ? []
      : [`transaction ${transaction}${transactionId ? ` (${transactionId})` : ''}`],
    key === undefined ? [] : [`key ${key}`],
  ].flat();
  return [
    `audit: BROKEN at ${place.join(', ') || 'the end'}: ${rule}`,
    `  expected  ${shortened(expected)}`,
    `  found     ${shortened(found)}`,
  ];
}

const LONGEST_SHOWN = 400;

function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN
    ? text
    : `${text.slice(0, LONGEST_SHOWN)} ... (${text.length} characters)`;
}

function unfinishedText(tail: Tail | null): string {
  return tail === null ? '' : `; stopped before ${number(tail.bytes)} bytes that are no whole block yet`;
}

function codesText(codes: Readonly<Record<string, number>>): string {
  const list = Object.entries(codes).map(([code, count]) => `${count} with code ${code}`);
  return list.length === 0 ? '' : ` (${list.join(', ')})`;
}

function endorsementText({ organisations, valid, invalid }: EndorsementCount): string {
  const names = organisations.map((mspId) => mspId.replace(/MSP$/, '')).join('+') || 'nobody';
  return `${names} ${number(valid)}${invalid > 0 ? ` (and ${number(invalid)} invalid)` : ''}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function kWh(wattHours: number): string {
  return `${(wattHours / 1000).toLocaleString('en', { minimumFractionDigits: 3, maximumFractionDigits: 3 })} kWh`;
}

const BILLIONTHS = 9;

/** Billionths of the currency, exactly. */
function currency(billionths: string): string {
  const digits = billionths.padStart(BILLIONTHS + 1, '0');
  const whole = digits.slice(0, -BILLIONTHS).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(-BILLIONTHS).replace(/0{1,7}$/, '');
  return `${whole}.${fraction}`;
}
