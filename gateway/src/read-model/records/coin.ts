import type { Coin } from '@commonwatt/chaincode/domain';
import type { CoinFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, recordKind } from './record-kind.ts';
import { column } from '../sort.ts';

export const coins = recordKind<Coin, CoinFilter>(
  'coins',
  ({ id, owner, amount, state }) => ({
    id,
    ...ownerColumns(owner),
    amount,
    state: state.kind,
    held_by: state.kind === 'held' ? state.id : null,
  }),
  { ...OWNED, state: equal('state'), heldBy: equal('held_by') },
  { amount: column('amount', 'numeric') },
);
