export type { BulkRequest, Items } from './bulk.ts';
export { CommonwattClient, type ClientOptions } from './client.ts';
export type { EventsRequest, LedgerEvent } from './event-stream.ts';
export { Horizon } from './horizon.ts';
export type { ImportReceipt, ImportRequest } from './import-readings.ts';
export type { components, paths } from './openapi.ts';
export { ProblemError, Unanswered, type Code, type ProblemDetails } from './problem-error.ts';
export type {
  Accepted,
  BulkItem,
  BulkPath,
  BulkVerdict,
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
  Question,
  Resource,
  Sparse,
} from './shapes.ts';
export { OwnKey } from './own-keys/own-key.ts';
export { SigningClient, type Expectation, type SigningOptions } from './own-keys/signing-client.ts';
export { NotMeant, type SignedStatement } from './own-keys/verify.ts';
export { Unreadable } from './own-keys/protobuf.ts';
