import { decideApprovePoints, approvePoints } from '../domain/connection-point/approve';
import { decideConfirmPoints, confirmPoints } from '../domain/connection-point/confirm';
import { decideReinstatePoints, reinstatePoints } from '../domain/connection-point/reinstate';
import { decideRejectPoints, rejectPoints } from '../domain/connection-point/reject';
import { decideRetirePoints, retirePoints } from '../domain/connection-point/retire';
import { decideSubmitPoints, submitPoints } from '../domain/connection-point/submit';
import { decideSuspendPoints, suspendPoints } from '../domain/connection-point/suspend';
import { loadMap } from '../ledger/load-map';
import { loadSubmissionRecords } from './load-submission-records';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Points extends MarketContract {
  constructor() {
    super('points');
  }

  async submit(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(submitPoints);
    const points = await loadMap(
      ctx.store,
      'point',
      command.points.map(({ id }) => id),
    );
    const records = await loadSubmissionRecords(ctx, command.points);
    return ctx.save(decideSubmitPoints(caller, command, { ...records, points }));
  }

  async confirm(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(confirmPoints);
    const points = await loadMap(ctx.store, 'point', command.ids);
    return ctx.save(decideConfirmPoints(caller, command, points));
  }

  async approve(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(approvePoints);
    const points = await loadMap(ctx.store, 'point', command.ids);
    return ctx.save(decideApprovePoints(caller, command, points));
  }

  async reject(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(rejectPoints);
    const points = await loadMap(ctx.store, 'point', command.ids);
    return ctx.save(decideRejectPoints(command, points));
  }

  async suspend(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(suspendPoints);
    const points = await loadMap(ctx.store, 'point', command.ids);
    return ctx.save(decideSuspendPoints(caller, command, points));
  }

  async reinstate(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(reinstatePoints);
    const points = await loadMap(ctx.store, 'point', command.ids);
    return ctx.save(decideReinstatePoints(caller, command, points));
  }

  async retire(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(retirePoints);
    const points = await loadMap(ctx.store, 'point', command.ids);
    return ctx.save(decideRetirePoints(caller, command, points));
  }
}
