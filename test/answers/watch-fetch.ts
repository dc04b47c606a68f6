/** What `fetch` was asked, and answered in JSON. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string;
  readonly body: Buffer;
  readonly status: number;
  /** Of the answer. */
  readonly headers: Headers;
  readonly answer: unknown;
}

const JSON_TYPE = /^application\/(problem\+)?json\b/;

/** Shows every such exchange of this process from now on; whoever sent it gets its answer as before. */
export function watchFetch(onExchange: (exchange: Exchange) => void): void {
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input.clone() : undefined;
    const response = await send(input, init);
    if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) return response;
    const copy = response.clone();
    const seen = async (): Promise<void> => {
      const body = Buffer.from((await request?.arrayBuffer()) ?? new ArrayBuffer());
      const answer: unknown = await copy.json();
      const contentType = request?.headers.get('content-type') ?? '';
      const { status, headers, url } = response;
      const method = request?.method ?? init?.method ?? 'GET';
      onExchange({
        method: method.toUpperCase(),
        url: new URL(url),
        contentType,
        body,
        status,
        headers,
        answer,
      });
    };
    // Cut off on the way, or no body to an answer of a HEAD: whoever sent it meets that as well.
    seen().catch(() => undefined);
    return response;
  };
}
