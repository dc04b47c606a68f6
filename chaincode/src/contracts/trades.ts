import { exists } from '../domain/decision';
import { isRepeated } from '../domain/request';
import { acceptBid, decideAcceptBid } from '../domain/trade/accept-bid';
import { acceptOffer, decideAcceptOffer } from '../domain/trade/accept-offer';
import { bidForCertificates, decideBidForCertificates } from '../domain/trade/bid';
import { piecesToDeliver } from '../domain/trade/delivery';
import { decideExpireTrades, type Expiring, expireTrades } from '../domain/trade/expire';
import { decideOfferCertificates, offerCertificates } from '../domain/trade/offer';
import { decideWithdrawBid, withdrawBid } from '../domain/trade/withdraw-bid';
import { decideWithdrawOffer, withdrawOffer } from '../domain/trade/withdraw-offer';
import { loadCoins } from './coins';
import { loadCounterparties } from './counterparties';
import { loadHoldings } from './holdings';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Trades extends MarketContract {
  constructor() {
    super('trades');
  }

  async offer(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(offerCertificates);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('offer', id), commandHash)) return ctx.save(exists({ id }));
    const records = {
      scheme: await ctx.store.get('scheme', command.scheme),
      holdings: await loadHoldings(ctx, command.pieces),
    };
    return ctx.save(decideOfferCertificates(request, command, records));
  }

  async bid(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(bidForCertificates);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('bid', id), commandHash)) return ctx.save(exists({ id }));
    const offer = await ctx.store.get('offer', command.offer);
    const records = {
      consortium: ctx.consortium,
      offer,
      seller: await loadCounterparties(ctx, offer === undefined ? [] : [offer.seller]),
      coins: await loadCoins(ctx, command.coins),
    };
    return ctx.save(decideBidForCertificates(request, command, records));
  }

  async acceptOffer(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(acceptOffer);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('trade', id), commandHash)) return ctx.save(exists({ id }));
    const offer = await ctx.store.get('offer', command.offer);
    const records = {
      consortium: ctx.consortium,
      offer,
      seller: await loadCounterparties(ctx, offer === undefined ? [] : [offer.seller]),
      holdings: offer === undefined ? [] : await loadHoldings(ctx, piecesToDeliver(offer, command.units)),
      coins: await loadCoins(ctx, command.coins),
    };
    return ctx.save(decideAcceptOffer(request, command, records));
  }

  async acceptBid(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(acceptBid);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('trade', id), commandHash)) return ctx.save(exists({ id }));
    const bid = await ctx.store.get('bid', command.bid);
    const offer = bid === undefined ? undefined : await ctx.store.get('offer', bid.offer);
    const records = {
      consortium: ctx.consortium,
      bid,
      offer,
      buyer: await loadCounterparties(ctx, bid === undefined ? [] : [bid.buyer]),
      holdings:
        bid === undefined || offer === undefined
          ? []
          : await loadHoldings(ctx, piecesToDeliver(offer, bid.units)),
    };
    return ctx.save(decideAcceptBid(request, command, records));
  }

  async withdrawOffer(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(withdrawOffer);
    const offer = await ctx.store.get('offer', command.offer);
    const holdings = await loadHoldings(ctx, offer?.pieces ?? []);
    return ctx.save(decideWithdrawOffer(caller.account, command, offer, holdings));
  }

  async withdrawBid(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(withdrawBid);
    const bid = await ctx.store.get('bid', command.bid);
    return ctx.save(decideWithdrawBid(caller.account, command, bid));
  }

  async expire(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(expireTrades);
    const items: Expiring[] = [];
    for (const id of command.offers) {
      const offer = await ctx.store.get('offer', id);
      items.push({ kind: 'offer', id, offer, holdings: await loadHoldings(ctx, offer?.pieces ?? []) });
    }
    for (const id of command.bids) items.push({ kind: 'bid', id, bid: await ctx.store.get('bid', id) });
    return ctx.save(decideExpireTrades(ctx.now, items));
  }
}
