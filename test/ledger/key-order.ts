/**
 * Fabric's state database orders keys by their UTF-8 bytes, JavaScript orders strings by UTF-16 units; the two differ
 * above U+FFFF, where the upper bound of a composite key scan (U+10FFFF) lies. An order key is the key's UTF-8 bytes
 * read as Latin-1: comparing two order keys with `<` compares the bytes.
 */
export type OrderKey = string & { readonly __brand: 'OrderKey' };

// A key of ASCII characters only is its own order key; most are.
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The order key of a ledger key. */
export function toOrderKey(key: string): OrderKey {
  return (BEYOND_ASCII.test(key) ? Buffer.from(key, 'utf8').toString('latin1') : key) as OrderKey;
}

/** The ledger key of an order key. */
export function fromOrderKey(orderKey: OrderKey): string {
  return BEYOND_ASCII.test(orderKey) ? Buffer.from(orderKey, 'latin1').toString('utf8') : orderKey;
}

/** Negative, zero or positive as `a` lies before, at or after `b` in the state database. */
export function compareKeys(a: string, b: string): number {
  const first = toOrderKey(a);
  const second = toOrderKey(b);
  return first < second ? -1 : first > second ? 1 : 0;
}
