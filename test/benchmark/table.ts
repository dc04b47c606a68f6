/** Findings as people read them. */
import { type Finding, isMet } from './findings.ts';

const COLUMNS = ['what', 'measured', 'target', 'verdict', 'how'] as const;

/** A Markdown table. */
export function markdownTable(findings: readonly Finding[]): string {
  const rows = [COLUMNS, COLUMNS.map(() => '---'), ...findings.map(cells)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Aligned columns for a terminal; how a value came about stands below it. */
export function terminalTable(findings: readonly Finding[]): string {
  const rows = [COLUMNS, ...findings.map(cells)].map((row) => row.slice(0, -1));
  const widths = COLUMNS.slice(0, -1).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [title = '', ...values] = lines;
  return [title, ...values.flatMap((line, at) => [line, `    ${findings[at]?.detail ?? ''}`])].join('\n');
}

function cells(finding: Finding): string[] {
  const { what, value, unit, target, detail } = finding;
  return [
    what,
    `${figure(value)} ${unit}`,
    target === null ? '' : `${target.kind} ${target.value} ${unit}`,
    target === null ? '' : isMet(finding) ? 'met' : 'MISSED',
    detail,
  ];
}

const SMALL = 100;

function figure(value: number): string {
  return value < SMALL ? value.toFixed(2) : value.toFixed(0);
}
