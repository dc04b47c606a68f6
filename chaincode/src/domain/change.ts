import { z } from 'zod';
import { account } from './account/account';
import { batch, cursor, issuance } from './certificate/batch';
import { holding } from './certificate/holding';
import { retirement, transfer } from './certificate/retirement';
import { connectionPoint } from './connection-point/connection-point';
import { device } from './device/device';
import { outputId } from './identifier';
import { coin, hold, payment } from './money/coin';
import { organisation } from './organisation/organisation';
import { proposal } from './proposal/proposal';
import { scheme } from './scheme/scheme';
import { bid, offer, trade } from './trade/trade';

/**
 * What a command changed, in the words of the domain: the whole new value of each record, or the coin that was spent.
 * A transaction's response carries its changes, and the read models of all gateways are built from them alone.
 * Readings are the exception: their response carries verdicts, and the values are in the transaction's argument.
 */
export const change = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('organisation'), value: organisation }),
  z.strictObject({ type: z.literal('account'), value: account }),
  z.strictObject({ type: z.literal('point'), value: connectionPoint }),
  z.strictObject({ type: z.literal('device'), value: device }),
  z.strictObject({ type: z.literal('scheme'), value: scheme }),
  z.strictObject({ type: z.literal('issuance'), value: issuance }),
  z.strictObject({ type: z.literal('cursor'), value: cursor }),
  z.strictObject({ type: z.literal('batch'), value: batch }),
  z.strictObject({ type: z.literal('holding'), value: holding }),
  z.strictObject({ type: z.literal('transfer'), value: transfer }),
  z.strictObject({ type: z.literal('retirement'), value: retirement }),
  z.strictObject({ type: z.literal('coin'), value: coin }),
  z.strictObject({ type: z.literal('coinSpent'), id: outputId }),
  z.strictObject({ type: z.literal('payment'), value: payment }),
  z.strictObject({ type: z.literal('hold'), value: hold }),
  z.strictObject({ type: z.literal('offer'), value: offer }),
  z.strictObject({ type: z.literal('bid'), value: bid }),
  z.strictObject({ type: z.literal('trade'), value: trade }),
  z.strictObject({ type: z.literal('proposal'), value: proposal }),
]);
export type Change = z.infer<typeof change>;
