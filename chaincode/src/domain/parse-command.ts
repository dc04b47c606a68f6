import type { z } from 'zod';
import { DomainError } from './error-code';

/** Largest command, in bytes of JSON. */
export const MAX_COMMAND_BYTES = 100_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The command in a transaction's argument.
 * @param argument JSON in UTF-8; undefined, the empty command
 * @throws DomainError COMMAND_TOO_LARGE, COMMAND_MALFORMED with the first broken rule and where it is broken
 */
export function parseCommand<Command extends z.ZodType>(
  schema: Command,
  argument: Uint8Array | undefined,
): z.output<Command> {
  if (argument !== undefined && argument.length > MAX_COMMAND_BYTES) {
    throw new DomainError('COMMAND_TOO_LARGE', `at most ${MAX_COMMAND_BYTES} bytes`);
  }
  const parsed = schema.safeParse(argument === undefined ? {} : parseJson(argument));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DomainError('COMMAND_MALFORMED', issue === undefined ? 'invalid' : describe(issue));
}

function parseJson(argument: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(argument));
  } catch {
    // The engine's message may differ between versions; the code and this text do not.
    throw new DomainError('COMMAND_MALFORMED', 'not JSON in UTF-8');
  }
}

type Issue = z.core.$ZodIssue;

/** Path and rule, in words of our own: they must not change with the library's messages. */
function describe(issue: Issue): string {
  const path = issue.path.length === 0 ? 'command' : issue.path.map(String).join('.');
  return `${path}: ${rule(issue)}`;
}

function rule(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'too_small':
      return `must be at least ${issue.minimum.toString()}`;
    case 'too_big':
      return `must be at most ${issue.maximum.toString()}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return 'has an unknown field';
    case 'invalid_union':
      return 'is of no known kind';
    case 'custom':
      return issue.message;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'has the wrong format';
  }
}
