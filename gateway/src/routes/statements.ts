import { mspId, statement, statementCommand } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { state } from '../services/statement.ts';
import type { Endpoint } from './endpoint.ts';
import { read } from './read.ts';

const endorsement = z.strictObject({
  mspId,
  certificate: z.string().describe("The peer's certificate, PEM"),
  endorser: z.string().describe('SerializedIdentity as signed, base64'),
  signature: z.string().describe('ECDSA in DER over SHA-256 of payload and endorser, base64'),
});

export const statements: readonly Endpoint[] = [
  read({
    operationId: 'getStatement',
    path: '/statements/{id}',
    slashes: 'id',
    tag: 'Ledger',
    summary: 'A record as peers of Regulator, Utility and a community state it, with their signatures',
    description:
      'The id is `<type>/<attributes>`, for instance `holding/<batch>/<start>`, `account/<MSP id>/<enrolment id>` or `block/point/<id>/<sequence>`. Readings and money are stated to those only who may read them.',
    params: statementCommand,
    answer: statement.extend({
      payload: z
        .string()
        .describe('ProposalResponsePayload that the peers signed, base64; it holds the answer'),
      endorsements: z.array(endorsement),
    }),
    codes: ['NOT_AUTHORISED', 'COMMAND_MALFORMED'],
    read: (services, caller, request) => state(services, caller, request.params.id),
  }),
];
