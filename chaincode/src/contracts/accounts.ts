import { activateAccount, decideActivateAccount } from '../domain/account/activate';
import { decideRegisterAccounts, registerAccounts, registeredAccountId } from '../domain/account/register';
import { decideReinstateAccount, reinstateAccount } from '../domain/account/reinstate';
import { decideRotateAccountKey, rotateAccountKey } from '../domain/account/rotate-key';
import { decideSuspendAccount, suspendAccount } from '../domain/account/suspend';
import { loadMap } from '../ledger/load-map';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Accounts extends MarketContract {
  constructor() {
    super('accounts');
  }

  async register(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(registerAccounts);
    const ids = command.accounts.map(({ enrolmentId }) => registeredAccountId(caller, enrolmentId));
    const accounts = await loadMap(ctx.store, 'account', ids);
    return ctx.save(decideRegisterAccounts(caller, command, accounts));
  }

  async activate(ctx: MarketContext): Promise<string> {
    await ctx.admit(activateAccount);
    return ctx.save(decideActivateAccount(ctx.admission));
  }

  async suspend(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(suspendAccount);
    const account = await ctx.store.get('account', command.account);
    return ctx.save(decideSuspendAccount(caller, command, account));
  }

  async reinstate(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(reinstateAccount);
    const account = await ctx.store.get('account', command.account);
    return ctx.save(decideReinstateAccount(caller, command, account));
  }

  async rotateKey(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(rotateAccountKey);
    return ctx.save(decideRotateAccountKey(ctx.admission, command));
  }
}
