import type { Offer } from '@commonwatt/chaincode/domain';
import type { OfferFilter } from '../read-model.ts';
import { atMost, equal, recordKind, schemeKey } from './record-kind.ts';
import { column, field } from '../sort.ts';

export const offers = recordKind<Offer, OfferFilter>(
  'offers',
  ({ id, seller, scheme, status, expiresAt }) => ({
    id,
    seller,
    scheme: schemeKey(scheme),
    status,
    expires_at: expiresAt,
  }),
  {
    scheme: equal('scheme'),
    seller: equal('seller'),
    status: equal('status'),
    expiresUntil: atMost('expires_at'),
  },
  { price: field('price'), expiresAt: column('expires_at', 'bigint') },
);
