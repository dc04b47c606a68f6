/** PostgreSQL stores no character U+0000, and its JSON no half of a surrogate pair; they become U+FFFD. */
const REPLACEMENT = '\uFFFD';
/** JSON writes both as escapes, so that nearly all text can be stored as it is. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i;

/** JSON that every jsonb column takes, whatever strings of a client it repeats. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!SUSPICIOUS.test(json)) return json;
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? item.toWellFormed().replaceAll('\0', REPLACEMENT) : item,
  );
}

/** Whether anything stored can be equal to this text. */
export function isStorable(text: string): boolean {
  return !text.includes('\0');
}
