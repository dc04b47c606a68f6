import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaClient } from '../../../fabric-ca-client/index.ts';
import { ApiKeys } from '../authentication/api-keys.ts';
import { Credentials } from '../authentication/credentials.ts';
import { OidcIssuer } from '../authentication/oidc-issuer.ts';
import { Authentication } from '../authentication/principal.ts';
import { Tokens } from '../authentication/token.ts';
import type { Configuration } from '../configuration.ts';
import type { LedgerAccess } from '../ledger-access.ts';
import { Admission, BULK_REQUESTS, EVENT_STREAMS } from './admission.ts';
import { CollectorKeys } from './collector-keys.ts';
import { MemberEnrolment } from './member-enrolment.ts';
import { Portfolio } from './portfolio.ts';
import { Pseudonyms } from './pseudonym.ts';
import { Purse } from './purse.ts';
import { Questions } from './questions.ts';
import { Readiness } from './readiness.ts';
import { ReadingsIntake } from './readings-intake.ts';
import type { Clock, Services } from './services.ts';
import { WebhookSecrets } from './webhooks.ts';

const MS_PER_SECOND = 1000;

/** Assembles what use cases work with. */
export function createServices(configuration: Configuration, ledger: LedgerAccess): Services {
  const { channel, organisation, ca, tokenKeyFile } = configuration;
  const tokenKey = readFileSync(tokenKeyFile, 'utf8');
  const tokens = new Tokens(tokenKey, organisation.mspId);
  const caClient = new CaClient({
    url: ca.url,
    caName: ca.name,
    tlsRoot: readFileSync(ca.tlsRootFile, 'utf8'),
  });
  const registrar = {
    certificate: readFileSync(join(ca.registrarDirectory, 'cert.pem'), 'utf8'),
    key: readFileSync(join(ca.registrarDirectory, 'key.pem'), 'utf8'),
  };
  const credentials = new Credentials({
    tokens,
    apiKeys: new ApiKeys(ledger.apiKeys),
    issuers: new Map(
      configuration.oidcIssuers.map((settings) => [settings.issuer, new OidcIssuer(settings)]),
    ),
  });
  const { wallet, commands, self } = ledger;
  const clock: Clock = () => Math.floor(Date.now() / MS_PER_SECOND);
  return {
    channel,
    organisation,
    ledger,
    tokens,
    authentication: new Authentication(credentials, wallet, organisation.mspId),
    purse: new Purse(ledger),
    portfolio: new Portfolio(ledger, clock),
    intake: new ReadingsIntake(commands, self, channel),
    enrolment: new MemberEnrolment(caClient, registrar, wallet),
    pseudonyms: new Pseudonyms(tokenKey),
    questions: new Questions(),
    readiness: new Readiness(ledger, clock),
    eventStreams: new Admission(EVENT_STREAMS),
    bulkRequests: new Admission(BULK_REQUESTS),
    collectorKeys: new CollectorKeys(tokenKey),
    webhooks: {
      table: ledger.webhooks,
      secrets: new WebhookSecrets(tokenKey),
      allowPrivate: configuration.webhooksToPrivateAddresses,
    },
    clock,
  };
}
