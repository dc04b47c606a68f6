import { z } from 'zod';
import { DomainError } from '../error-code';
import type { Caller } from '../identity/admit';
import { role } from '../identity/role';
import { defineMethod } from '../method';
import { requireMayReadMetering, requireMayReadMoney } from './readers';

export const statementCommand = z.strictObject({
  /** `<key type>/<attributes>`. */
  id: z.string().min(1).max(200),
});

export const statement = z.strictObject({ channel: z.string(), id: z.string(), value: z.unknown() });
export type Statement = z.infer<typeof statement>;

/**
 * A record as it is on the ledger. The endorsements of Regulator, Utility and a co-operative on the answer, taken
 * together, state it to third parties.
 */
export const makeStatement = defineMethod({
  name: 'statements:statement',
  kind: 'evaluate',
  roles: role.options,
  command: statementCommand,
  result: statement,
});

/** A record, and who has a part in it where not everybody may read it. */
export type Stated =
  | { readonly access: 'open'; readonly value: unknown }
  /** `owner` is that of the metered subject, undefined when there is no such subject. */
  | { readonly access: 'metering'; readonly value: unknown; readonly owner: string | undefined }
  | { readonly access: 'money'; readonly value: unknown; readonly parties: readonly string[] };

/** @throws DomainError NOT_AUTHORISED, NOT_FOUND */
export function decideStatement(caller: Caller, channel: string, id: string, stated: Stated): Statement {
  if (stated.access === 'metering' && stated.owner !== undefined)
    requireMayReadMetering(caller, stated.owner);
  if (stated.value === undefined) throw new DomainError('NOT_FOUND', id);
  if (stated.access === 'money') requireMayReadMoney(caller, stated.parties);
  return { channel, id, value: stated.value };
}
