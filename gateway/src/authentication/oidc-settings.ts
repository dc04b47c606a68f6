import { z } from 'zod';
import { isLoopbackHost } from '../loopback-host.ts';
import { scope } from './scope.ts';

const MAX_ISSUERS = 20;

/** Whether keys may be fetched from there: nobody in between can exchange them. */
export function isTrustworthy(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopbackHost(parsed));
}

const oidcIssuer = z.strictObject({
  /** As in the claim `iss`, and where `/.well-known/openid-configuration` is. */
  issuer: z.string().refine(isTrustworthy, 'must be a URL with https'),
  /** One of the claim `aud`. */
  audience: z.string().min(1),
  /** Claim that holds the enrolment id. */
  enrolmentIdClaim: z.string().min(1),
  /** What the issuer's scopes are here. Default: those that are called as here. */
  scopes: z.record(z.string().min(1), z.array(scope)).optional(),
});
export type OidcSettings = z.output<typeof oidcIssuer>;

const issuers = z
  .array(oidcIssuer)
  .max(MAX_ISSUERS)
  .refine((list) => new Set(list.map(({ issuer }) => issuer)).size === list.length, 'names an issuer twice');

/** JSON of a list of issuers. */
export const oidcIssuers = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('is no JSON');
      return z.NEVER;
    }
  })
  .pipe(issuers);
