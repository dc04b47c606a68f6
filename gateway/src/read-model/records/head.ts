import type { Head, MeteredSubject } from '@commonwatt/chaincode/domain';
import type { HeadFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, type RecordReader, type Row } from './record-kind.ts';

/** A head with the owner of its subject, which the head itself does not name. */
export interface OwnedHead {
  readonly owner: string;
  readonly head: Head;
}

export function headId({ kind, id }: MeteredSubject): string {
  return `${kind}/${id}`;
}

export const heads: RecordReader<Head, HeadFilter> = {
  table: 'heads',
  value: (row) => row.value as Head,
  conditions: { ...OWNED, kind: equal('kind') },
};

export const ownedHeads = {
  table: heads.table,
  row: ({ owner, head }: OwnedHead): Row => ({
    id: headId(head.subject),
    kind: head.subject.kind,
    ...ownerColumns(owner),
    value: head,
  }),
  value: (row: Row): OwnedHead => ({ owner: row.owner as string, head: heads.value(row) }),
};
