import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Codes anywhere in an answer: of a problem, a verdict, an operation that failed, a dry run. */
export function codesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'code' && typeof value === 'string' ? [value] : codesIn(value),
  );
}

/** What the suites of a run have noted in its folder. */
export function notedCodes(folder: string): Set<string> {
  const lists = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as string[],
  );
  return new Set(lists.flat());
}

/** Registered codes that no suite was answered, and those answered that are not registered. */
export function compareCodes(
  registered: readonly string[],
  answered: ReadonlySet<string>,
): { readonly missing: string[]; readonly unknown: string[] } {
  return {
    missing: registered.filter((code) => !answered.has(code)),
    unknown: [...answered].filter((code) => !registered.includes(code)),
  };
}
