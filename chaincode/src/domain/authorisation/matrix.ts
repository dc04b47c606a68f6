import { role, type Role } from '../identity/role';
import { METHODS } from '../methods';
import { RECORD_RULES } from './record-rules';

/** Whether a role may call a method at all. */
export interface AuthorisationCell {
  readonly method: string;
  readonly role: Role;
  readonly allowed: boolean;
  /** What a role that may call it must also meet, about the record; null when nothing, or when it may not call. */
  readonly recordRule: string | null;
}

/**
 * The complete authorisation matrix: every method with every role. The caller is admitted before its command is looked
 * at, so a refused cell answers NOT_AUTHORISED to any argument whatever, and an allowed one never does for the role's
 * sake.
 */
export function authorisationCells(): AuthorisationCell[] {
  return METHODS.flatMap(({ name, roles }) => {
    const mayCall: readonly Role[] = roles;
    return role.options.map((caller) => {
      const allowed = mayCall.includes(caller);
      return { method: name, role: caller, allowed, recordRule: allowed ? recordRule(name, caller) : null };
    });
  });
}

function recordRule(method: string, caller: Role): string | null {
  const rule = RECORD_RULES[method];
  return typeof rule === 'string' ? rule : (rule?.[caller] ?? null);
}
