import { MAX_PIECES, type Holding, type Piece } from '@commonwatt/chaincode/domain';
import type { Choice } from './choice.ts';

/** Key under which a holding is reserved. */
export function holdingKey({ batch, start }: { batch: string; start: number }): string {
  return `${batch}/${start}`;
}

/**
 * Pieces of holdings that make `units` together: in the order given, or, when that takes too many, of the largest.
 *
 * @param free all free holdings of the account, in order of use
 * @param taken keys of those that other commands have reserved
 */
export function choosePieces(
  free: readonly Holding[],
  taken: ReadonlySet<string>,
  units: number,
): Choice<readonly Piece[]> {
  const available = free.filter((holding) => !taken.has(holdingKey(holding)));
  const pieces =
    fill(available, units) ??
    fill(
      available.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
      units,
    );
  if (pieces !== undefined) return { kind: 'chosen', chosen: pieces };
  if (countUnits(free) < units) return { kind: 'short' };
  return available.length < free.length ? { kind: 'wait' } : { kind: 'fragmented' };
}

export function countUnits(holdings: readonly Holding[]): number {
  return holdings.reduce((sum, holding) => sum + sizeOf(holding), 0);
}

function fill(holdings: readonly Holding[], units: number): Piece[] | undefined {
  const pieces: Piece[] = [];
  let missing = units;
  for (const holding of holdings.slice(0, MAX_PIECES)) {
    const taken = Math.min(missing, sizeOf(holding));
    pieces.push({ batch: holding.batch, start: holding.start, units: taken });
    missing -= taken;
    if (missing === 0) return pieces;
  }
  return undefined;
}

function sizeOf({ start, end }: Holding): number {
  return end - start;
}
