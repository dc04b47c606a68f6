import type { Trade } from '@commonwatt/chaincode/domain';
import type { TradeFilter } from '../read-model.ts';
import { either, equal, recordKind, schemeKey } from './record-kind.ts';

export const trades = recordKind<Trade, TradeFilter>(
  'trades',
  ({ id, offer, seller, buyer, scheme }) => ({ id, offer, seller, buyer, scheme: schemeKey(scheme) }),
  {
    scheme: equal('scheme'),
    offer: equal('offer'),
    seller: equal('seller'),
    buyer: equal('buyer'),
    party: either('seller', 'buyer'),
  },
);
