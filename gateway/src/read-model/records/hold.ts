import type { Hold } from '@commonwatt/chaincode/domain';
import type { HoldFilter } from '../read-model.ts';
import { either, equal, recordKind } from './record-kind.ts';

export const holds = recordKind<Hold, HoldFilter>(
  'holds',
  ({ id, payer, payee, status }) => ({ id, payer, payee, status }),
  { payer: equal('payer'), payee: equal('payee'), party: either('payer', 'payee'), status: equal('status') },
);
