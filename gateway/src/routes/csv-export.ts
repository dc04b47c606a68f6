import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { Problem } from '../problem/problem.ts';
import type { Page, Services } from '../services/services.ts';
import { BLOCK_HEADER } from './block-header.ts';
import { header, record, type Column } from './csv.ts';
import { CSV_CONTENT, type Reply } from './endpoint.ts';
import { CACHING } from './entity-tag.ts';

/** Items that are in memory at a time: few, because a reader may be slow and a profile block is large. */
export const EXPORT_PAGE = 100;
/** A reader that takes nothing for so long is cut off. */
const STALLED_MS = 60_000;

type PageAt = (cursor: string | undefined, limit: number) => Promise<Page<unknown>>;

/**
 * Answers a whole list as CSV: page by page, each read when the one before is written. The first one is read at once,
 * so that what is wrong with the request makes a problem; what fails later cuts the answer off.
 */
export async function exportCsv(
  { ledger: { projection } }: Services,
  name: string,
  columns: readonly Column[],
  { after, pageAt }: { readonly after: string | undefined; readonly pageAt: PageAt },
): Promise<Reply> {
  const block = projection.blockNumber;
  const first = await pageAt(after, EXPORT_PAGE);
  async function* lines(): AsyncGenerator<string> {
    yield header(columns);
    for (let page = first; ;) {
      yield page.items.map((item) => record(columns, item)).join('');
      if (page.next === null) return;
      page = await pageAt(page.next, EXPORT_PAGE);
      // Else the list would seem to end where a read model that is being built anew has come to.
      if (projection.catchingUp) throw new Problem('UNAVAILABLE', 'the read model is being built anew');
    }
  }
  return {
    status: 200,
    stream: async (response: Response) => {
      response.status(200).set({
        ...CACHING,
        'Content-Type': `${CSV_CONTENT}; charset=utf-8; header=present`,
        'Content-Disposition': `attachment; filename="${name}.csv"`,
        [BLOCK_HEADER]: String(block),
      });
      response.setTimeout(STALLED_MS, () => response.destroy());
      await writeAll(lines(), response);
    },
  };
}

/** A client that goes away ends the export, and is no failure. */
async function writeAll(lines: AsyncGenerator<string>, response: Response): Promise<void> {
  try {
    await pipeline(lines, response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
