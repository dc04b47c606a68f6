import type { Offer } from '@commonwatt/chaincode/domain';
import { BusinessError } from '../fabric/errors.ts';
import type { ReadModel } from '../read-model/read-model.ts';

/**
 * The offer, when it still has `units`. What the read model says of a closed offer cannot be out of date: an offer
 * never opens again, and never grows.
 *
 * @throws BusinessError NOT_FOUND, OFFER_CLOSED, OFFER_CHANGED
 */
export async function openOffer({ offers }: ReadModel, id: string, units: number): Promise<Offer> {
  const offer = await offers.find(id);
  if (offer === undefined) throw new BusinessError('NOT_FOUND', `offer ${id}`);
  if (offer.status !== 'open') throw new BusinessError('OFFER_CLOSED', `the offer is ${offer.status}`);
  const left = offer.pieces.reduce((sum, piece) => sum + piece.units, 0);
  if (left < units) throw new BusinessError('OFFER_CHANGED', `${left} units are left`);
  return offer;
}
