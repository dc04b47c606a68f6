/** A change as a method's answer tells it: the whole new value of a record, or the coin that was spent. */
export type Change =
  | { readonly type: 'coinSpent'; readonly id: string }
  | { readonly type: Exclude<string, 'coinSpent'>; readonly value: RecordValue };

/** What of records is needed to know under which key they lie. */
interface RecordValue {
  readonly id?: string;
  readonly version?: number;
  readonly device?: string;
  readonly batch?: string;
  readonly start?: number;
}

const DIGITS = { version: 4, index: 4, unit: 13 };

/** Key on the ledger of the record that a change is about (docs/ledger.md, Keys and values). */
export function keyOf(change: Change): string {
  if (!('value' in change)) return compositeKey('coin', ...output(change.id));
  const { type, value } = change;
  switch (type) {
    case 'organisation':
      return compositeKey('consortium');
    case 'account':
      return compositeKey(type, ...(value.id ?? '').split('/'));
    case 'scheme':
      return compositeKey(type, value.id ?? '', padded(value.version, DIGITS.version));
    case 'cursor':
      return compositeKey(type, value.device ?? '');
    case 'holding':
      return compositeKey(type, ...output(value.batch), padded(value.start, DIGITS.unit));
    case 'batch':
    case 'coin':
      return compositeKey(type, ...output(value.id));
    default:
      return compositeKey(type, value.id ?? '');
  }
}

/** Fabric's form of composite keys. */
function compositeKey(type: string, ...attributes: readonly string[]): string {
  return `\u0000${[type, ...attributes].map((part) => `${part}\u0000`).join('')}`;
}

/** `<request>.<index>` */
function output(id = ''): string[] {
  const dot = id.lastIndexOf('.');
  return [id.slice(0, dot), padded(Number(id.slice(dot + 1)), DIGITS.index)];
}

function padded(number = NaN, digits: number): string {
  return String(number).padStart(digits, '0');
}
