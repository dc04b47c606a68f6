import type { Response } from 'express';
import { z } from 'zod';
import type { Principal } from '../authentication/principal.ts';
import type { RouteScope } from '../authentication/scope.ts';
import type { Code } from '../problem/code.ts';
import type { SubmitBatch } from '../services/bulk-batch.ts';
import type { Services } from '../services/services.ts';

/** Who may send a request: anyone, enrolled identities, or these and meters. */
export type Access = 'anyone' | 'caller' | 'principal';

export const JSON_CONTENT = 'application/json';
export const CSV_CONTENT = 'text/csv';
export const XML_CONTENT = 'application/xml';
export const BYTES_CONTENT = 'application/octet-stream';
export const LINES_CONTENT = 'application/x-ndjson';
export const EVENT_STREAM_CONTENT = 'text/event-stream';

/** The same content as NDJSON in any number, an item a line, each answered by a line with its verdict. */
export interface LinesBody {
  readonly item: z.ZodType;
  readonly verdict: z.ZodType;
  readonly maxLineBytes: number;
  /** @throws the problem of a sender none of whose items would be taken */
  readonly open: (services: Services, principal: Principal) => Promise<SubmitBatch>;
}

/** What a POST carries. */
export interface RequestBody {
  /** Absent for what comes as a stream only. */
  readonly json?: z.ZodType;
  /** Media types that the handler reads itself, as a stream of bytes, with what they hold. */
  readonly streams?: Readonly<Record<string, string>>;
  /** The same content as bytes; absent when only JSON is taken. The handler gets a Uint8Array. */
  readonly bytes?: string;
  readonly lines?: LinesBody;
  /** Default: {@link DEFAULT_BODY_BYTES}. */
  readonly maxBytes?: number;
}

export const DEFAULT_BODY_BYTES = 100_000;

/** A request, authenticated and parsed by the endpoint's schemas. */
export interface Received {
  readonly principal: Principal | null;
  readonly params: unknown;
  readonly query: unknown;
  /** Of the headers that the endpoint names; undefined when it names none. */
  readonly headers: unknown;
  readonly body: unknown;
  /** The client would rather have CSV than JSON, and the endpoint has both. */
  readonly acceptsCsv: boolean;
  /** Empty for a GET. */
  readonly idempotencyKey: string;
}

/** Written at once as JSON, or bit by bit by `stream`, which resolves when everything is written. */
export type Reply = JsonReply | StreamReply;

interface StreamReply {
  readonly status: number;
  readonly stream: (response: Response) => Promise<void>;
}

export interface JsonReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log. */
  readonly operation?: { readonly id: string; readonly transactionIds: readonly string[] };
}

export interface Answer {
  readonly description: string;
  readonly schema: z.ZodType;
  /** Media type; default JSON. */
  readonly content?: string;
  /** Comes as CSV as well. */
  readonly csv?: boolean;
}

/** One method of one path: what routing, documentation and clients are made of. */
export interface Endpoint {
  readonly operationId: string;
  readonly method: 'get' | 'post';
  /** With parameters as `{name}`; below `/v1`. */
  readonly path: `/${string}`;
  /** Name of a parameter that may hold slashes, the last one of the path. */
  readonly slashes?: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** One of which a token must have; without any it must have `commonwatt`, which covers all. */
  readonly scopes?: readonly RouteScope[];
  /** False for what can be answered while the read model is being built; default true. */
  readonly needsReadModel?: boolean;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** Headers that it reads, under the names that the document gives them. */
  readonly headers?: z.ZodObject;
  readonly body: RequestBody | null;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes of its problems, besides those that every endpoint has. */
  readonly codes: readonly Code[];
  readonly respond: (services: Services, received: Received) => Promise<Reply>;
}

/** What every kind of endpoint is described by. */
export interface Description {
  readonly operationId: string;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly codes?: readonly Code[];
}

export const NOTHING = z.strictObject({});
export type Nothing = typeof NOTHING;
