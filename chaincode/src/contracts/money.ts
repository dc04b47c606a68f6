import { exists } from '../domain/decision';
import { captureHold, decideCaptureHold } from '../domain/money/capture';
import { decideHoldMoney, holdMoney } from '../domain/money/hold';
import { decidePayMoney, payMoney } from '../domain/money/pay';
import { decideReleaseHold, releaseHold } from '../domain/money/release';
import { isRepeated } from '../domain/request';
import { loadCoins } from './coins';
import { loadCounterparties } from './counterparties';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Money extends MarketContract {
  constructor() {
    super('money');
  }

  async pay(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(payMoney);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('payment', id), commandHash)) return ctx.save(exists({ id }));
    const recipients = command.outputs.map(({ account }) => account);
    const records = {
      consortium: ctx.consortium,
      recipients: await loadCounterparties(ctx, recipients),
      coins: await loadCoins(ctx, command.coins),
    };
    return ctx.save(decidePayMoney(request, command, records));
  }

  async hold(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(holdMoney);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('hold', id), commandHash)) return ctx.save(exists({ id }));
    const records = {
      consortium: ctx.consortium,
      payee: await loadCounterparties(ctx, [command.payee]),
      coins: await loadCoins(ctx, command.coins),
    };
    return ctx.save(decideHoldMoney(request, command, records));
  }

  async capture(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(captureHold);
    const hold = await ctx.store.get('hold', command.hold);
    const payer = await loadCounterparties(ctx, hold === undefined ? [] : [hold.payer]);
    const records = { consortium: ctx.consortium, hold, payer };
    return ctx.save(decideCaptureHold(caller.account, command, records));
  }

  async release(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(releaseHold);
    const hold = await ctx.store.get('hold', command.hold);
    return ctx.save(decideReleaseHold({ account: caller.account, at: ctx.now }, command, hold));
  }
}
