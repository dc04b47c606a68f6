import { DomainError } from '../error-code';
import type { Change } from '../change';
import type { EpochSeconds } from '../quantity';
import type { SchemeRef } from '../scheme/scheme';
import { type Holding, holdingIdOf, type Piece } from './holding';

/** Whose holdings are asked for, and in which state: free, or locked by an offer. */
export interface Wanted {
  readonly owner: string;
  readonly offer?: string;
}

/** The first `units` units of a holding. */
export interface Cut {
  readonly holding: Holding;
  readonly units: number;
}

/**
 * What the pieces are cut from, in their order; `loaded` holds what is on the ledger for each piece.
 * @throws DomainError HOLDING_CHANGED, HOLDING_FOREIGN
 */
export function requireCuts(
  named: readonly Piece[],
  loaded: readonly (Holding | undefined)[],
  { owner, offer }: Wanted,
): Cut[] {
  const cuts = named.map((piece, position) => {
    const holding = loaded[position];
    if (holding === undefined || holding.end - holding.start < piece.units || !isIn(holding, offer))
      throw new DomainError('HOLDING_CHANGED', holdingIdOf(piece));
    return { holding, units: piece.units };
  });
  const foreign = cuts.find(({ holding }) => holding.owner !== owner);
  if (foreign !== undefined) throw new DomainError('HOLDING_FOREIGN', holdingIdOf(foreign.holding));
  return cuts;
}

function isIn({ state }: Holding, offer: string | undefined): boolean {
  if (offer === undefined) return state.kind === 'free';
  return state.kind === 'offered' && state.offer === offer;
}

/** @throws DomainError CERTIFICATE_EXPIRED */
export function requireUnexpired(cuts: readonly Cut[], at: EpochSeconds): void {
  const expired = cuts.find(({ holding }) => holding.expiresAt !== null && holding.expiresAt <= at);
  if (expired !== undefined) throw new DomainError('CERTIFICATE_EXPIRED', holdingIdOf(expired.holding));
}

/** @throws DomainError SCHEME_MIXED */
export function requireScheme(cuts: readonly Cut[], { id, version }: SchemeRef): void {
  const other = cuts.find(({ holding }) => holding.scheme.id !== id || holding.scheme.version !== version);
  if (other !== undefined) throw new DomainError('SCHEME_MIXED', holdingIdOf(other.holding));
}

/**
 * Cuts units off the front of a holding. The front keeps the holding's key and becomes what `front` says; the rest,
 * if any, is unchanged under the key (batch, start + units).
 */
export function split({ holding, units }: Cut, front: Partial<Pick<Holding, 'owner' | 'state'>>): Holding[] {
  const cut = holding.start + units;
  if (cut === holding.end) return [{ ...holding, ...front }];
  return [
    { ...holding, ...front, end: cut },
    { ...holding, start: cut },
  ];
}

/** {@link split} of every cut, as changes. */
export function splitAll(cuts: readonly Cut[], front: Partial<Pick<Holding, 'owner' | 'state'>>): Change[] {
  return cuts.flatMap((cut) => split(cut, front)).map((value) => ({ type: 'holding', value }));
}

/** Parts a list of pieces after its first `units` units; the list has at least so many. */
export function takeFront(list: readonly Piece[], units: number): { taken: Piece[]; left: Piece[] } {
  const taken: Piece[] = [];
  const left: Piece[] = [];
  let wanted = units;
  for (const piece of list) {
    const part = Math.min(wanted, piece.units);
    if (part > 0) taken.push({ ...piece, units: part });
    if (part < piece.units) left.push({ ...piece, start: piece.start + part, units: piece.units - part });
    wanted -= part;
  }
  return { taken, left };
}
