import assert from 'node:assert/strict';
import { before, it } from 'mocha';
import type { OpenApiDocument } from '../malformed-requests/json-schema.ts';
import { codeOf, type Party } from '../party.ts';
import { listFilters, type Filter, type FilterValue } from './list-filters.ts';
import type { Stage } from './stage.ts';

/** Most items of a page. */
const LARGEST_PAGE = 500;
const PAGES = 3;
/** Values that each filter is tried with. */
const VALUES = 3;
/** Parameters that every list has. */
const PAGING = ['after', 'limit', 'sort', 'fields', 'min-block'];

type AnyItem = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, FilterValue | readonly FilterValue[]>>;

/** Lists: each item once whatever the size of the pages, and every filter. */
export function lists(stage: Stage, document: () => OpenApiDocument): void {
  let auditor: Party;
  let sellers: ReadonlyMap<string, string>;
  before(async () => {
    auditor = stage.market.offices.auditor;
    const offers = await auditor.list('/v1/offers', { query: { limit: LARGEST_PAGE } });
    sellers = new Map(offers.map(({ id, seller }) => [id, seller]));
  });

  const parametersOf = (path: string) =>
    (document().paths[path]?.get?.parameters ?? []).filter((parameter) => parameter.in === 'query');

  /** Filters differ from path to path; which they are, the document says. */
  const list = (path: string, query: Query) =>
    auditor.list(path as '/v1/offers', { query }) as Promise<readonly AnyItem[]>;

  const filtersByPath = listFilters((offer) => sellers.get(offer)) as unknown as Readonly<
    Record<string, Readonly<Record<string, Filter<AnyItem>>>>
  >;

  it('are all of the lists of the document', () => {
    const listed = Object.entries(document().paths).flatMap(([path, { get }]) =>
      get?.parameters?.some(({ name }) => name === 'limit') === true ? [path] : [],
    );
    assert.deepEqual(listed.sort(), Object.keys(filtersByPath).sort());
  });

  for (const [path, filters] of Object.entries(filtersByPath)) {
    it(`${path}: every item once, and by every filter`, async () => {
      const parameters = parametersOf(path).filter(({ name }) => !PAGING.includes(name));
      const known = parameters.map(({ name }) => name);
      assert.deepEqual(Object.keys(filters).sort(), known.sort());

      const all = await list(path, { limit: LARGEST_PAGE });
      assert.ok(all.length >= 2, `${all.length} items`);
      const limit = Math.min(LARGEST_PAGE, Math.ceil(all.length / PAGES));
      assert.deepEqual(await list(path, { limit }), all, 'other pages');
      const [field = ''] = Object.keys(all[0] ?? {});
      const sparse = await list(path, { limit: LARGEST_PAGE, fields: field });
      assert.deepEqual(
        sparse,
        all.map((item) => ({ [field]: item[field] })),
        `${field} only`,
      );
      const orders = sortsOf(parametersOf(path));
      const turned = orders.default.startsWith('-') ? orders.default.slice(1) : `-${orders.default}`;
      assert.deepEqual(await list(path, { limit, sort: turned }), all.toReversed(), 'from the other end');
      for (const sort of orders.enum) {
        const sorted = await list(path, { limit, sort });
        assert.deepEqual(sorted.map(asText).sort(), all.map(asText).sort(), `every item once by ${sort}`);
        const values = sorted.map((item) => Number(item[sort.replace('-', '')]));
        if (values.some(Number.isNaN)) continue;
        const ascending = sort.startsWith('-') ? values.toReversed() : values;
        assert.deepEqual(
          ascending,
          ascending.toSorted((a, b) => a - b),
          `in the order of ${sort}`,
        );
      }

      for (const [name, { valuesOf, matches = includes(valuesOf) }] of Object.entries(filters)) {
        const values = [...new Set(all.flatMap(valuesOf))].slice(0, VALUES);
        const expected = values.map((value) => all.filter((item) => matches(item, value)));
        const showsWhatItDoes =
          expected.some(({ length }) => length > 0) && expected.some(({ length }) => length < all.length);
        assert.ok(showsWhatItDoes, `${name} was tried with ${values.join(', ')} only`);
        for (const [index, value] of values.entries())
          assert.deepEqual(
            await list(path, { [name]: value, limit: LARGEST_PAGE }),
            expected[index],
            `${name}=${value}`,
          );
        const isSeveral = parameters.some((parameter) => parameter.name === name && takesSeveral(parameter));
        if (isSeveral)
          assert.deepEqual(
            await list(path, { [name]: values, limit: LARGEST_PAGE }),
            all.filter((item) => values.some((value) => matches(item, value))),
            `${name}=${values.join(', ')}`,
          );
      }
    });
  }

  it('do not take the cursor of another list, or of the other order', async () => {
    const { next } = await auditor.get('/v1/transactions', { query: { limit: 1 } });
    const after = next ?? assert.fail('there is one transaction only');
    assert.equal(await codeOf(auditor.get('/v1/offers', { query: { after } })), 'CURSOR_INVALID');
    const turned = auditor.get('/v1/transactions', { query: { after, sort: 'position' } });
    assert.equal(await codeOf(turned), 'CURSOR_INVALID');
  });
}

function asText(item: AnyItem): string {
  return JSON.stringify(item);
}

function sortsOf(parameters: readonly { readonly name: string; readonly schema: object }[]) {
  const sort = parameters.find(({ name }) => name === 'sort') ?? assert.fail('it cannot be sorted');
  return sort.schema as { readonly enum: readonly string[]; readonly default: string };
}

function includes(valuesOf: Filter<AnyItem>['valuesOf']): (item: AnyItem, value: FilterValue) => boolean {
  return (item, value) => valuesOf(item).includes(value);
}

function takesSeveral({ schema }: { readonly schema: object }): boolean {
  return 'type' in schema && schema.type === 'array';
}
