import type { MeteredSubject } from '../domain/identifier';
import { decodeProfileBlock } from '../domain/reading/profile-block-codec';
import { parseRecordName, type RecordName } from '../domain/statement/record-name';
import { decideStatement, makeStatement, type Stated } from '../domain/statement/statement';
import type { Store } from '../ledger/store';
import type { MarketContext } from './market-context';
import { MarketContract } from './market-contract';

export class Statements extends MarketContract {
  constructor() {
    super('statements');
  }

  async statement(ctx: MarketContext): Promise<string> {
    const { caller, command } = await ctx.admit(makeStatement);
    const stated = await load(ctx, parseRecordName(command.id), command.coins);
    return JSON.stringify(decideStatement(caller, ctx.channel, command.id, stated));
  }
}

async function load(
  { store, consortium }: MarketContext,
  name: RecordName,
  coinIds: readonly string[] = [],
): Promise<Stated> {
  switch (name.type) {
    case 'balance': {
      const account = await store.get('account', name.account);
      const coins = await store.getEach(
        'coin',
        coinIds.map((id) => [id]),
      );
      const named = coinIds.map((id, position) => ({ id, coin: coins[position] }));
      return { access: 'balance', account: account?.id, coins: named };
    }
    case 'consortium':
      return { access: 'open', value: consortium };
    case 'meter':
      return { access: 'open', value: await store.get('meter', name.keyHash) };
    case 'scheme':
      return { access: 'open', value: await store.get('scheme', name.ref) };
    case 'holding':
      return { access: 'open', value: await store.get('holding', name.batch, name.start) };
    case 'head':
      return metering(store, name.subject, await store.get('head', name.subject));
    case 'block':
      return metering(store, name.subject, await loadBlock(store, name.subject, name.sequence));
    case 'cursor':
      return metering(store, { kind: 'device', id: name.device }, await store.get('cursor', name.device));
    case 'coin': {
      const value = await store.get('coin', name.id);
      return { access: 'money', value, parties: value === undefined ? [] : [value.owner] };
    }
    case 'payment': {
      const value = await store.get('payment', name.id);
      const recipients = value?.outputs.map(({ account }) => account) ?? [];
      return { access: 'money', value, parties: value === undefined ? [] : [value.from, ...recipients] };
    }
    case 'hold': {
      const value = await store.get('hold', name.id);
      return { access: 'money', value, parties: value === undefined ? [] : [value.payer, value.payee] };
    }
    default:
      return { access: 'open', value: await store.get(name.type, name.id) };
  }
}

async function metering(store: Store, { kind, id }: MeteredSubject, value: unknown): Promise<Stated> {
  const subject = await store.get(kind, id);
  return { access: 'metering', value, owner: subject?.owner };
}

async function loadBlock(store: Store, subject: MeteredSubject, sequence: number): Promise<unknown> {
  const block = await store.get('block', subject, sequence);
  if (block === undefined) return undefined;
  const { arrivedAt, attested, body } = block;
  return { arrivedAt, attested, ...decodeProfileBlock(body) };
}
