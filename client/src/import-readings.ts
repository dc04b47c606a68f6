import type { components } from './openapi.ts';
import { ProblemError, type ProblemDetails } from './problem-error.ts';

/** What became of one block of an import, or of rows that make none. */
export type ImportReceipt = components['schemas']['ImportReadingsAnswer'];

export interface ImportRequest {
  /** CSV or Green Button. */
  readonly file: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly contentType: 'text/csv' | 'application/xml';
  /** `point/<id>` or `device/<id>`, of a Green Button document. */
  readonly subject?: string;
  /** Default: a new one. */
  readonly idempotencyKey?: string;
}

/**
 * Imports readings, and gives the receipts as they come. What is cut off may be sent again as it is.
 *
 * @throws ProblemError when the gateway refuses the file; whatever `fetch` throws for a lost connection
 */
export async function* importOf(
  { url, token }: { readonly url: string; readonly token: string },
  { file, contentType, subject, idempotencyKey = crypto.randomUUID() }: ImportRequest,
): AsyncGenerator<ImportReceipt> {
  const query = subject === undefined ? '' : `?subject=${encodeURIComponent(subject)}`;
  const answer = await fetch(`${url.replace(/\/+$/, '')}/v1/readings/imports${query}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': contentType,
      'Idempotency-Key': idempotencyKey,
    },
    body: file,
    ...(file instanceof ReadableStream && { duplex: 'half' }),
  });
  if (!answer.ok) throw new ProblemError((await answer.json()) as ProblemDetails);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as ImportReceipt;
  }
}
