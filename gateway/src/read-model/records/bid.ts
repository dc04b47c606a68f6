import type { Bid } from '@commonwatt/chaincode/domain';
import { sql } from 'kysely';
import type { BidFilter } from '../read-model.ts';
import { atMost, equal, recordKind } from './record-kind.ts';
import { column, field } from '../sort.ts';

export const bids = recordKind<Bid, BidFilter>(
  'bids',
  ({ id, offer, buyer, status, expiresAt }) => ({ id, offer, buyer, status, expires_at: expiresAt }),
  {
    offer: equal('offer'),
    buyer: equal('buyer'),
    seller: (seller) => sql`offer in (select id from ledger.offers where seller = ${seller})`,
    status: equal('status'),
    expiresUntil: atMost('expires_at'),
  },
  { price: field('price'), expiresAt: column('expires_at', 'bigint') },
);
