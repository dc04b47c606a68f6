import type { Change } from '../domain/change';
import type { SideRecord } from '../domain/decision';
import { withOrganisations, type Organisation } from '../domain/organisation/organisation';
import type { Store } from './store';

/** Writes what a decision changed. */
export async function save(
  store: Store,
  changes: readonly Change[],
  records: readonly SideRecord[],
): Promise<void> {
  const organisations: Organisation[] = [];
  for (const change of changes) {
    if (change.type === 'organisation') organisations.push(change.value);
    else await saveChange(store, change);
  }
  if (organisations.length > 0) {
    await store.put('consortium', withOrganisations(await store.get('consortium'), organisations));
  }
  for (const record of records) await saveSideRecord(store, record);
}

async function saveChange(store: Store, change: Exclude<Change, { type: 'organisation' }>): Promise<void> {
  switch (change.type) {
    case 'coinSpent':
      return store.delete('coin', change.id);
    case 'holding':
      return store.put('holding', change.value, change.value.batch, change.value.start);
    case 'cursor':
      return store.put('cursor', change.value, change.value.device);
    case 'scheme':
      return store.put('scheme', change.value, change.value);
    case 'account':
      return store.put('account', change.value, change.value.id);
    case 'point':
      return store.put('point', change.value, change.value.id);
    case 'device':
      return store.put('device', change.value, change.value.id);
    case 'issuance':
      return store.put('issuance', change.value, change.value.id);
    case 'batch':
      return store.put('batch', change.value, change.value.id);
    case 'transfer':
      return store.put('transfer', change.value, change.value.id);
    case 'retirement':
      return store.put('retirement', change.value, change.value.id);
    case 'coin':
      return store.put('coin', change.value, change.value.id);
    case 'payment':
      return store.put('payment', change.value, change.value.id);
    case 'hold':
      return store.put('hold', change.value, change.value.id);
    case 'offer':
      return store.put('offer', change.value, change.value.id);
    case 'bid':
      return store.put('bid', change.value, change.value.id);
    case 'trade':
      return store.put('trade', change.value, change.value.id);
    case 'proposal':
      return store.put('proposal', change.value, change.value.id);
  }
}

async function saveSideRecord(store: Store, record: SideRecord): Promise<void> {
  switch (record.type) {
    case 'head':
      return store.put('head', record.value, record.value.subject);
    case 'meter':
      return store.put('meter', { v: 1, subject: record.subject }, record.keyHash);
    case 'block':
      return store.put(
        'block',
        { arrivedAt: record.arrivedAt, attested: record.attested, body: record.body },
        record.subject,
        record.sequence,
      );
  }
}
