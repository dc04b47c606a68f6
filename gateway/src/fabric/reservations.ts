/**
 * Keeps commands of one account that run at the same time from choosing the same coin or holding. In memory, for one
 * gateway: a clash between gateways is found by the ledger, and the command looks again.
 */
export interface Reservations {
  /**
   * Asks `pick` to choose records of `account` (coin ids, `<batch>/<start>` of holdings) that are not in `taken`, and
   * reserves them. When it answers undefined (what is needed is taken at present) it is asked again each time that
   * something of the account is given back or projected. Picks of one account never overlap.
   *
   * @throws Unavailable when nothing could be chosen within `timeoutMs`; and whatever `pick` throws.
   */
  reserve<Value>(
    account: string,
    pick: (
      taken: ReadonlySet<string>,
    ) => Promise<{ readonly keys: readonly string[]; readonly value: Value } | undefined>,
    timeoutMs: number,
  ): Promise<{ readonly value: Value; release(): void }>;
  /** Wakes the waiters of accounts whose records have just changed in the read model. */
  changed(accounts: Iterable<string>): void;
}
