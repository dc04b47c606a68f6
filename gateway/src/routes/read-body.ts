import express, { type Request, type RequestHandler, type Response } from 'express';
import { Problem } from '../problem/problem.ts';
import { BYTES_CONTENT, DEFAULT_BODY_BYTES, JSON_CONTENT, type RequestBody } from './endpoint.ts';

/** Reads bodies of one endpoint: bytes, or parsed JSON; no body is the empty object. */
export type BodyReader = (request: Request, response: Response) => Promise<unknown>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** @throws from the reader: Problem CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED; body-parser's error for BODY_TOO_LARGE */
export function bodyReader({ bytes, maxBytes = DEFAULT_BODY_BYTES }: RequestBody): BodyReader {
  const readRaw: RequestHandler = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  return async (request, response) => {
    const content = contentTypeOf(request, bytes !== undefined);
    await new Promise<void>((resolve, reject) => {
      readRaw(request, response, (error: unknown) => (error instanceof Error ? reject(error) : resolve()));
    });
    // Without a body the parser leaves none.
    const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
    if (content === BYTES_CONTENT) return body;
    return body.length === 0 ? {} : parseJson(body);
  };
}

function contentTypeOf(request: Request, takesBytes: boolean): string {
  if (!hasBody(request)) return JSON_CONTENT;
  const [type = '', ...parameters] = (request.get('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter));
  if (type === JSON_CONTENT && isUtf8) return type;
  if (type === BYTES_CONTENT && takesBytes && parameters.length === 0) return type;
  const taken = takesBytes ? `${JSON_CONTENT} or ${BYTES_CONTENT}` : JSON_CONTENT;
  throw new Problem('CONTENT_TYPE_UNSUPPORTED', `send ${taken}, in UTF-8`);
}

function hasBody(request: Request): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch (error) {
    throw new Problem('REQUEST_MALFORMED', 'body: not JSON in UTF-8', { cause: error });
  }
}
