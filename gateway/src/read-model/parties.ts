import { type Change, recordIdOf } from '@commonwatt/chaincode/domain';
import type { Effects } from './effects.ts';

/** Types of records that not everybody may see. */
export const PARTIES_ONLY = ['block', 'cursor', 'coin', 'payment', 'hold'] as const;
export type PartiesOnly = (typeof PARTIES_ONLY)[number];

/** Owners that the changes themselves do not name. */
export interface KnownOwners {
  /** Of a head, hence of the profile blocks of its subject. */
  head(id: string): string | undefined;
  /** Of a coin that exists. */
  coin(id: string): string | undefined;
}

/**
 * For each of the transaction's ids whom the record belongs to, or null for records that everybody may see; null
 * altogether when all are of these. Whose record it is when nothing says so: nobody's.
 */
export function partiesOf(effect: Effects, owners: KnownOwners): (readonly string[] | null)[] | null {
  const { ids, changes } = effect;
  if (ids?.some(([type]) => isPartiesOnly(type)) !== true) return null;
  const byRecord = new Map(
    changes.map((change) => [recordIdOf(change).join('/'), partiesOfChange(change, changes, owners)]),
  );
  return ids.map(([type, id]) => {
    if (!isPartiesOnly(type)) return null;
    if (type !== 'block') return byRecord.get(`${type}/${id}`) ?? [];
    return present(owners.head(id.slice(0, id.lastIndexOf('/'))));
  });
}

export function isPartiesOnly(type: string): type is PartiesOnly {
  return (PARTIES_ONLY as readonly string[]).includes(type);
}

function partiesOfChange(change: Change, changes: readonly Change[], owners: KnownOwners): readonly string[] {
  switch (change.type) {
    case 'coin':
      return [change.value.owner];
    case 'coinSpent':
      return present(owners.coin(change.id));
    case 'payment':
      return [...new Set([change.value.from, ...change.value.outputs.map(({ account }) => account)])];
    case 'hold':
      return [change.value.payer, change.value.payee];
    case 'cursor':
      // A cursor moves by an issuance only, which names the owner.
      return changes.flatMap((other) =>
        other.type === 'issuance' && other.value.device === change.value.device ? [other.value.owner] : [],
      );
    default:
      return [];
  }
}

function present(owner: string | undefined): readonly string[] {
  return owner === undefined ? [] : [owner];
}
