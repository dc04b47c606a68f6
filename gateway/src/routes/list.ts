import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { MAX_PAGE, type Page, type PageRequest, type Services } from '../services/services.ts';
import { asAnswered } from './as-answered.ts';
import { columnsOf } from './csv.ts';
import { exportCsv } from './csv-export.ts';
import { fieldTree } from './field-tree.ts';
import { fieldsQuery, pick, SPARSE, sparse } from './fields.ts';
import type { ReadOnly } from './read-only.ts';
import { NOTHING, type Description, type Endpoint, type Nothing } from './endpoint.ts';

const DEFAULT_PAGE = 100;
const MAX_CURSOR = 1000;

export const pageQuery = z.strictObject({
  after: z.string().min(1).max(MAX_CURSOR).optional().describe('Cursor `next` of the page before'),
  limit: z
    .int()
    .min(1)
    .max(MAX_PAGE)
    .default(DEFAULT_PAGE)
    .describe('Most items of a page; CSV has them all'),
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
  /** Fields to sort by besides the order in which items appeared on the ledger. */
  readonly sorts?: readonly string[];
  /** Default: newest on the ledger first. */
  readonly sortedBy?: string;
  /** The only field that the list can be sorted by, of items that do not lie on the ledger themselves. */
  readonly orderedBy?: string;
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

/** A GET of a list, in pages; or as a whole, in CSV. */
export function list<
  Filter extends z.ZodRawShape,
  Item extends z.ZodType,
  Params extends z.ZodObject = Nothing,
>(spec: List<Params, Filter, Item>): Endpoint {
  const next = z.string().nullable().describe('Cursor of the following page; null on the last one');
  const full = z.strictObject({ items: z.array(spec.item), next });
  const chosen = z.strictObject({ items: z.array(sparse(spec.item)), next }).describe(SPARSE);
  const sorting = z.strictObject({ sort: sortParameter(spec) });
  const fields = fieldsQuery(spec.item);
  const tree = fieldTree(spec.item);
  return {
    ...spec,
    method: 'get',
    access: 'caller',
    scopes: ['read'],
    params: spec.params ?? NOTHING,
    query: pageQuery.extend({ ...sorting.shape, ...fields.shape, ...spec.filter }),
    body: null,
    answers: {
      200: { description: 'A page of the list', schema: z.union([full, chosen]), csv: true },
    },
    codes: ['CURSOR_INVALID', ...(spec.codes ?? [])],
    respond: async (services, { principal, params, query, acceptsCsv }) => {
      const { after, limit, sort, fields: wanted, ...filter } = query as ListQuery<typeof fields>;
      const pageAt = (cursor: string | undefined, size: number) =>
        spec.list(services, {
          caller: principal as Caller,
          params: params as z.output<Params>,
          filter: filter as z.output<z.ZodObject<Filter>>,
          page: { limit: size, ...orderOf(sort), ...(cursor !== undefined && { cursor }) },
        });
      if (acceptsCsv)
        return exportCsv(services, spec.path.slice(1), columnsOf(tree, wanted), { after, pageAt });
      return asAnswered(services, async () => {
        const page = await pageAt(after, limit);
        return { items: pick(page.items, wanted), next: page.next };
      });
    },
  };
}

type ListQuery<Fields extends z.ZodType> = z.output<typeof pageQuery> &
  z.output<Fields> & { readonly sort: string };

function sortParameter({
  sorts = [],
  orderedBy,
  sortedBy = orderedBy ?? `-${POSITION}`,
}: Pick<List<never, never, never>, 'sorts' | 'orderedBy' | 'sortedBy'>) {
  const names = orderedBy === undefined ? [POSITION, ...sorts] : [orderedBy];
  return z
    .enum(names.flatMap((name) => [name, `-${name}`]))
    .default(sortedBy)
    .describe(
      orderedBy === undefined
        ? 'Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default'
        : 'Field to sort by, descending with `-`',
    );
}

/** First appearance on the ledger. */
const POSITION = 'position';

function orderOf(sort: string): { by: string; order: 'asc' | 'desc' } {
  return sort.startsWith('-') ? { by: sort.slice(1), order: 'desc' } : { by: sort, order: 'asc' };
}
