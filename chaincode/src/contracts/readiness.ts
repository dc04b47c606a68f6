import { done } from '../domain/decision';
import { probe } from '../domain/readiness/probe';
import { PROBE_KEY } from '../ledger/keys';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Readiness extends MarketContract {
  constructor() {
    super('readiness');
  }

  async probe(ctx: MarketContext): Promise<string> {
    await ctx.admit(probe);
    await ctx.stub.putState(PROBE_KEY, Buffer.from(ctx.now.toString()));
    return ctx.save(done(null, []));
  }
}
