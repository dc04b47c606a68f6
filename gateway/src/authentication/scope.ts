/** What a token may do: act for its identity, or only deliver readings. */
export type Scope = 'commonwatt' | 'readings:write';

/** The widest of the scopes in a token's claim, which are separated by blanks; undefined when it has none. */
export function scopeOf(claim: string): Scope | undefined {
  const scopes = claim.split(' ');
  if (scopes.includes('commonwatt')) return 'commonwatt';
  return scopes.includes('readings:write') ? 'readings:write' : undefined;
}
