import { exists } from '../domain/decision';
import { confirmProposal, decideConfirmProposal } from '../domain/proposal/confirm';
import type { SubjectRecords } from '../domain/proposal/kind';
import { kindOf } from '../domain/proposal/kinds';
import type { Proposal, ProposalSubject } from '../domain/proposal/proposal';
import { decideMakeProposal, makeProposal } from '../domain/proposal/propose';
import { decideRejectProposal, rejectProposal } from '../domain/proposal/reject';
import { decideWithdrawProposal, withdrawProposal } from '../domain/proposal/withdraw';
import { isRepeated } from '../domain/request';
import { loadCoins } from './coins';
import { loadCounterparties } from './counterparties';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Proposals extends MarketContract {
  constructor() {
    super('proposals');
  }

  async propose(ctx: MarketContext): Promise<string> {
    const { caller, command, request } = await ctx.admit(makeProposal);
    const { id, commandHash } = request;
    if (isRepeated(await ctx.store.get('proposal', id), commandHash)) return ctx.save(exists({ id }));
    const records = await loadSubject(ctx, command.subject);
    return ctx.save(decideMakeProposal(request, caller, command, records));
  }

  async confirm(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(confirmProposal);
    const records = await loadProposal(ctx, command.proposal);
    const proposer = await loadCounterparties(
      ctx,
      records.proposal === undefined ? [] : [records.proposal.proposedBy],
    );
    return ctx.save(decideConfirmProposal(caller, ctx.now, command, { ...records, proposer }));
  }

  async reject(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(rejectProposal);
    const records = await loadProposal(ctx, command.proposal);
    return ctx.save(decideRejectProposal(caller, ctx.now, command, records));
  }

  async withdraw(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(withdrawProposal);
    const records = await loadProposal(ctx, command.proposal);
    return ctx.save(decideWithdrawProposal(caller.account, ctx.now, command, records));
  }
}

async function loadProposal(
  ctx: MarketContext,
  id: string,
): Promise<SubjectRecords & { readonly proposal: Proposal | undefined }> {
  const proposal = await ctx.store.get('proposal', id);
  return { proposal, ...(await loadSubject(ctx, proposal?.subject)) };
}

/** What a subject is about; nothing for no subject. */
async function loadSubject(
  ctx: MarketContext,
  subject: ProposalSubject | undefined,
): Promise<SubjectRecords> {
  const { accounts, coins, schemes } = subject === undefined ? {} : kindOf(subject).names(subject);
  return {
    consortium: ctx.consortium,
    accounts: await loadCounterparties(ctx, accounts ?? []),
    coins: await loadCoins(ctx, coins ?? []),
    schemes: await ctx.store.getEach(
      'scheme',
      (schemes ?? []).map((ref) => [ref] as const),
    ),
  };
}
