import { mspId, enrolmentId, organisationKind } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { oidcIssuers } from './authentication/oidc-settings.ts';
import { COMMAND_LIMITS } from './fabric/ledger-commands.ts';
import { TRAFFIC_LIMITS } from './traffic/limits.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const file = z.string().min(1);
const positive = z.coerce.number().int().min(1);

const environment = z.object({
  GATEWAY_ORGANISATION: mspId.describe("MSP id of the gateway's organisation"),
  GATEWAY_ORGANISATION_KIND: organisationKind.describe('What the organisation is'),
  GATEWAY_HOST: z.string().min(1).default('localhost').describe('Host name or address to listen on'),
  GATEWAY_PORT: port.describe('Port to listen on'),
  GATEWAY_CHANNEL: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,248}$/)
    .describe('Channel of the consortium'),
  GATEWAY_CHAINCODE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
    .describe('Name of the chaincode on the channel'),
  GATEWAY_PEER_ENDPOINT: z
    .string()
    .regex(/^[^:/\s]+:[0-9]{1,5}$/, 'must be host:port')
    .describe("host:port of the organisation's peer"),
  GATEWAY_PEER_TLS_ROOT: file.describe(
    "File with the TLS CA certificate that the peer's certificate comes from",
  ),
  GATEWAY_WALLET_DIR: file.describe('Folder of the identities: <enrolment id>/{cert.pem,key.pem}'),
  GATEWAY_WALLET_SECRET_FILE: file.describe(
    "File with the secret, of 16 characters at least, that the wallet's keys are sealed with",
  ),
  GATEWAY_ENROLMENT_ID: enrolmentId.default('gateway').describe("Enrolment id of the gateway's own identity"),
  GATEWAY_CA_URL: z.url({ protocol: /^https$/ }).describe("Address of the organisation's Fabric CA"),
  GATEWAY_CA_NAME: z.string().min(1).describe('Name of the identity CA on that server'),
  GATEWAY_CA_TLS_ROOT: file.describe("File with the certificate that the CA server's certificate comes from"),
  GATEWAY_CA_REGISTRAR_DIR: file.describe(
    'Folder with {cert.pem,key.pem} of the identity that registers members',
  ),
  GATEWAY_TOKEN_KEY: file.describe('File with the private key (PKCS#8, PEM) that signs bearer tokens'),
  GATEWAY_OIDC_ISSUERS: oidcIssuers
    .optional()
    .describe('JSON list of the issuers whose tokens are taken besides those of the own key'),
  GATEWAY_DATA_DIR: file.describe(
    "Folder for the gateway's data; the embedded database lies in its folder `database`",
  ),
  GATEWAY_WEBHOOKS_PRIVATE: z
    .enum(['false', 'true'])
    .default('false')
    .describe('Whether webhooks may lead to private addresses, and by http to the own machine'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL server to use instead of the embedded database'),
  GATEWAY_RATE_LIMIT: positive
    .default(TRAFFIC_LIMITS.requestsPerMinute)
    .describe('Requests of one account in a minute, at most'),
  GATEWAY_PENDING_COMMANDS: positive
    .default(COMMAND_LIMITS.pending)
    .describe('Commands not finished, at most'),
  GATEWAY_PENDING_COMMANDS_PER_ACCOUNT: positive
    .default(COMMAND_LIMITS.pendingPerAccount)
    .describe('Commands of one account not finished, at most'),
  GATEWAY_EVENT_LOOP_DELAY_MS: positive
    .default(TRAFFIC_LIMITS.eventLoopDelayMs)
    .describe('Requests are refused while the event loop is later on average, milliseconds'),
  GATEWAY_HEAP_PERCENT: positive
    .max(100)
    .default(TRAFFIC_LIMITS.heapPercent)
    .describe("Requests are refused while more of Node's heap limit is used, buffers included"),
  GATEWAY_OPERATION_RETENTION_DAYS: positive
    .default(90)
    .describe('Operations that ended longer ago are forgotten, days'),
});

export type Configuration = ReturnType<typeof readConfiguration>;

/** The environment does not describe a gateway; the message names each variable and what is wrong with it. */
export class ConfigurationInvalid extends Error {
  constructor(problems: readonly string[]) {
    super(`the environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigurationInvalid';
  }
}

/**
 * The gateway's settings from its environment; the table in docs/gateway.md lists the variables.
 *
 * @throws ConfigurationInvalid
 */
export function readConfiguration(variables: Readonly<Record<string, string | undefined>>) {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    throw new ConfigurationInvalid(
      parsed.error.issues.map((issue) => {
        const name = issue.path.join('.');
        return variables[String(issue.path[0])] === undefined
          ? `${name} is not set`
          : `${name}: ${issue.message}`;
      }),
    );
  }
  const env = parsed.data;
  return {
    organisation: { mspId: env.GATEWAY_ORGANISATION, kind: env.GATEWAY_ORGANISATION_KIND },
    listen: { host: env.GATEWAY_HOST, port: env.GATEWAY_PORT },
    channel: env.GATEWAY_CHANNEL,
    chaincode: env.GATEWAY_CHAINCODE,
    peer: { endpoint: env.GATEWAY_PEER_ENDPOINT, tlsRootFile: env.GATEWAY_PEER_TLS_ROOT },
    wallet: {
      directory: env.GATEWAY_WALLET_DIR,
      secretFile: env.GATEWAY_WALLET_SECRET_FILE,
      ownEnrolmentId: env.GATEWAY_ENROLMENT_ID,
    },
    ca: {
      url: env.GATEWAY_CA_URL,
      name: env.GATEWAY_CA_NAME,
      tlsRootFile: env.GATEWAY_CA_TLS_ROOT,
      registrarDirectory: env.GATEWAY_CA_REGISTRAR_DIR,
    },
    tokenKeyFile: env.GATEWAY_TOKEN_KEY,
    oidcIssuers: env.GATEWAY_OIDC_ISSUERS ?? [],
    dataDirectory: env.GATEWAY_DATA_DIR,
    webhooksToPrivateAddresses: env.GATEWAY_WEBHOOKS_PRIVATE === 'true',
    databaseUrl: env.DATABASE_URL,
    commandLimits: {
      pending: env.GATEWAY_PENDING_COMMANDS,
      pendingPerAccount: env.GATEWAY_PENDING_COMMANDS_PER_ACCOUNT,
    },
    trafficLimits: {
      requestsPerMinute: env.GATEWAY_RATE_LIMIT,
      pendingCommands: env.GATEWAY_PENDING_COMMANDS,
      eventLoopDelayMs: env.GATEWAY_EVENT_LOOP_DELAY_MS,
      heapPercent: env.GATEWAY_HEAP_PERCENT,
    },
    operationRetentionDays: env.GATEWAY_OPERATION_RETENTION_DAYS,
  } as const;
}

/** Name, meaning and default of every variable, for the documentation and its test. */
export function describeConfiguration(): {
  name: string;
  meaning: string;
  required: boolean;
  fallback?: string;
}[] {
  return Object.entries(environment.shape).map(([name, schema]) => {
    const fallback = schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : undefined;
    return {
      name,
      meaning: schema.description ?? '',
      required: !schema.safeParse(undefined).success,
      ...(fallback === undefined ? {} : { fallback }),
    };
  });
}
