import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../services/services.ts';
import { NOTHING, type Description, type Endpoint, type Nothing } from './endpoint.ts';
import { asAnswered } from './as-answered.ts';
import { fieldsQuery, pick, SPARSE, sparse } from './fields.ts';
import type { ReadOnly } from './read-only.ts';

interface Read<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Answer extends z.ZodType,
> extends Description {
  readonly params?: Params;
  readonly query?: Query;
  readonly slashes?: string;
  readonly answer: Answer;
  readonly read: (
    services: Services,
    caller: Caller,
    request: { readonly params: z.output<Params>; readonly query: z.output<Query> },
  ) => Promise<ReadOnly<z.input<Answer>> | undefined>;
}

/** A GET of one resource; `undefined` becomes NOT_FOUND. */
export function read<
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
>(spec: Read<Params, Query, Answer>): Endpoint {
  const fields = fieldsQuery(spec.answer);
  return {
    ...spec,
    method: 'get',
    access: 'caller',
    scopes: ['read'],
    params: spec.params ?? NOTHING,
    query: (spec.query ?? NOTHING).extend(fields.shape),
    body: null,
    answers: {
      200: {
        description: 'The resource',
        schema: z.union([spec.answer, sparse(spec.answer).describe(SPARSE)]),
      },
    },
    codes: ['NOT_FOUND', ...(spec.codes ?? [])],
    respond: (services, { principal, params, query }) =>
      asAnswered(services, async () => {
        const { fields: wanted, ...asked } = query as z.output<typeof fields>;
        const request = { params: params as z.output<Params>, query: asked as z.output<Query> };
        const found = await spec.read(services, principal as Caller, request);
        if (found === undefined) throw new Problem('NOT_FOUND', Object.values(request.params).join('/'));
        return pick(found, wanted);
      }),
  };
}
