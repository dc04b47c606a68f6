/** One page of a list; `next` is the cursor of the following one, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageRequest {
  /** 1 to MAX_PAGE. */
  readonly limit: number;
  readonly cursor?: string;
  /** Field to sort by, one that the list has an index for; default: the first appearance on the ledger. */
  readonly by?: string;
  /** Default: descending, which is newest first. */
  readonly order?: 'asc' | 'desc';
}

export const MAX_PAGE = 500;

/** What a list has, read page by page: no more than one is in memory. */
export async function* everyItem<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  request: Omit<PageRequest, 'cursor'>,
): AsyncGenerator<Item> {
  let page = await list(request);
  for (;;) {
    yield* page.items;
    if (page.next === null) return;
    page = await list({ ...request, cursor: page.next });
  }
}

/** The cursor was not made by this list. */
export class CursorInvalid extends Error {
  constructor() {
    super('the cursor was not made by this list');
    this.name = 'CursorInvalid';
  }
}
