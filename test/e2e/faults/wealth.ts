/** What an account has, as one gateway tells it. */
import type { SchemeTerms } from '@commonwatt/chaincode/domain';
import type { Party } from '../party.ts';

export interface Wealth {
  /** In billionths of the currency. */
  readonly free: bigint;
  readonly held: bigint;
}

export interface Units {
  readonly free: number;
  readonly offered: number;
}

/** @param observer the account itself, or an office that may see it */
export async function wealthOf(observer: Party, account: string): Promise<Wealth> {
  const [balance] = await observer.list('/v1/balances', { query: { owner: account } });
  return { free: BigInt(balance?.free ?? 0), held: BigInt(balance?.held ?? 0) };
}

export async function unitsOf(observer: Party, account: string, scheme: SchemeTerms): Promise<Units> {
  const query = { owner: account, scheme: schemeKey(scheme) };
  const [balance] = await observer.list('/v1/certificate-balances', { query });
  return { free: balance?.free ?? 0, offered: balance?.offered ?? 0 };
}

export function schemeKey({ id, version }: SchemeTerms): string {
  return `${id}/${version}`;
}
