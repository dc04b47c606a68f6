import { accountKind, KINDS_BY_REGISTRANT, LIST_LIMIT, type Role } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import { requireActive } from './active-account.ts';
import type { Services } from './services.ts';
import { fixed, type Submission } from './submit.ts';

export const registerMembersRequest = z.strictObject({
  keys: z
    .enum(['custodial', 'own'])
    .default('custodial')
    .describe(
      'Who keeps the keys: the gateway, or each member alone, who has its own one certified afterwards',
    ),
  members: z
    .array(z.strictObject({ kind: accountKind.exclude(['officer']) }))
    .min(1)
    .max(LIST_LIMIT),
});
export type RegisterMembersRequest = z.infer<typeof registerMembersRequest>;

/** Role of those whom an officer of this role brings in. */
export const ROLE_BY_REGISTRANT: Partial<Record<Role, Role>> = { manager: 'member', supplier: 'buyer' };

/**
 * Brings members in: enrols each under a random pseudonym with a key that the gateway keeps, unless members keep theirs,
 * and registers its account.
 * The verdicts of the result carry the account ids, in the order of the request.
 *
 * @throws BusinessError NOT_AUTHORISED, ACCOUNT_SUSPENDED
 */
export async function registerMembers(
  services: Services,
  caller: Caller,
  idempotencyKey: string,
  request: RegisterMembersRequest,
): Promise<Submission> {
  const role = ROLE_BY_REGISTRANT[caller.role];
  const kinds = KINDS_BY_REGISTRANT[caller.role];
  const foreign = request.members.find(({ kind }) => kinds?.includes(kind) !== true);
  if (role === undefined || foreign !== undefined) {
    throw new BusinessError(
      'NOT_AUTHORISED',
      `${caller.role} may not register a ${foreign?.kind ?? 'member'}`,
    );
  }
  await requireActive(services, caller);
  const accounts = request.members.map(({ kind }, index) => ({
    enrolmentId: services.pseudonyms.of(caller.account, idempotencyKey, index),
    kind,
  }));
  const ids = accounts.map(({ enrolmentId }) => enrolmentId);
  return {
    method: 'accounts:register',
    idempotencyKey,
    request,
    ...(request.keys === 'custodial' && { provide: () => services.enrolment.enrol(ids, role) }),
    prepare: fixed({ accounts }),
  };
}
