import type { Cursor } from '@commonwatt/chaincode/domain';
import type { CursorFilter } from '../read-model.ts';
import { equal, recordKind } from './record-kind.ts';

export const cursors = recordKind<Cursor, CursorFilter>('cursors', ({ device }) => ({ id: device }), {
  device: equal('id'),
});
