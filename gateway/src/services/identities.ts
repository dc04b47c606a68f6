import type { Role } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { readCertificateRequest } from '../../../fabric-ca-client/index.ts';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { KeyCustody } from '../fabric/wallet.ts';
import { Problem } from '../problem/problem.ts';
import { requireActive } from './active-account.ts';
import { ROLE_BY_REGISTRANT } from './register-members.ts';
import type { Services } from './services.ts';

/** Who an account is to the ledger. */
export interface IdentityView {
  readonly account: string;
  readonly role: Role | null;
  readonly keys: KeyCustody;
  /** PEM. */
  readonly certificate: string;
}

/** A P-256 request is about 400 bytes. */
const MAX_REQUEST_CHARACTERS = 2_000;
export const certifyRequest = z.strictObject({
  certificateRequest: z
    .string()
    .max(MAX_REQUEST_CHARACTERS)
    .regex(
      /^-----BEGIN CERTIFICATE REQUEST-----\r?\n[A-Za-z0-9+/=\r\n]+-----END CERTIFICATE REQUEST-----\s*$/,
    )
    .refine(isOfP256Key, 'must be of a P-256 key')
    .describe('PKCS#10 in PEM, of a P-256 key; its common name is the enrolment id'),
});

/** The CA certifies keys of all kinds, but peers take no signatures of others. */
function isOfP256Key(request: string): boolean {
  const { asymmetricKeyDetails } = readCertificateRequest(request)?.publicKey ?? {};
  return asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/**
 * One's own identity, or that of a member of the own organisation.
 *
 * @throws BusinessError NOT_AUTHORISED
 */
export function findIdentity(
  { ledger: { wallet }, authentication }: Services,
  caller: Caller,
  enrolmentId: string,
): IdentityView | undefined {
  const isOwn = caller.account === `${caller.mspId}/${enrolmentId}`;
  if (!isOwn && ROLE_BY_REGISTRANT[caller.role] === undefined)
    throw new BusinessError('NOT_AUTHORISED', 'identities of others');
  const identity = wallet.get(enrolmentId);
  if (identity === undefined) return undefined;
  const { account, keys, certificate } = identity;
  return { account, role: authentication.roleOf(identity) ?? null, keys, certificate };
}

/**
 * Has the key that a member keeps certified by the organisation's CA, for the first time or again. The ledger takes a
 * key at its first use; another one has to be handed over (`/v1/key-rotations`) or confirmed by the registrar.
 *
 * @throws BusinessError NOT_AUTHORISED, ACCOUNT_SUSPENDED, ACCOUNT_NOT_FOUND
 * @throws Problem REQUEST_MALFORMED for a request under another name, KEY_CUSTODY_CONFLICT
 * @throws Unavailable when the CA refuses or cannot be asked
 */
export async function certifyMember(
  services: Services,
  caller: Caller,
  enrolmentId: string,
  { certificateRequest }: z.output<typeof certifyRequest>,
): Promise<IdentityView> {
  const role = ROLE_BY_REGISTRANT[caller.role];
  if (role === undefined) throw new BusinessError('NOT_AUTHORISED', `${caller.role} may not enrol members`);
  await requireActive(services, caller);
  const id = `${caller.mspId}/${enrolmentId}`;
  const account = await services.ledger.readModel.accounts.find(id);
  if (account === undefined) throw new BusinessError('ACCOUNT_NOT_FOUND', id);
  if (account.kind === 'officer') throw new BusinessError('NOT_AUTHORISED', `${id} is an office`);
  if (services.ledger.wallet.get(enrolmentId)?.keys === 'custodial')
    throw new Problem('KEY_CUSTODY_CONFLICT', `the gateway keeps the key of ${id}`);
  if (readCertificateRequest(certificateRequest)?.commonName !== enrolmentId)
    throw new Problem(
      'REQUEST_MALFORMED',
      'body.certificateRequest: its common name is not the enrolment id',
    );
  const certificate = await services.enrolment.certify(enrolmentId, role, certificateRequest);
  return { account: id, role, keys: 'own', certificate };
}
