import type { Transfer } from '@commonwatt/chaincode/domain';
import type { TransferFilter } from '../read-model.ts';
import { either, equal, recordKind } from './record-kind.ts';

export const transfers = recordKind<Transfer, TransferFilter>(
  'transfers',
  ({ id, from, to }) => ({ id, sender: from, recipient: to }),
  { from: equal('sender'), to: equal('recipient'), party: either('sender', 'recipient') },
);
