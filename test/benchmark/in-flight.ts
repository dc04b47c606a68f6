/** One transaction, from its endorsement to its commit. */
export type Task = () => Promise<void>;

/** Runs all tasks, at most `limit` at a time; the next one starts as soon as one has ended. */
export async function runInFlight(tasks: readonly Task[], limit: number): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker));
}
