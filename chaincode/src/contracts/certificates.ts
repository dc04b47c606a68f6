import {
  decideIssueCertificates,
  issueCertificates,
  type IssueCommand,
  issueResultOf,
} from '../domain/certificate/issue';
import { type AcceptedBody, sequencesIn } from '../domain/certificate/issue-blocks';
import { productionRegister } from '../domain/certificate/issue-eligibility';
import { decideRetireCertificates, retireCertificates } from '../domain/certificate/retire';
import { decideTransferCertificates, transferCertificates } from '../domain/certificate/transfer';
import { exists } from '../domain/decision';
import type { Device } from '../domain/device/device';
import { isRepeated } from '../domain/request';
import { loadCounterparties } from './counterparties';
import { loadHoldings } from './holdings';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Certificates extends MarketContract {
  constructor() {
    super('certificates');
  }

  async issue(ctx: MarketContext): Promise<string> {
    const { caller, command, request } = await ctx.admit(issueCertificates);
    const earlier = await ctx.store.get('issuance', request.id);
    if (isRepeated(earlier, request.commandHash)) return ctx.save(exists(issueResultOf(earlier)));
    const device = await ctx.store.get('device', command.device);
    const records = {
      consortium: ctx.consortium,
      device,
      point: device === undefined ? undefined : await ctx.store.get('point', device.point),
      owner: await loadCounterparties(ctx, device === undefined ? [] : [device.owner]),
      scheme: await ctx.store.get('scheme', command.scheme),
      cursor: await ctx.store.get('cursor', command.device),
      blocks: device === undefined ? [] : await loadBlocks(ctx, command, device),
    };
    return ctx.save(decideIssueCertificates(ctx.channel, caller, request, command, records));
  }

  async transfer(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(transferCertificates);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('transfer', id), commandHash)) return ctx.save(exists({ id }));
    const records = {
      consortium: ctx.consortium,
      recipient: await loadCounterparties(ctx, [command.to]),
      holdings: await loadHoldings(ctx, command.pieces),
    };
    return ctx.save(decideTransferCertificates(request, command, records));
  }

  async retire(ctx: MarketContext): Promise<string> {
    const { command, request } = await ctx.admit(retireCertificates);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('retirement', id), commandHash)) return ctx.save(exists({ id }));
    const { beneficiary } = command;
    const records = {
      consortium: ctx.consortium,
      scheme: await ctx.store.get('scheme', command.scheme),
      beneficiary: await loadCounterparties(
        ctx,
        beneficiary?.kind === 'account' ? [beneficiary.account] : [],
      ),
      holdings: await loadHoldings(ctx, command.pieces),
    };
    return ctx.save(decideRetireCertificates(request, command, records));
  }
}

/** The blocks of the command's range, undefined where there is none. */
function loadBlocks(
  ctx: MarketContext,
  command: IssueCommand,
  device: Device,
): Promise<(AcceptedBody | undefined)[]> {
  const { subject } = productionRegister(device);
  const { first, count } = sequencesIn(command);
  return ctx.store.getEach(
    'block',
    Array.from({ length: count }, (_, offset) => [subject, first + offset] as const),
  );
}
