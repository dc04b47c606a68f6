import { z } from 'zod';

/** What a route can ask for. */
export const ROUTE_SCOPES = ['read', 'trade', 'readings:write', 'manage'] as const;
export type RouteScope = (typeof ROUTE_SCOPES)[number];

/** What a token or an API key may be made for; `commonwatt` covers all others. */
export const scope = z.enum(['commonwatt', ...ROUTE_SCOPES]);
export type Scope = z.output<typeof scope>;

/** Those that exist. */
export function scopesOf(names: readonly string[]): Scope[] {
  return names.flatMap((name) => scope.safeParse(name).data ?? []);
}

/** Whether one of the wanted scopes was granted. A route that names none is for `commonwatt` alone. */
export function covers(granted: readonly Scope[], wanted: readonly RouteScope[]): boolean {
  return granted.includes('commonwatt') || wanted.some((name) => granted.includes(name));
}
