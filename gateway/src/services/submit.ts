import { commandHashOf, METHODS, type MethodDescription } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import type { Prepared } from '../fabric/command.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { Operation } from '../fabric/operation.ts';
import { inFreshView } from './fresh-view.ts';
import type { Services } from './services.ts';

export interface Submission {
  /** `<contract>:<transaction>`. */
  readonly method: MethodName;
  readonly idempotencyKey: string;
  /** What the client asked for; under the same key it must be the same. */
  readonly request: unknown;
  /** Does what the command needs outside the ledger; a dry run leaves it out. It may be called again. */
  readonly provide?: () => Promise<void>;
  /** Builds the command of the ledger; it is called again when what it picked is no longer there. It changes nothing. */
  readonly prepare: () => Promise<Prepared>;
}

export type MethodName = (typeof METHODS)[number]['name'];

const METHOD_BY_NAME = new Map<string, MethodDescription>(METHODS.map((method) => [method.name, method]));

export function methodNamed(name: MethodName): MethodDescription {
  const method = METHOD_BY_NAME.get(name);
  if (method === undefined) throw new RangeError(`no method ${name}`);
  return method;
}

/**
 * Starts a command in the caller's name and answers its operation.
 *
 * @throws BusinessError NOT_AUTHORISED for a role that never may, EXISTS_WITH_DIFFERENT_CONTENT for a key used otherwise
 * @throws Unavailable
 */
export function submit(services: Services, caller: Caller, submission: Submission): Promise<Operation> {
  const { method, idempotencyKey, request, provide, prepare } = submission;
  requireRole(caller, method);
  return services.ledger.commands.execute({
    identity: caller.identity,
    method,
    idempotencyKey,
    requestHash: commandHashOf(services.channel, method, request),
    prepare: async () => {
      await provide?.();
      return inFreshView(services.ledger.projection, prepare);
    },
  });
}

/** @throws BusinessError NOT_AUTHORISED for a role that never may */
export function requireRole({ role }: Caller, method: MethodName): void {
  if (!methodNamed(method).roles.includes(role)) {
    throw new BusinessError('NOT_AUTHORISED', `${role} may not call ${method}`);
  }
}

/** The arguments of a method that takes a command. */
export function argumentsOf(command: object): Prepared['args'] {
  return [JSON.stringify(command)];
}

/** Prepares a command that names all it needs. */
export function fixed(command: object): () => Promise<Prepared> {
  return () => Promise.resolve({ args: argumentsOf(command) });
}
