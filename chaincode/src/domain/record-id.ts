import type { Change } from './change';

/**
 * Type and id of the record that a change is about, as events carry them. `<type>/<id>` is its id in
 * `statements:statement`, but for organisations, which are one record there.
 */
export type RecordId = readonly [type: string, id: string];

export function recordIdOf(change: Change): RecordId {
  switch (change.type) {
    case 'organisation':
      return [change.type, change.value.mspId];
    case 'scheme':
      return [change.type, `${change.value.id}/${change.value.version}`];
    case 'cursor':
      return [change.type, change.value.device];
    case 'holding':
      return [change.type, `${change.value.batch}/${change.value.start}`];
    case 'coinSpent':
      return ['coin', change.id];
    case 'account':
    case 'point':
    case 'device':
    case 'issuance':
    case 'batch':
    case 'transfer':
    case 'retirement':
    case 'coin':
    case 'payment':
    case 'hold':
    case 'offer':
    case 'bid':
    case 'trade':
    case 'proposal':
      return [change.type, change.value.id];
  }
}
