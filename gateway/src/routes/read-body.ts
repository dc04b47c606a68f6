import { Readable } from 'node:stream';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { Problem } from '../problem/problem.ts';
import {
  BYTES_CONTENT,
  DEFAULT_BODY_BYTES,
  JSON_CONTENT,
  LINES_CONTENT,
  type RequestBody,
} from './endpoint.ts';

/** Reads bodies of one endpoint: bytes, or parsed JSON; no body is the empty object; what comes as a stream is yet to be read. */
export type BodyReader = (request: Request, response: Response) => Promise<unknown>;

/** Whether a body is a stream, not read yet. */
export function isStream(body: unknown): body is Readable {
  return body instanceof Readable;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** @throws from the reader: Problem CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED; body-parser's error for BODY_TOO_LARGE */
export function bodyReader({
  json,
  bytes,
  lines,
  streams = {},
  maxBytes = DEFAULT_BODY_BYTES,
}: RequestBody): BodyReader {
  const taken = Object.keys(streams);
  if (json !== undefined) taken.push(JSON_CONTENT);
  if (bytes !== undefined) taken.push(BYTES_CONTENT);
  if (lines !== undefined) taken.push(LINES_CONTENT);
  const readRaw: RequestHandler = express.raw({ type: () => true, limit: maxBytes, inflate: false });
  return async (request, response) => {
    const content = contentTypeOf(request, taken);
    if (content === LINES_CONTENT || content in streams) return uncompressed(request);
    await new Promise<void>((resolve, reject) => {
      readRaw(request, response, (error: unknown) => (error instanceof Error ? reject(error) : resolve()));
    });
    // Without a body the parser leaves none.
    const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
    if (content === BYTES_CONTENT) return body;
    return body.length === 0 ? {} : parseJson(body);
  };
}

function contentTypeOf(request: Request, taken: readonly string[]): string {
  if (!hasBody(request) && taken.includes(JSON_CONTENT)) return JSON_CONTENT;
  const [type = '', ...parameters] = (request.get('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter));
  const fits = type === BYTES_CONTENT ? parameters.length === 0 : isUtf8;
  if (taken.includes(type) && fits) return type;
  throw new Problem('CONTENT_TYPE_UNSUPPORTED', `send ${taken.join(' or ')}, in UTF-8`);
}

/** Like a body that is read here: a small one could be a large one. */
function uncompressed(request: Request): Request {
  if ((request.get('content-encoding') ?? 'identity').toLowerCase() === 'identity') return request;
  throw new Problem('CONTENT_TYPE_UNSUPPORTED', 'content encodings are not taken');
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
