import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { MAX_PAGE, type Page, type PageRequest, type Services } from '../services/services.ts';
import { asAnswered } from './as-answered.ts';
import type { ReadOnly } from './read-only.ts';
import { NOTHING, type Description, type Endpoint, type Nothing } from './endpoint.ts';

const DEFAULT_PAGE = 100;

export const pageQuery = z.strictObject({
  after: z.string().min(1).max(500).optional().describe('Cursor `next` of the page before'),
  limit: z.int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE).describe('Most items of a page'),
  order: z
    .enum(['asc', 'desc'])
    .default('desc')
    .describe('By first appearance on the ledger: newest first by default'),
});

/** A filter that takes one value or several: the parameter may come more than once. */
export function several<Value extends z.ZodType>(value: Value) {
  return z.array(value).min(1).max(MAX_VALUES).optional();
}
const MAX_VALUES = 50;

interface List<
  Params extends z.ZodObject,
  Filter extends z.ZodRawShape,
  Item extends z.ZodType,
> extends Description {
  readonly params?: Params;
  readonly filter: Filter;
  readonly item: Item;
  readonly list: (
    services: Services,
    request: {
      readonly caller: Caller;
      readonly params: z.output<Params>;
      readonly filter: z.output<z.ZodObject<Filter>>;
      readonly page: PageRequest;
    },
  ) => Promise<Page<ReadOnly<z.input<Item>>>>;
}

/** A GET of a list, in pages. */
export function list<
  Filter extends z.ZodRawShape,
  Item extends z.ZodType,
  Params extends z.ZodObject = Nothing,
>(spec: List<Params, Filter, Item>): Endpoint {
  const answer = z.strictObject({
    items: z.array(spec.item),
    next: z.string().nullable().describe('Cursor of the following page; null on the last one'),
  });
  return {
    ...spec,
    method: 'get',
    access: 'caller',
    params: spec.params ?? NOTHING,
    query: pageQuery.extend(spec.filter),
    body: null,
    answers: { 200: { description: 'A page of the list', schema: answer } },
    codes: ['CURSOR_INVALID', ...(spec.codes ?? [])],
    respond: (services, { principal, params, query }) => {
      const { after, limit, order, ...filter } = query as z.output<typeof pageQuery>;
      const page = { limit, order, ...(after !== undefined && { cursor: after }) };
      return asAnswered(services, () =>
        spec.list(services, {
          caller: principal as Caller,
          params: params as z.output<Params>,
          filter: filter as z.output<z.ZodObject<Filter>>,
          page,
        }),
      );
    },
  };
}
