import { activateAccount, decideActivateAccount } from '../domain/account/activate';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Accounts extends MarketContract {
  constructor() {
    super('accounts');
  }

  async activate(ctx: MarketContext): Promise<string> {
    await ctx.admit(activateAccount);
    return ctx.save(decideActivateAccount(ctx.admission));
  }
}
