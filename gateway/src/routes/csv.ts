import type { FieldTree } from './field-tree.ts';
import type { Wanted } from './fields.ts';

/** Path of a field. */
export interface Column {
  readonly path: readonly string[];
}

/** A column for each field without fields of its own, under its path with dots; lists are one column, as JSON. */
export function columnsOf({ children }: FieldTree, wanted?: Wanted): Column[] {
  return [...children].flatMap(([name, child]) => {
    const part = wanted === undefined ? 'all' : wanted.get(name);
    if (part === undefined) return [];
    if (child.isList || child.children.size === 0) return [{ path: [name] }];
    const inner = columnsOf(child, part === 'all' ? undefined : part);
    return inner.map(({ path }) => ({ path: [name, ...path] }));
  });
}

/** RFC 4180, line break included. */
export function header(columns: readonly Column[]): string {
  return line(columns.map(({ path }) => path.join('.')));
}

export function record(columns: readonly Column[], item: unknown): string {
  return line(columns.map(({ path }) => textOf(valueAt(item, path))));
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  let value = item;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return withoutFormula(value);
  return JSON.stringify(value);
}

/** What a spreadsheet takes for a formula, also behind blanks or in full width; a number it may take for one. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const NUMBER = /^-?[0-9]+$/;

/** An apostrophe before it makes a spreadsheet show it as text. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

const SPECIAL = /[",\r\n]/;

/** RFC 4180, line break included. */
export function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
