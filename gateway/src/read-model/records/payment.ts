import type { Payment } from '@commonwatt/chaincode/domain';
import type { PaymentFilter } from '../read-model.ts';
import { equal, includes, recordKind } from './record-kind.ts';

export const payments = recordKind<Payment, PaymentFilter>(
  'payments',
  ({ id, from, outputs }) => ({
    id,
    payer: from,
    parties: [...new Set([from, ...outputs.map(({ account }) => account)])],
  }),
  { from: equal('payer'), party: includes('parties') },
);
