import { pieces, sumUnits, units, type SchemeRef } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { ReservedPieces } from './portfolio.ts';
import type { Services } from './services.ts';

/** How a client says which certificates it means: that many, oldest first, or exactly these. */
const byUnits = z.strictObject({ units });
const byPieces = z.strictObject({ pieces });
export type WantedPieces = z.infer<typeof byUnits> | z.infer<typeof byPieces>;

/** A request of this shape, in both forms. */
export function withWantedPieces<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.union([byUnits.extend(shape), byPieces.extend(shape)]);
}

export function wantedUnits(wanted: WantedPieces): number {
  return 'units' in wanted ? wanted.units : sumUnits(wanted.pieces);
}

/**
 * @param settled leave provisional certificates out of what is picked
 * @throws BusinessError HOLDING_CHANGED, COMMAND_TOO_LARGE
 * @throws Unavailable
 */
export function reserveWanted(
  { portfolio }: Services,
  account: string,
  scheme: SchemeRef,
  wanted: WantedPieces,
  settled: boolean,
): Promise<ReservedPieces> {
  return 'units' in wanted
    ? portfolio.reserve(account, { scheme: `${scheme.id}/${scheme.version}`, units: wanted.units, settled })
    : portfolio.reserveNamed(account, wanted.pieces);
}
