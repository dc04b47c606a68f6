import { assetId, type MeteredSubject } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { findHead } from '../services/subject-head.ts';
import { asAnswered } from './as-answered.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';

const params = z.strictObject({ id: assetId });

interface HeadRoute {
  readonly kind: MeteredSubject['kind'];
  readonly operationId: string;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly answer: z.ZodType;
}

/** A GET of where a subject's chain of blocks stands: what its meter needs to know for the next block. */
export function subjectHead({ kind, operationId, path, tag, answer }: HeadRoute): Endpoint {
  return {
    operationId,
    method: 'get',
    path,
    tag,
    summary: "Where the chain of profile blocks stands; also for the meter's own token",
    access: 'principal',
    scopes: ['read', 'readings:write'],
    params,
    query: NOTHING,
    body: null,
    answers: { 200: { description: 'The head', schema: answer } },
    codes: ['NOT_FOUND', 'NOT_AUTHORISED'],
    respond: (services, received) =>
      asAnswered(services, () => {
        const { id } = received.params as z.output<typeof params>;
        return findHead(services, received.principal, { kind, id });
      }),
  };
}
