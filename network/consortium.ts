/** The consortium file: its schema, and how it is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';

/** Where the consortium is described unless a caller names another file. */
export const DEFAULT_CONSORTIUM_FILE = join(import.meta.dirname, 'consortium.yaml');

const MAX_PORT = 65535;
const port = z.int().min(1024).max(MAX_PORT);
const positive = z.int().min(1);
const organisationKind = z.enum(['regulator', 'utility', 'community']);

const ports = z.strictObject({
  gateway: port,
  peer: z.strictObject({ listen: port, operations: port, chaincode: port }),
  /** Absent for an organisation that takes no part in ordering. */
  orderer: z.strictObject({ listen: port, admin: port, operations: port }).optional(),
  ca: z.strictObject({ listen: port, operations: port }),
  chaincode: port,
});

const organisation = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Za-z0-9]{1,30}$/, 'must be a capital letter, then letters and digits'),
  mspId: z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{1,60}$/, 'must be letters, digits, dots and hyphens'),
  kind: organisationKind,
  host: z.string().min(1),
  ports,
  users: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens'),
      role: z.string().regex(/^[a-z][A-Za-z]{0,62}$/, 'must be letters, the first in lower case'),
    }),
  ),
});

const schema = z
  .strictObject({
    channel: z
      .string()
      .regex(/^[a-z][a-z0-9.-]{0,248}$/, 'must be lower-case letters, digits, dots and hyphens'),
    chaincode: z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/, 'must be lower-case letters, digits, _ and -'),
    policies: z.strictObject({ allOf: z.array(organisationKind).min(1), oneOf: organisationKind }),
    ordering: z.strictObject({
      type: z.enum(['bft', 'raft']),
      batch: z.strictObject({
        maxMessageCount: positive,
        absoluteMaxBytes: positive,
        preferredMaxBytes: positive,
        timeoutMs: positive,
      }),
      smartBft: z.strictObject({
        requestBatchMaxIntervalMs: positive,
        leaderHeartbeatTimeoutMs: positive,
        leaderHeartbeatCount: positive,
        viewChangeTimeoutMs: positive,
        viewChangeResendIntervalMs: positive,
        requestForwardTimeoutMs: positive,
        requestComplainTimeoutMs: positive,
        requestAutoRemoveTimeoutMs: positive,
        collectTimeoutMs: positive,
        requestPoolSize: positive,
        incomingMessageBufferSize: positive,
      }),
    }),
    organisations: z.array(organisation).min(1),
    feeders: z.array(z.strictObject({ name: z.string().min(1), file: z.string().min(1) })),
  })
  .superRefine((consortium, context) => {
    for (const problem of contradictions(consortium)) context.addIssue({ code: 'custom', message: problem });
  });

export type ConsortiumDefinition = z.infer<typeof schema>;
export type Organisation = z.infer<typeof organisation>;
export type OrganisationKind = z.infer<typeof organisationKind>;

/** The consortium file cannot be used; the message says which lines and why. */
export class InvalidConsortium extends OperatorError {
  override readonly name = 'InvalidConsortium';
}

/**
 * Reads and checks a consortium file.
 *
 * @param portOffset added to every port, so that two networks can run side by side
 * @throws InvalidConsortium
 */
export function loadConsortium(file: string = DEFAULT_CONSORTIUM_FILE, portOffset = 0): ConsortiumDefinition {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidConsortium(`${file} cannot be read: ${(error as Error).message}`);
  }
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new InvalidConsortium(`${file} is not YAML: ${(error as Error).message}`);
  }
  return parseConsortium(
    shiftPorts(parseConsortium(content, file), portOffset),
    `${file} with ports shifted by ${portOffset}`,
  );
}

/**
 * Checks a consortium that is already in memory.
 *
 * @param source what to call it in messages
 * @throws InvalidConsortium
 */
export function parseConsortium(content: unknown, source: string): ConsortiumDefinition {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `  ${pathText(path) || 'as a whole'}: ${message}`,
  );
  throw new InvalidConsortium(`${source} is not a valid consortium:\n${lines.join('\n')}`);
}

/** Every port that an organisation's nodes listen on, with the setting it comes from. */
export function portsOf({
  name,
  ports,
}: Pick<Organisation, 'name' | 'ports'>): { port: number; setting: string; node: string }[] {
  const organisation = name.toLowerCase();
  const list = (node: string, group: string, entries: Record<string, number>) =>
    Object.entries(entries).map(([key, value]) => ({
      port: value,
      node: `${node}.${organisation}`,
      setting: `${group}.${key}`,
    }));
  return [
    { port: ports.gateway, node: `gateway.${organisation}`, setting: 'gateway' },
    ...list('peer', 'peer', ports.peer),
    ...(ports.orderer ? list('orderer', 'orderer', ports.orderer) : []),
    ...list('ca', 'ca', ports.ca),
    { port: ports.chaincode, node: `chaincode.${organisation}`, setting: 'chaincode' },
  ];
}

function shiftPorts(consortium: ConsortiumDefinition, offset: number): ConsortiumDefinition {
  const shift = <T>(value: T): T =>
    (typeof value === 'number'
      ? value + offset
      : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, shift(inner)]))) as T;
  return {
    ...consortium,
    organisations: consortium.organisations.map((organisation) => ({
      ...organisation,
      ports: shift(organisation.ports),
    })),
  };
}

type Refined = Pick<z.infer<typeof schema>, 'organisations' | 'policies' | 'ordering'>;

/** What a schema of single fields cannot say. */
function contradictions({ organisations, policies, ordering }: Refined): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  const unique = (what: string, value: string | number, owner: string) => {
    const key = `${what} ${value}`;
    const other = seen.get(key);
    if (other !== undefined) problems.push(`${key} is used twice: by ${other} and by ${owner}`);
    seen.set(key, owner);
  };
  for (const organisation of organisations) {
    unique('name', organisation.name.toLowerCase(), `organisation ${organisation.name}`);
    unique('mspId', organisation.mspId, `organisation ${organisation.name}`);
    for (const { port, node, setting } of portsOf(organisation))
      unique('port', port, `${node} (ports.${setting})`);
    for (const { id } of organisation.users) {
      unique(`user of ${organisation.name}`, id, organisation.name);
      if (RESERVED_IDS.includes(id))
        problems.push(`user ${id} of ${organisation.name}: the id is reserved for a node or the operator`);
    }
  }
  for (const kind of [...policies.allOf, policies.oneOf]) {
    if (!organisations.some((organisation) => organisation.kind === kind)) {
      problems.push(`policies name the kind ${kind}, but no organisation is of that kind`);
    }
  }
  const orderers = organisations.filter(({ ports }) => ports.orderer).length;
  const fewest = ordering.type === 'bft' ? 4 : 1;
  if (orderers < fewest)
    problems.push(`${ordering.type} ordering needs at least ${fewest} ordering nodes, there are ${orderers}`);
  return problems;
}

/** Enrolment ids that every organisation has besides its users. */
const RESERVED_IDS = ['admin', 'gateway', 'peer', 'orderer', 'ca-admin', 'member-registrar'];

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
