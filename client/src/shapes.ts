import type { components, paths } from './openapi.ts';

type Json<Content> = Content extends { content: { 'application/json': infer Value } } ? Value : never;
type Answer<Operation, Status extends number> = Operation extends { responses: Record<Status, infer Content> }
  ? Json<Content>
  : never;
type InPath<Operation> = Operation extends { parameters: { path: infer Values extends object } }
  ? Values
  : never;
type InQuery<Operation> = Operation extends { parameters: { query?: infer Values } }
  ? Exclude<Values, undefined>
  : never;

/** Paths that have the method. */
export type PathsOf<Method extends 'get' | 'post'> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, { responses: object }> ? Path : never;
}[keyof paths];

type Get<Path extends PathsOf<'get'>> = paths[Path]['get'];
type Post<Path extends PathsOf<'post'>> = paths[Path]['post'];

/** What a GET answers. */
export type Resource<Path extends PathsOf<'get'>> = Answer<Get<Path>, 200>;

/** Lists: what one of their items is. */
export type ListPath = {
  [Path in PathsOf<'get'>]: [Resource<Path>] extends [{ items: unknown[]; next: string | null }]
    ? [Resource<Path>] extends [never]
      ? never
      : Path
    : never;
}[PathsOf<'get'>];
export type Item<Path extends ListPath> =
  Resource<Path> extends { items: (infer Value)[]; next: string | null } ? Value : never;

/** Commands: paths whose POST answers an operation. */
export type CommandPath = {
  [Path in PathsOf<'post'>]: [Accepted<Path>] extends [never] ? never : Path;
}[PathsOf<'post'>];
/** The committed operation that a command ends with. */
export type Committed<Path extends CommandPath> = WithResult<Exclude<Answer<Post<Path>, 200>, Dry>>;
/** What a command would do if it came now. */
export type DryRun<Path extends CommandPath> = Extract<Answer<Post<Path>, 200>, Dry>;
/** The operation as it was accepted. */
export type Accepted<Path extends PathsOf<'post'>> = Exclude<Answer<Post<Path>, 202>, Question>;
/** What one who keeps its key has to sign before peers are asked in its name. */
export type Question = components['schemas']['Question'];

type Dry = { changes: unknown } | { dryRuns: unknown };

/** A committed operation has a result. */
type WithResult<Operation> = Operation extends { result: infer Result }
  ? Omit<Operation, 'result'> & { result: Exclude<Result, null> }
  : Operation;

/** What a POST that starts no command answers. */
export type Created<Path extends PathsOf<'post'>> = Answer<Post<Path>, 201>;

type PathParameters<Operation> =
  InPath<Operation> extends never ? { path?: never } : { path: InPath<Operation> };

export type GetRequest<Path extends PathsOf<'get'>> = PathParameters<Get<Path>> & {
  query?: Omit<InQuery<Get<Path>>, 'min-block' | 'fields'>;
};

/** Asks for some fields only, for instance `['id', 'scheme.version']`. */
export interface FieldChoice {
  readonly fields: readonly string[];
}
/** Whatever fields were chosen. */
export type Sparse<Value> = Value extends readonly (infer Item)[]
  ? Sparse<Item>[]
  : Value extends object
    ? { [Key in keyof Value]?: Sparse<Value[Key]> }
    : Value;

type Lines<Content> = Content extends { content: { 'application/x-ndjson': infer Value } } ? Value : never;

/** Paths whose POST takes items in any number, one a line. */
export type BulkPath = {
  [Path in PathsOf<'post'>]: BulkItem<Path> extends never ? never : Path;
}[PathsOf<'post'>];
export type BulkItem<Path extends PathsOf<'post'>> =
  Post<Path> extends { requestBody: infer Content } ? Lines<Content> : never;
/** What became of one item. */
export type BulkVerdict<Path extends PathsOf<'post'>> =
  Post<Path> extends { responses: { 200: infer Content } } ? Lines<Content> : never;

type Body<Operation> = Operation extends { requestBody?: infer Content } ? Json<NonNullable<Content>> : never;

export type PostRequest<Path extends PathsOf<'post'>> = PathParameters<Post<Path>> & {
  body: Body<Post<Path>>;
  /** Default: a new one for each call. The same key with the same request does nothing twice. */
  idempotencyKey?: string;
};
