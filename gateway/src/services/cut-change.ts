/** How a payment gives its change back to the payer. */
export interface CutChange {
  /** Coins to make of the change, all more than 0; their sum is the change. */
  readonly amounts: readonly bigint[];
  /** How many of the waiting payments, from the first, find a coin among these at once. */
  readonly served: number;
}

/**
 * Cuts change into coins for payments that wait for it, so that they go on in parallel instead of one after the other:
 * the waiting payments are dealt out into as many groups as there are coins, and each coin is worth what its group
 * needs. The first payment of a group then cuts the rest for the others in the same way.
 *
 * @param waiting amounts of the waiting payments, in order, each more than 0
 * @param slots most coins to make, at least 1
 */
export function cutChange(change: bigint, waiting: readonly bigint[], slots: number): CutChange {
  if (change === 0n) return { amounts: [], served: 0 };
  const covered = countWithin(waiting, change);
  const rest = change - sum(waiting.slice(0, covered));
  const groups = Math.min(covered, rest > 0n ? slots - 1 : slots);
  if (groups < 1) return { amounts: [change], served: 0 };
  const amounts = Array.from({ length: groups }, (_, group) =>
    sum(waiting.slice(Math.floor((group * covered) / groups), Math.floor(((group + 1) * covered) / groups))),
  );
  return { amounts: rest > 0n ? [...amounts, rest] : amounts, served: groups };
}

/** Number of amounts, from the first, that fit into `total` together. */
function countWithin(amounts: readonly bigint[], total: bigint): number {
  let left = total;
  const end = amounts.findIndex((amount) => (left -= amount) < 0n);
  return end === -1 ? amounts.length : end;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
