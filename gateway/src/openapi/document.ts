import type { z } from 'zod';
import { MAX_BLOCK_NUMBER, MIN_BLOCK_HEADER, MIN_BLOCK_QUERY } from '../routes/block-header.ts';
import {
  BYTES_CONTENT,
  CSV_CONTENT,
  EVENT_STREAM_CONTENT,
  JSON_CONTENT,
  LINES_CONTENT,
  NOTHING,
  type Endpoint,
} from '../routes/endpoint.ts';
import { operationView } from '../routes/operation-view.ts';
import { ComponentSchemas, type JsonSchema } from './component-schemas.ts';
import { recordedExamples, type Example, type Examples } from './examples.ts';
import { headerComponents, headersOf } from './headers.ts';
import { problemResponses } from './problem-responses.ts';
import { SCHEMA_NAMES } from './schema-names.ts';
import { TAGS } from './tags.ts';

const VERSION = '1.0.0';

/** The OpenAPI 3.1 document of these endpoints; the same endpoints give the same document. */
export function openApiDocument(endpoints: readonly Endpoint[], examples: Examples = recordedExamples()) {
  const schemas = new ComponentSchemas(SCHEMA_NAMES);
  for (const { operationId, params, query, headers } of endpoints) {
    schemas.enterParameters(params, pathParametersOf(operationId));
    schemas.enterParameters(query, queryParametersOf(operationId));
    if (headers !== undefined) schemas.enterParameters(headers, headerParametersOf(operationId));
  }
  const operations = endpoints.map(
    (endpoint) => [endpoint, describe(endpoint, schemas, examples[endpoint.operationId])] as const,
  );
  const { components, parameters } = schemas.generate();
  const paths: Record<string, Record<string, object>> = {};
  for (const [endpoint, operation] of operations) {
    const path = (paths[`/v1${endpoint.path}`] ??= {});
    path[endpoint.method] = { ...operation, parameters: parametersOf(endpoint, parameters) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Commonwatt gateway',
      version: VERSION,
      description:
        'Renewable energy certificates and their trade on a consortium ledger. Energy is in Wh, power in W, prices in millionths of the currency per kWh, money in billionths of the currency as decimal strings, time in epoch seconds, periods half-open.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The gateway that this document comes from' }],
    security: [{ bearer: [] }],
    tags: Object.entries(TAGS).map(([name, text]) => ({ name, description: text })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: BEARER_DESCRIPTION },
      },
      headers: headerComponents(paths),
      schemas: components,
    },
  };
}

function describe(endpoint: Endpoint, schemas: ComponentSchemas, example: Example | undefined) {
  const { operationId, tag, summary, description } = endpoint;
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    security: securityOf(endpoint),
    ...requestBodyOf(endpoint, schemas, example),
    responses: {
      ...answersOf(endpoint, schemas, example),
      ...notModified(endpoint),
      ...problemResponses(endpoint, schemas),
    },
  };
}

/** A token of one of the scopes opens it. */
function securityOf({ access, scopes = [] }: Endpoint): object[] {
  return access === 'anyone' ? [] : ['commonwatt', ...scopes].map((scope) => ({ bearer: [scope] }));
}

function requestBodyOf(
  { operationId, body }: Endpoint,
  schemas: ComponentSchemas,
  example: Example | undefined,
): object {
  if (body === null) return {};
  const json = body.json && {
    [JSON_CONTENT]: {
      schema: schemas.refer(body.json, `${capital(operationId)}Request`),
      ...(example?.request !== undefined && { example: example.request }),
    },
  };
  const streams = Object.fromEntries(
    Object.entries(body.streams ?? {}).map(([type, description]) => [
      type,
      { schema: { type: 'string', description } },
    ]),
  );
  const bytes = body.bytes !== undefined && {
    [BYTES_CONTENT]: {
      schema: { type: 'string', format: 'binary', minLength: 1, description: body.bytes },
    },
  };
  const lines = body.lines && {
    [LINES_CONTENT]: {
      schema: {
        ...schemas.refer(body.lines.item, `${capital(operationId)}Line`),
        description: LINES_DESCRIPTION,
      },
    },
  };
  // What has no fields that must be there may be left out altogether.
  const required = body.json?.safeParse({}).success !== true;
  return { requestBody: { required, content: { ...json, ...bytes, ...lines, ...streams } } };
}

