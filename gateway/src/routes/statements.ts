import { mspId, statement, statementCommand } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import type { Code } from '../problem/code.ts';
import { state, stateOrAsk } from '../services/statement.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { answerOrQuestion, question } from './question.ts';
import { read } from './read.ts';

const endorsement = z.strictObject({
  mspId,
  certificate: z.string().describe("The peer's certificate, PEM"),
  endorser: z.base64().describe('SerializedIdentity as signed'),
  signature: z.base64().describe('ECDSA in DER over SHA-256 of payload and endorser'),
});

export const signedStatement = statement.extend({
  call: z
    .strictObject({
      channelHeader: z.base64(),
      signatureHeader: z.base64(),
      payload: z.base64().describe('ChaincodeProposalPayload'),
    })
    .describe('What the peers were asked; SHA-256 of the three is in what they signed'),
  payload: z.base64().describe('ProposalResponsePayload that the peers signed; it holds the answer'),
  endorsements: z.array(endorsement),
});

/** `<type>/<attributes>`; which types have which, the ledger knows. */
const RECORD_NAME = /^[a-z]+(\/[A-Za-z0-9_.-]+){0,3}$/;
const id = statementCommand.shape.id.regex(RECORD_NAME);
const params = z.strictObject({ id });
const statementRequest = z.strictObject({ id });
const tag = 'Ledger';
const description =
  'The id is `<type>/<attributes>`, for instance `holding/<batch>/<start>`, `retirement/<id>`, `account/<MSP id>/<enrolment id>`, `block/point/<id>/<sequence>`, or `balance/<MSP id>/<enrolment id>` for the sum of the largest 100 coins. Readings and money are stated to those only who may read them. `npm run verify-statement` checks a statement.';
const codes: readonly Code[] = [
  'NOT_AUTHORISED',
  'COMMAND_MALFORMED',
  'KEY_CUSTODY_CONFLICT',
  'COIN_NOT_FOUND',
  'COIN_FOREIGN',
];

export const statements: readonly Endpoint[] = [
  read({
    operationId: 'getStatement',
    path: '/statements/{id}',
    slashes: 'id',
    tag,
    summary: 'A record as peers of Regulator, Utility and a community state it, with their signatures',
    description,
    params,
    answer: signedStatement,
    codes,
    read: (services, caller, request) => state(services, caller, request.params.id),
  }),
  {
    operationId: 'makeStatement',
    method: 'post',
    path: '/statements',
    tag,
    summary: 'The same, also for one who keeps the key',
    description,
    access: 'caller',
    scopes: ['read'],
    params: NOTHING,
    query: NOTHING,
    body: { json: statementRequest },
    answers: {
      201: { description: 'The statement', schema: signedStatement },
      202: { description: 'The question that one who keeps the key has to sign first', schema: question },
    },
    codes: ['NOT_FOUND', 'PENDING_LIMIT_REACHED', ...codes],
    respond: async (services, { principal, body }) => {
      const { id: about } = body as z.output<typeof statementRequest>;
      return answerOrQuestion(201, await stateOrAsk(services, principal as Caller, about));
    },
  },
];
