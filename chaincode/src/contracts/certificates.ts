import {
  decideIssueCertificates,
  issueCertificates,
  type IssueCommand,
  issueResultOf,
} from '../domain/certificate/issue';
import { type AcceptedBody, sequencesIn } from '../domain/certificate/issue-blocks';
import { productionRegister } from '../domain/certificate/issue-eligibility';
import { exists } from '../domain/decision';
import type { Device } from '../domain/device/device';
import { isRepeated } from '../domain/request';
import { loadCounterparties } from './counterparties';
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
      owner: await loadCounterparties(ctx, device === undefined ? [] : [device.owner]),
      scheme: await ctx.store.get('scheme', command.scheme),
      cursor: await ctx.store.get('cursor', command.device),
      blocks: device === undefined ? [] : await loadBlocks(ctx, command, device),
    };
    return ctx.save(decideIssueCertificates(ctx.channel, caller, request, command, records));
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
