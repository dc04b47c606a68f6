import { ERROR_CODES } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import type { Code } from '../problem/code.ts';
import { dryRunOf } from './dry-run.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { signature } from './operations.ts';
import { signedStatement } from './statements.ts';

const params = z.strictObject({ id: z.uuid() });
const signRequest = z.strictObject({ signature });

export const questions: readonly Endpoint[] = [
  {
    operationId: 'signQuestion',
    method: 'post',
    path: '/questions/{id}/signatures',
    tag: 'Operations',
    summary: 'Sign an own question, and get its answer: a statement, or what a command would do',
    description:
      'For accounts whose owners keep their keys. A question lives for two minutes. Nothing can be written with its signature.',
    access: 'caller',
    scopes: ['read', 'trade', 'manage'],
    params,
    query: NOTHING,
    body: { json: signRequest },
    answers: {
      200: {
        description: 'What the peers answer',
        schema: z.union([signedStatement, dryRunOf(z.unknown())]),
      },
    },
    codes: ['NOT_FOUND', 'SIGNATURE_INVALID', ...(Object.keys(ERROR_CODES) as Code[])],
    respond: async ({ questions: asked }, { principal, params: given, body }) => {
      const { id } = given as z.output<typeof params>;
      const signed = Buffer.from((body as z.output<typeof signRequest>).signature, 'base64');
      return { status: 200, body: await asked.answer(principal as Caller, id, signed) };
    },
  },
];
