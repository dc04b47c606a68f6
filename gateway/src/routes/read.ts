import type { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../services/services.ts';
import { NOTHING, type Description, type Endpoint, type Nothing } from './endpoint.ts';
import { asAnswered } from './as-answered.ts';
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
  return {
    ...spec,
    method: 'get',
    access: 'caller',
    params: spec.params ?? NOTHING,
    query: spec.query ?? NOTHING,
    body: null,
    answers: { 200: { description: 'The resource', schema: spec.answer } },
    codes: ['NOT_FOUND', ...(spec.codes ?? [])],
    respond: (services, { principal, params, query }) =>
      asAnswered(services, async () => {
        const request = { params: params as z.output<Params>, query: query as z.output<Query> };
        const found = await spec.read(services, principal as Caller, request);
        if (found === undefined) throw new Problem('NOT_FOUND', Object.values(request.params).join('/'));
        return found;
      }),
  };
}
