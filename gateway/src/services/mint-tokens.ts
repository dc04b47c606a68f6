import {
  enrolmentId,
  LIST_LIMIT,
  meteredSubject,
  parseAccountId,
  type MeteredSubject,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { scope } from '../authentication/scope.ts';
import type { TokenSubject } from '../authentication/token.ts';
import { BusinessError } from '../fabric/errors.ts';
import { requireActive } from './active-account.ts';
import { ROLE_BY_REGISTRANT } from './register-members.ts';
import type { Services } from './services.ts';

const DAY_SEC = 86_400;
const DEFAULT_LIFE_SEC = 30 * DAY_SEC;
const LONGEST_LIFE_SEC = 400 * DAY_SEC;
const SHORTEST_LIFE_SEC = 60;

const tokenSubject = z.union([z.strictObject({ enrolmentId }), z.strictObject({ meter: meteredSubject })]);

export const mintTokensRequest = z.strictObject({
  subjects: z.array(tokenSubject).min(1).max(LIST_LIMIT),
  lifeSec: z.int().min(SHORTEST_LIFE_SEC).max(LONGEST_LIFE_SEC).default(DEFAULT_LIFE_SEC),
  scopes: z
    .array(scope)
    .min(1)
    .max(scope.options.length)
    .default(['commonwatt'])
    .describe('Of tokens of members; that of a meter is `readings:write`'),
});

/**
 * Makes tokens for members, whoever keeps their keys, and for meters of the organisation.
 *
 * @throws BusinessError ACCOUNT_SUSPENDED, NOT_AUTHORISED, NOT_FOUND
 */
export async function mintTokens(
  services: Services,
  caller: Caller,
  { subjects, lifeSec, scopes }: z.output<typeof mintTokensRequest>,
): Promise<{ tokens: string[]; expiresAt: number }> {
  await requireActive(services, caller);
  for (const subject of subjects) {
    if ('meter' in subject) await requireOwnMeter(services, caller, subject.meter);
    else requireMember(services, caller, subject.enrolmentId);
  }
  const expiresAt = services.clock() + lifeSec;
  const tokens = await Promise.all(
    subjects.map((subject: TokenSubject) => services.tokens.mint(subject, expiresAt, scopes)),
  );
  return { tokens, expiresAt };
}

/** Nobody makes a token for an office: officers get theirs from the operator of the organisation's nodes. */
function requireMember({ ledger, authentication }: Services, caller: Caller, id: string): void {
  const role = ROLE_BY_REGISTRANT[caller.role];
  if (role === undefined) throw new BusinessError('NOT_AUTHORISED', `${caller.role} may not make tokens`);
  const identity = ledger.wallet.get(id);
  if (identity === undefined) throw new BusinessError('NOT_FOUND', `identity ${id}`);
  if (authentication.roleOf(identity) !== role)
    throw new BusinessError('NOT_AUTHORISED', `${id} is no ${role}`);
}

/** @throws BusinessError NOT_AUTHORISED, NOT_FOUND */
export async function requireOwnMeter(
  { ledger: { readModel } }: Services,
  caller: Caller,
  { kind, id }: MeteredSubject,
) {
  if (caller.role !== 'manager')
    throw new BusinessError('NOT_AUTHORISED', `${caller.role} may not make tokens for meters`);
  const metered = await (kind === 'point' ? readModel.points.find(id) : readModel.devices.find(id));
  if (metered === undefined) throw new BusinessError('NOT_FOUND', `${kind} ${id}`);
  if (parseAccountId(metered.owner).mspId !== caller.mspId) {
    throw new BusinessError('NOT_AUTHORISED', `${kind} ${id} belongs to another organisation`);
  }
}
