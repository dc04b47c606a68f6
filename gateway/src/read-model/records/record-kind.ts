import { parseAccountId, type SchemeRef } from '@commonwatt/chaincode/domain';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Match } from '../read-model.ts';
import type { SortKeys } from '../sort.ts';

/** Values of a row's columns, as JSON; `position` comes on top. */
export interface Row {
  readonly id: string;
  readonly [column: string]: unknown;
}

type Condition<Value> = (value: Value) => RawBuilder<SqlBool>;

/** One condition for each member of a filter. */
export type Conditions<Filter> = {
  readonly [Name in keyof Filter]-?: Condition<NonNullable<Filter[Name]>>;
};

/** How one kind of record is read from its table of the schema `ledger`. */
export interface RecordReader<Value, Filter> {
  readonly table: string;
  /** What `value` needs of a row; default all columns. */
  readonly columns?: RawBuilder<unknown>;
  value(row: Row): Value;
  readonly conditions: Conditions<Filter>;
  /** What its list can be sorted by, besides position. */
  readonly sorts?: SortKeys;
}

/** How it is written. */
export interface RecordWriter<Value> {
  readonly table: string;
  row(value: Value): Row;
  /** Which rows a new one of the same id may replace; default all. */
  readonly replaceable?: RawBuilder<SqlBool>;
}

export type RecordKind<Value, Filter> = RecordReader<Value, Filter> & RecordWriter<Value>;

/** A kind whose whole record lies in the column `value`, beside the columns that filters need. */
export function recordKind<Value, Filter>(
  table: string,
  columns: (value: Value) => Row,
  conditions: Conditions<Filter>,
  sorts: SortKeys = {},
): RecordKind<Value, Filter> {
  return {
    table,
    columns: sql`value`,
    row: (value) => ({ ...columns(value), value }),
    value: (row) => row.value as Value,
    conditions,
    sorts,
  };
}

type Scalar = string | number | boolean;

/** Equal to the value, or to one of several. */
export function equal(column: string): Condition<Match<Scalar>> {
  return (given) => {
    // Behind one value an index is in the order of its next column, behind several it is not.
    const value = typeof given === 'object' && given.length === 1 ? given[0] : given;
    return typeof value === 'object'
      ? sql`${sql.ref(column)} = any(${value})`
      : sql`${sql.ref(column)} = ${value}`;
  };
}

/** The column's array has the value. */
export function includes(column: string): Condition<string> {
  return (value) => sql`${sql.ref(column)} @> ${[value]}`;
}

export function atMost(column: string): Condition<number> {
  return (value) => sql`${sql.ref(column)} <= ${value}`;
}

export function atLeast(column: string): Condition<number> {
  return (value) => sql`${sql.ref(column)} >= ${value}`;
}

/** One of two columns is equal to the value. */
export function either(first: string, second: string): Condition<string> {
  return (value) => sql`(${sql.ref(first)} = ${value} or ${sql.ref(second)} = ${value})`;
}

/** Columns of an owner's account and its organisation. */
export function ownerColumns(owner: string) {
  return { owner, organisation: parseAccountId(owner).mspId };
}

export const OWNED = { owner: equal('owner'), organisation: equal('organisation') };

export function schemeKey({ id, version }: SchemeRef): string {
  return `${id}/${version}`;
}
