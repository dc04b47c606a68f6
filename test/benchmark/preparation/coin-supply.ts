/** Coins of one buyer, each enough for many purchases. */
import type { LedgerIdentity } from '../../ledger/index.ts';
import { accountOf, type MarketClients } from '../market-clients.ts';
import type { RunId } from '../run-id.ts';
import { agree } from './agreement.ts';

/** Most outputs of one payment. */
const OUTPUTS = 20n;
/** Billionths of the currency in the smallest coins. */
const COIN = 1_000_000_000n;

/**
 * At least `count` coins of the owner: one is minted, and split into twenty until there are enough.
 *
 * @returns their ids
 */
export async function mintCoins(
  market: MarketClients,
  run: RunId,
  owner: LedgerIdentity,
  count: number,
): Promise<string[]> {
  let splits = 0n;
  while (OUTPUTS ** splits < BigInt(count)) splits += 1n;
  let amount = COIN * OUTPUTS ** splits;
  const subject = { kind: 'mint', account: accountOf(owner), amount: amount.toString() } as const;
  const signers = [market.officer('utility', 'treasurer'), market.officer('regulator', 'registrar')] as const;
  let coins = [`${await agree(market, run.key(), subject, signers)}.0`];
  for (; splits > 0n; splits -= 1n) {
    amount /= OUTPUTS;
    const needed = coins.slice(0, Math.ceil(count / Number(OUTPUTS ** (splits - 1n))));
    coins = (await Promise.all(needed.map((coin) => split(market, run, owner, coin, amount)))).flat();
  }
  return coins;
}

/** Pays a coin to its owner in twenty equal parts. */
async function split(
  market: MarketClients,
  run: RunId,
  owner: LedgerIdentity,
  coin: string,
  amount: bigint,
): Promise<string[]> {
  const output = { account: accountOf(owner), amount: amount.toString() };
  const outputs = Array.from({ length: Number(OUTPUTS) }, () => output);
  const command = { idempotencyKey: run.key(), coins: [coin], outputs };
  const { result } = await market.submit<{ id: string }>(owner, 'money:pay', command);
  return outputs.map((_, index) => `${result.id}.${index}`);
}
