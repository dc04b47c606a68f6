/** What an experiment on the running network came to. */
export interface Finding {
  /** Names and values for people to read. */
  readonly figures: readonly Figure[];
  /** Each says what should not have happened; none when all is well. */
  readonly violations: readonly string[];
}

export type Figure = readonly [name: string, value: string | number];

/** Tells what should hold, and keeps what does not. */
export class Expectations {
  readonly violations: string[] = [];

  holds(condition: boolean, otherwise: string): void {
    if (!condition) this.violations.push(otherwise);
  }

  /** Compares what JSON can tell. */
  equal(what: string, actual: unknown, expected: unknown): void {
    const [found, wanted] = [show(actual), show(expected)];
    this.holds(found === wanted, `${what}: ${found} instead of ${wanted}`);
  }
}

function show(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  );
}
