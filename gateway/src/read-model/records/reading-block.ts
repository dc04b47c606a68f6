import { REGISTERS, type RegisterName } from '@commonwatt/chaincode/domain';
import type { BlockFilter, ReadingBlock } from '../read-model.ts';
import { sql } from 'kysely';
import { atLeast, equal, OWNED, ownerColumns, type RecordKind, type Row } from './record-kind.ts';
import { column } from '../sort.ts';

/** Column of a register's values, one of each per interval; null when the block does not have the register. */
const COLUMNS = {
  import: 'import_wh',
  export: 'export_wh',
  reactiveImport: 'reactive_import_varh',
  reactiveExport: 'reactive_export_varh',
  generation: 'generation_wh',
  charge: 'charge_wh',
  discharge: 'discharge_wh',
  stateOfCharge: 'state_of_charge_wh',
} as const satisfies Record<RegisterName, string>;

/** Seconds; what begins earlier than this before a time has ended by then, and need not be looked at. */
const LONGEST = sql`(select max(end_at - start_at) from ledger.blocks)`;

/** Numbers as one text each, which takes half the time of an array to write, to send and to read. */
const VALUES = Object.values(COLUMNS).map(
  (name) => sql`array_to_string(${sql.ref(name)}, ',') as ${sql.ref(name)}`,
);

type Estimated = Partial<Record<RegisterName, readonly (readonly [number, number])[]>>;

export const readingBlocks: RecordKind<ReadingBlock, BlockFilter> = {
  table: 'blocks',
  columns: sql`kind, subject, sequence, owner, hash, start_at, end_at, interval_sec, intervals, fills_gap, attested_by,
    arrived_at, transaction_id, estimated, ${sql.join(VALUES)}`,
  row: (block) => ({
    id: `${block.subject.kind}/${block.subject.id}/${block.sequence}`,
    kind: block.subject.kind,
    subject: block.subject.id,
    sequence: block.sequence,
    ...ownerColumns(block.owner),
    hash: block.hash,
    start_at: block.start,
    end_at: block.end,
    interval_sec: block.intervalSec,
    intervals: block.intervals,
    fills_gap: block.fillsGap,
    attested_by: block.attestedBy,
    arrived_at: block.arrivedAt,
    transaction_id: block.transactionId,
    ...Object.fromEntries(REGISTERS.map(({ name }) => [COLUMNS[name], valuesOf(block, name)])),
    estimated: Object.fromEntries(
      block.registers
        .filter(({ estimated }) => estimated.length > 0)
        .map((entry) => [entry.register, entry.estimated]),
    ),
  }),
  value: (row) => ({
    subject: { kind: row.kind as ReadingBlock['subject']['kind'], id: row.subject as string },
    sequence: row.sequence as number,
    hash: row.hash as string,
    owner: row.owner as string,
    start: row.start_at as number,
    end: row.end_at as number,
    intervalSec: row.interval_sec as number,
    intervals: row.intervals as number,
    fillsGap: row.fills_gap as boolean,
    attestedBy: row.attested_by as string | null,
    arrivedAt: row.arrived_at as number,
    registers: registersOf(row),
    transactionId: row.transaction_id as string,
  }),
  conditions: {
    ...OWNED,
    kind: equal('kind'),
    subject: equal('subject'),
    from: (from) => sql`end_at > ${from} and start_at > ${from} - ${LONGEST}`,
    until: (until) => sql`start_at < ${until}`,
    fromSequence: atLeast('sequence'),
  },
  sorts: { start: column('start_at', 'bigint') },
};

function valuesOf(block: ReadingBlock, name: RegisterName): readonly number[] | null {
  return block.registers.find(({ register }) => register === name)?.values ?? null;
}

/** In the order of the registers' codes. */
function registersOf(row: Row): ReadingBlock['registers'] {
  const estimated = row.estimated as Estimated;
  return REGISTERS.flatMap(({ name }) => {
    const text = row[COLUMNS[name]] as string | null;
    if (text === null) return [];
    const values = JSON.parse(`[${text}]`) as readonly number[];
    return [{ register: name, values, estimated: estimated[name] ?? [] }];
  });
}
