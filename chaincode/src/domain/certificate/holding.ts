import { z } from 'zod';
import { accountId, formatVersion, outputId, requestId } from '../identifier';
import { epochSeconds, unitIndex, units } from '../quantity';
import { schemeRef } from '../scheme/scheme';
import { vintage } from './batch';

export const holdingState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('offered'), offer: requestId }),
  z.strictObject({ kind: z.literal('retired'), retirement: requestId }),
]);

/** Units [start, end) of a batch in one hand. The ranges of a batch are disjoint and cover it. */
export const holding = z.strictObject({
  v: formatVersion,
  batch: outputId,
  start: unitIndex,
  end: unitIndex,
  owner: accountId,
  scheme: schemeRef,
  unitWh: z.int().min(1),
  vintage,
  expiresAt: epochSeconds.nullable(),
  provisional: z.boolean(),
  state: holdingState,
});
export type Holding = z.infer<typeof holding>;

/** The first `units` of the holding that starts at `start`. */
export const piece = z.strictObject({ batch: outputId, start: unitIndex, units });
export type Piece = z.infer<typeof piece>;
/** Most pieces that one command or record names. */
export const MAX_PIECES = 50;
/** Each from the front of another holding, and together no more units than can be counted. */
export const pieces = z
  .array(piece)
  .min(1)
  .max(MAX_PIECES)
  .refine((list) => new Set(list.map(holdingIdOf)).size === list.length, 'names a holding twice')
  .refine((list) => units.safeParse(sumUnits(list)).success, 'has too many units');

/** `<batch>/<start>`, the name of a holding. */
export function holdingIdOf({ batch, start }: Pick<Piece, 'batch' | 'start'>): string {
  return `${batch}/${start}`;
}

export function sumUnits(list: readonly Piece[]): number {
  return list.reduce((sum, piece) => sum + piece.units, 0);
}
