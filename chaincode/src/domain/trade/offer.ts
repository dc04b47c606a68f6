import { z } from 'zod';
import { type Holding, pieces, sumUnits } from '../certificate/holding';
import { requireCuts, requireScheme, requireUnexpired, splitAll } from '../certificate/pieces';
import { type Decision, done } from '../decision';
import { DomainError } from '../error-code';
import { idempotencyKey, requestId } from '../identifier';
import type { Role } from '../identity/role';
import { defineMethod } from '../method';
import { epochSeconds, price } from '../quantity';
import type { Request } from '../request';
import { type Scheme, schemeRef } from '../scheme/scheme';
import type { Offer } from './trade';

/** Who may buy and sell certificates. */
export const TRADE_ROLES: readonly Role[] = ['member', 'manager', 'buyer'];

export const offerCommand = z.strictObject({
  idempotencyKey,
  scheme: schemeRef,
  pieces,
  price,
  expiresAt: epochSeconds,
});
export type OfferCommand = z.infer<typeof offerCommand>;

export const offerCertificates = defineMethod({
  name: 'trades:offer',
  kind: 'submit',
  roles: TRADE_ROLES,
  command: offerCommand,
  result: z.strictObject({ id: requestId }),
  intent: (command) => ({
    scheme: command.scheme,
    units: sumUnits(command.pieces),
    price: command.price,
    expiresAt: command.expiresAt,
  }),
});

export interface OfferRecords {
  readonly scheme: Scheme | undefined;
  /** For each piece. */
  readonly holdings: readonly (Holding | undefined)[];
}

/**
 * Locks certificates of the caller and offers them at a price, until they are sold, withdrawn or expired.
 * @throws DomainError NOT_FOUND, HOLDING_CHANGED, HOLDING_FOREIGN, CERTIFICATE_EXPIRED, SCHEME_MIXED, EXPIRY_PASSED
 */
export function decideOfferCertificates(
  { id, account, at, commandHash }: Request,
  command: OfferCommand,
  { scheme, holdings }: OfferRecords,
): Decision<{ id: string }> {
  if (scheme === undefined)
    throw new DomainError('NOT_FOUND', `scheme ${command.scheme.id}/${command.scheme.version}`);
  const cuts = requireCuts(command.pieces, holdings, { owner: account });
  requireUnexpired(cuts, at);
  requireScheme(cuts, command.scheme);
  if (command.expiresAt <= at) throw new DomainError('EXPIRY_PASSED', command.expiresAt.toString());
  const value: Offer = {
    v: 1,
    id,
    seller: account,
    scheme: command.scheme,
    unitWh: scheme.unitWh,
    pieces: command.pieces,
    offeredUnits: sumUnits(command.pieces),
    price: command.price,
    expiresAt: command.expiresAt,
    status: 'open',
    at,
    commandHash,
  };
  return done({ id }, [
    { type: 'offer', value },
    ...splitAll(cuts, { state: { kind: 'offered', offer: id } }),
  ]);
}
