import { accountId, enrolmentId, role } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { certifyMember, certifyRequest, findIdentity } from '../services/identities.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { read } from './read.ts';

const tag = 'Accounts';
const params = z.strictObject({ enrolmentId });

const identity = z.strictObject({
  account: accountId,
  role: role.nullable(),
  keys: z.enum(['custodial', 'own']).describe('Who has the private key: the gateway, or its owner alone'),
  certificate: z.string().describe('PEM'),
});

export const identities: readonly Endpoint[] = [
  read({
    operationId: 'getIdentity',
    path: '/identities/{enrolmentId}',
    tag,
    summary:
      "Certificate of an account, and who keeps its key: one's own, and those of members (manager, supplier)",
    params,
    answer: identity,
    codes: ['NOT_AUTHORISED'],
    read: (services, caller, request) =>
      Promise.resolve(findIdentity(services, caller, request.params.enrolmentId)),
  }),
  {
    operationId: 'certifyMember',
    method: 'post',
    path: '/identities/{enrolmentId}/certificates',
    tag,
    summary: 'Have the key that a member keeps certified (manager; supplier for buyers)',
    description:
      "The account was registered with `keys: own`. Its owner makes a key and a signing request; the gateway never sees the key. The ledger takes the account's key at its first use.",
    access: 'caller',
    scopes: ['manage'],
    params,
    query: NOTHING,
    body: { json: certifyRequest },
    answers: { 201: { description: 'The identity, with its new certificate', schema: identity } },
    codes: ['NOT_AUTHORISED', 'ACCOUNT_SUSPENDED', 'ACCOUNT_NOT_FOUND', 'KEY_CUSTODY_CONFLICT'],
    respond: async (services, { principal, params: given, body }) => {
      const { enrolmentId: id } = given as z.output<typeof params>;
      const request = body as z.output<typeof certifyRequest>;
      return { status: 201, body: await certifyMember(services, principal as Caller, id, request) };
    },
  },
];
