import type { Holding } from '@commonwatt/chaincode/domain';
import type { HoldingFilter } from '../read-model.ts';
import { equal, OWNED, ownerColumns, recordKind, schemeKey } from './record-kind.ts';
import { column } from '../sort.ts';

export const holdings = recordKind<Holding, HoldingFilter>(
  'holdings',
  (holding) => ({
    id: `${holding.batch}/${holding.start}`,
    batch: holding.batch,
    start_unit: holding.start,
    end_unit: holding.end,
    ...ownerColumns(holding.owner),
    scheme: schemeKey(holding.scheme),
    unit_wh: holding.unitWh,
    vintage: holding.vintage,
    expires_at: holding.expiresAt,
    provisional: holding.provisional,
    state: holding.state.kind,
    offer: holding.state.kind === 'offered' ? holding.state.offer : null,
    retirement: holding.state.kind === 'retired' ? holding.state.retirement : null,
  }),
  {
    ...OWNED,
    scheme: equal('scheme'),
    state: equal('state'),
    batch: equal('batch'),
    offer: equal('offer'),
    retirement: equal('retirement'),
    vintage: equal('vintage'),
  },
  { vintage: column('vintage', 'text') },
);
