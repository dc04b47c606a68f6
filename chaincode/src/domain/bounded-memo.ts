/**
 * `compute` with a memory of its last `limit` results, for pure functions that are dear: what is forgotten is computed
 * again, so the memory can never change a result.
 */
export function boundedMemo<Value>(limit: number, compute: (key: string) => Value): (key: string) => Value {
  const memory = new Map<string, Value>();
  return (key) => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    if (memory.size >= limit) {
      for (const oldest of memory.keys()) {
        memory.delete(oldest);
        break;
      }
    }
    memory.set(key, value);
    return value;
  };
}
