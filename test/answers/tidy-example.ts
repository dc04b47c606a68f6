/** Examples are short: of a list, the first items tell what the others are. */
const ITEMS = 2;
/** Names of fields that are secrets, also when they belong to a network that is gone. */
const SECRETS = new Set(['secret', 'token', 'tokens', 'key', 'apiKey']);
const WORD = 'EXAMPLE';

/** Names that tests make unique, and what a reader would expect in their place. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bE2E-[0-9a-f]{8}-(\d+)/g, 'REC-$1'],
  [/\br-[0-9a-f]{8}-(\d+)/g, 'roof-$1'],
  [/\b([A-Za-z]+)-[0-9a-f]{8}-(\d+)\b/g, '$1-$2'],
  [/Certificates of the end-to-end tests/g, 'Renewable energy certificates'],
];

/** A copy for readers: shorter, without secrets, with plain names. */
export function tidy(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return SECRETS.has(name) ? obscure(value) : renamed(value);
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => tidy(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, tidy(content, key)]));
}

/** Of the same form and length, and no secret. */
function obscure(secret: string): string {
  let at = 0;
  return secret.replaceAll(/[A-Za-z0-9]/g, () => WORD.charAt(at++ % WORD.length));
}

function renamed(text: string): string {
  return NAMES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
