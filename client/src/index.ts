export { CommonwattClient, type ClientOptions } from './client.ts';
export type { EventsRequest, LedgerEvent } from './event-stream.ts';
export { Horizon } from './horizon.ts';
export type { components, paths } from './openapi.ts';
export { ProblemError, Unanswered, type Code, type ProblemDetails } from './problem-error.ts';
export type {
  Accepted,
  CommandPath,
  Committed,
  Created,
  DryRun,
  FieldChoice,
  GetRequest,
  Item,
  ListPath,
  PathsOf,
  PostRequest,
  Resource,
  Sparse,
} from './shapes.ts';
