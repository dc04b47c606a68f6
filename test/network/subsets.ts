/** All non-empty subsets, the small ones first. */
export function subsetsOf<T>(items: readonly T[]): T[][] {
  const all = items.reduce<T[][]>(
    (subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])],
    [[]],
  );
  return all.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
}
