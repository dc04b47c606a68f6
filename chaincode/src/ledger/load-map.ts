import type { StoredValues } from './codec';
import type { KeyOf, RecordType } from './keys';
import type { Store } from './store';

type ById = { [Type in RecordType]: KeyOf<Type> extends [id: string] ? Type : never }[RecordType];

/** The records that are on the ledger, by id; each id is read once. */
export async function loadMap<Type extends ById>(
  store: Store,
  type: Type,
  ids: Iterable<string>,
): Promise<Map<string, StoredValues[Type]>> {
  const found = new Map<string, StoredValues[Type]>();
  for (const id of new Set(ids)) {
    const value = await store.get(type, ...([id] as unknown as KeyOf<Type>));
    if (value !== undefined) found.set(id, value);
  }
  return found;
}
