import { done } from '../domain/decision';
import { probe, probeText } from '../domain/readiness/probe';
import { PROBE_KEY } from '../ledger/keys';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Readiness extends MarketContract {
  constructor() {
    super('readiness');
  }

  async probe(ctx: MarketContext): Promise<string> {
    await ctx.admit(probe);
    const key = ctx.stub.createCompositeKey(PROBE_KEY, [ctx.stub.getTxID()]);
    await ctx.stub.putState(key, Buffer.from(probeText(ctx.now)));
    return ctx.save(done(null, []));
  }
}
