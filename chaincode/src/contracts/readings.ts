import type { MeteredSubject } from '../domain/identifier';
import {
  decideSubmitReadings,
  type LoadedSubject,
  type LoadedSubjects,
  readSubmission,
  type ReadBlock,
  subjectKey,
} from '../domain/reading/intake';
import type { ProfileBlock } from '../domain/reading/profile-block';
import { profileBlockHash } from '../domain/reading/profile-block-signature';
import type { MeteredRecord } from '../domain/reading/register-limits';
import { submitReadings } from '../domain/reading/submit';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Readings extends MarketContract {
  constructor() {
    super('readings');
  }

  async submit(ctx: MarketContext): Promise<string> {
    const { caller, argument } = await ctx.admitBytes(submitReadings);
    const blocks = readSubmission(argument);
    const subjects = await loadSubjects(ctx, blocks);
    const intake = { channel: ctx.channel, callerMsp: caller.mspId, now: ctx.now };
    return ctx.save(decideSubmitReadings(blocks, subjects, intake));
  }
}

async function loadSubjects(ctx: MarketContext, blocks: readonly ReadBlock[]): Promise<LoadedSubjects> {
  const blocksOfSubject = new Map<string, [ProfileBlock, ...ProfileBlock[]]>();
  for (const read of blocks) {
    if ('malformed' in read) continue;
    const key = subjectKey(read.block.subject);
    const known = blocksOfSubject.get(key);
    if (known === undefined) blocksOfSubject.set(key, [read.block]);
    else known.push(read.block);
  }
  const subjects = new Map<string, LoadedSubject>();
  for (const [key, blocks] of blocksOfSubject) subjects.set(key, await loadSubject(ctx, blocks));
  return subjects;
}

async function loadSubject(
  ctx: MarketContext,
  blocks: readonly [ProfileBlock, ...ProfileBlock[]],
): Promise<LoadedSubject> {
  const { subject } = blocks[0];
  const metered = await loadMetered(ctx, subject);
  const head = metered === undefined ? undefined : await ctx.store.get('head', subject);
  const acceptedHashes = new Map<number, string>();
  for (const { sequence } of blocks) {
    if (head === undefined || sequence >= head.sequence) continue;
    const accepted = await ctx.store.get('block', subject, sequence);
    if (accepted !== undefined) acceptedHashes.set(sequence, profileBlockHash(ctx.channel, accepted.body));
  }
  return { metered, head, acceptedHashes };
}

async function loadMetered(
  ctx: MarketContext,
  { kind, id }: MeteredSubject,
): Promise<MeteredRecord | undefined> {
  switch (kind) {
    case 'point': {
      const record = await ctx.store.get('point', id);
      return record && { kind, record };
    }
    case 'device': {
      const record = await ctx.store.get('device', id);
      return record && { kind, record };
    }
  }
}
