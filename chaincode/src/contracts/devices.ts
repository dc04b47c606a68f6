import type { Device } from '../domain/device/device';
import { decideApproveDevices, approveDevices } from '../domain/device/approve';
import { decideConfirmDevices, confirmDevices } from '../domain/device/confirm';
import { decideReinstateDevices, reinstateDevices } from '../domain/device/reinstate';
import { decideRejectDevices, rejectDevices } from '../domain/device/reject';
import { decideRetireDevices, retireDevices } from '../domain/device/retire';
import { decideSubmitDevices, submitDevices } from '../domain/device/submit';
import { decideSuspendDevices, suspendDevices } from '../domain/device/suspend';
import { loadMap } from '../ledger/load-map';
import { loadSubmissionRecords } from './load-submission-records';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Devices extends MarketContract {
  constructor() {
    super('devices');
  }

  async submit(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(submitDevices);
    const devices = await loadMap(
      ctx.store,
      'device',
      command.devices.map(({ id }) => id),
    );
    const points = await loadMap(ctx.store, 'point', pointsOf(command.devices));
    const records = await loadSubmissionRecords(ctx, command.devices);
    return ctx.save(decideSubmitDevices(caller, command, { ...records, devices, points }));
  }

  async confirm(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(confirmDevices);
    const devices = await loadMap(ctx.store, 'device', command.ids);
    return ctx.save(decideConfirmDevices(caller, command, devices));
  }

  async approve(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(approveDevices);
    const devices = await loadMap(ctx.store, 'device', command.ids);
    const points = await loadMap(ctx.store, 'point', pointsOf(devices.values()));
    return ctx.save(decideApproveDevices(caller, command, devices, points));
  }

  async reject(ctx: MarketContext): Promise<string> {
    const { command } = await ctx.admit(rejectDevices);
    const devices = await loadMap(ctx.store, 'device', command.ids);
    const points = await loadMap(ctx.store, 'point', pointsOf(devices.values()));
    return ctx.save(decideRejectDevices(command, devices, points));
  }

  async suspend(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(suspendDevices);
    const devices = await loadMap(ctx.store, 'device', command.ids);
    return ctx.save(decideSuspendDevices(caller, command, devices));
  }

  async reinstate(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(reinstateDevices);
    const devices = await loadMap(ctx.store, 'device', command.ids);
    return ctx.save(decideReinstateDevices(caller, command, devices));
  }

  async retire(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(retireDevices);
    const devices = await loadMap(ctx.store, 'device', command.ids);
    return ctx.save(decideRetireDevices(caller, command, devices));
  }
}

function pointsOf(devices: Iterable<Pick<Device, 'point'>>): string[] {
  return [...devices].map(({ point }) => point);
}
