import { readFileSync } from 'node:fs';

/** Quarter-hour values of one week by column; 672 rows, Monday 00:00 UTC first. */
export interface Profiles {
  /** Start of the first interval in the data, epoch seconds. */
  readonly start: number;
  readonly intervalSec: number;
  readonly rows: number;
  /** Values of a column, in the scale that `data/profiles.md` explains; throws for an unknown column. */
  column(name: string): Float64Array;
}

/** Reads a profile table; see `data/profiles.md` for its columns. */
export function readProfiles(file: string | URL): Profiles {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = header.split(',');
  const times = lines.map((line) => Date.parse(line.slice(0, line.indexOf(','))) / 1000);
  const columns = new Map(names.slice(1).map((name) => [name, new Float64Array(lines.length)]));
  lines.forEach((line, row) => {
    line
      .split(',')
      .slice(1)
      .forEach((value, column) => {
        const values = columns.get(names[column + 1] ?? '');
        if (values) values[row] = Number(value);
      });
  });
  const [start = NaN, second = NaN] = times;
  return {
    start,
    intervalSec: second - start,
    rows: lines.length,
    column: (name) => {
      const values = columns.get(name);
      if (!values) throw new Error(`profiles have no column ${name}`);
      return values;
    },
  };
}