function answersOf(
  endpoint: Endpoint,
  schemas: ComponentSchemas,
  example: Example | undefined,
): Record<string, object> {
  const { operationId, answers, body } = endpoint;
  const lines = body?.lines && {
    [LINES_CONTENT]: {
      schema: {
        ...schemas.refer(body.lines.verdict, `${capital(operationId)}Verdict`),
        description: VERDICTS_DESCRIPTION,
      },
    },
  };
  const entries = Object.entries(answers).map(([status, answer]) => {
    const { description, schema, content = JSON_CONTENT, csv = false } = answer;
    const suffix = Object.keys(answers).length > 1 && status === '200' ? 'Committed' : 'Answer';
    const reference = schemas.refer(schema, `${capital(operationId)}${suffix}`);
    // One operation of its own, which may be waited for.
    const isOperation = schema === operationView && status === '202' && 200 in answers;
    const headers = headersOf({
      always: [
        'RequestId',
        'RateLimit',
        'RateLimitPolicy',
        ...(isConditional(endpoint) ? (['EntityTag'] as const) : []),
        ...(isOperation ? (['Location'] as const) : []),
      ],
      sometimes: ['Block'],
    });
    const recorded = example?.responses[status];
    const media = {
      [content]: {
        schema: content === EVENT_STREAM_CONTENT ? eventStreamOf(reference) : reference,
        ...(recorded !== undefined && { example: recorded }),
      },
      ...(csv && { [CSV_CONTENT]: { schema: { type: 'string', description: CSV_DESCRIPTION } } }),
      ...(status === '200' && lines),
    };
    return [status, { description, headers, content: media }] as const;
  });
  return Object.fromEntries(entries);
}

/** As OpenAPI 3.2 says it: each event is one of these. A comment with the newest id is an event without data. */
function eventStreamOf(reference: object): JsonSchema {
  const data = { type: 'string', contentMediaType: JSON_CONTENT, contentSchema: reference };
  return { type: 'object', properties: { id: { type: 'string' }, data }, required: ['id'] };
}

const CSV_DESCRIPTION =
  'The whole list (RFC 4180): a column for each field, under its path with dots; lists as JSON; an apostrophe before what a spreadsheet would take for a formula';

const BEARER_DESCRIPTION =
  "A JWT whose subject is an enrolment id of the gateway's organisation, or a meter of it; or an API key (`cwk_...`). Each operation names the scopes of which it takes one; `commonwatt` covers all";

const LINES_DESCRIPTION =
  'Each line is JSON of this schema, in any number. Read the answer while sending: no lines are taken while 800 are unanswered. The same lines under the same Idempotency-Key get the same verdicts';
const VERDICTS_DESCRIPTION = 'Each line is JSON of this schema: a verdict for each line, in order';

/** What has an entity tag: whatever is got as JSON. */
function isConditional({ method, answers }: Endpoint): boolean {
  return method === 'get' && answers[200]?.content === undefined;
}

function notModified(endpoint: Endpoint): object {
  if (!isConditional(endpoint)) return {};
  const headers = headersOf({ always: ['RequestId', 'EntityTag'], sometimes: ['Block'] });
  return { 304: { description: 'The same as the client has: `If-None-Match` holds its `ETag`', headers } };
}

const IF_NONE_MATCH = {
  in: 'header',
  name: 'If-None-Match',
  required: false,
  description: '`ETag` of the answer that the client has',
  schema: { type: 'string' },
};

function parametersOf(endpoint: Endpoint, schemas: Map<string, JsonSchema>): object[] {
  const { operationId, method, params, query, headers = NOTHING, access } = endpoint;
  const key = { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,80}$' };
  return [
    ...ofShape('path', params, schemas.get(pathParametersOf(operationId))),
    ...ofShape('query', query, schemas.get(queryParametersOf(operationId))),
    ...ofShape('header', headers, schemas.get(headerParametersOf(operationId))),
    ...(access === 'anyone' ? [] : MIN_BLOCK_PARAMETERS),
    ...(isConditional(endpoint) ? [IF_NONE_MATCH] : []),
    ...(method === 'post'
      ? [
          {
            in: 'header',
            name: 'Idempotency-Key',
            required: true,
            description: 'Chosen by the client; sent again with the same request it does nothing twice',
            schema: key,
          },
        ]
      : []),
  ];
}

const block = { type: 'integer', minimum: 0, maximum: MAX_BLOCK_NUMBER };
const MIN_BLOCK_PARAMETERS = [
  {
    in: 'query',
    name: MIN_BLOCK_QUERY,
    required: false,
    description: 'Wait until this gateway has read the ledger up to this block',
    schema: block,
  },
  {
    in: 'header',
    name: MIN_BLOCK_HEADER,
    required: false,
    description: 'The same as `min-block`',
    schema: block,
  },
];

function ofShape(
  place: 'path' | 'query' | 'header',
  shape: z.ZodObject,
  schema: JsonSchema | undefined,
): object[] {
  const properties = (schema?.properties ?? {}) as Record<string, JsonSchema>;
  const required = (schema?.required ?? []) as string[];
  return Object.keys(shape.shape).map((name) => {
    const { description, explode, ...rest } = properties[name] ?? {};
    return {
      in: place,
      name,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      ...(explode !== undefined && { explode }),
      schema: rest,
    };
  });
}

function pathParametersOf(operationId: string): string {
  return `${operationId}-path`;
}

function queryParametersOf(operationId: string): string {
  return `${operationId}-query`;
}

function headerParametersOf(operationId: string): string {
  return `${operationId}-headers`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
