/** Where in the ledger; what is known of it grows as the error passes outwards. */
export interface Place {
  readonly block?: number;
  /** Position in the block, from 0. */
  readonly transaction?: number;
  readonly transactionId?: string;
  /** A key of the ledger, its parts separated by slashes. */
  readonly key?: string;
}

/** The ledger contradicts itself or breaks a rule: what was expected, what was found, and where. */
export class Discrepancy extends Error {
  readonly rule: string;
  readonly expected: string;
  readonly found: string;
  place: Place;

  constructor(rule: string, { expected, found, ...place }: Place & { expected: unknown; found: unknown }) {
    super(rule);
    this.name = 'Discrepancy';
    this.rule = rule;
    this.expected = show(expected);
    this.found = show(found);
    this.place = place;
  }

  /** Adds what an outer caller knows of the place. */
  locate(place: Place): this {
    this.place = { ...place, ...this.place };
    return this;
  }
}

/** Throws unless both are the same; objects are compared by their JSON. */
export function mustEqual(rule: string, expected: unknown, found: unknown, place: Place = {}): void {
  if (expected !== found && show(expected) !== show(found)) {
    throw new Discrepancy(rule, { ...place, expected, found });
  }
}

/** Throws unless the condition holds. */
export function must(
  condition: boolean,
  rule: string,
  detail: Place & { expected: unknown; found: unknown },
): asserts condition {
  if (!condition) throw new Discrepancy(rule, detail);
}

/** A value as text, the same for equal values whatever the order of their fields. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return 'nothing';
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
