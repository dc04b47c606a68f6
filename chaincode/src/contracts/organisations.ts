import { decideEnterOrganisation, enterOrganisation } from '../domain/organisation/enter';
import { decideReinstateOrganisation, reinstateOrganisation } from '../domain/organisation/reinstate';
import { decideSuspendOrganisation, suspendOrganisation } from '../domain/organisation/suspend';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Organisations extends MarketContract {
  constructor() {
    super('organisations');
  }

  async enter(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(enterOrganisation);
    return ctx.save(decideEnterOrganisation(command, ctx.consortium));
  }

  async suspend(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(suspendOrganisation);
    return ctx.save(decideSuspendOrganisation(command, ctx.consortium));
  }

  async reinstate(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(reinstateOrganisation);
    return ctx.save(decideReinstateOrganisation(command, ctx.consortium));
  }
}
