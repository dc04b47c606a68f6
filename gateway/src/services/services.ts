import type { EpochSeconds, OrganisationKind } from '@commonwatt/chaincode/domain';
import type { Authentication } from '../authentication/principal.ts';
import type { Tokens } from '../authentication/token.ts';
import type { LedgerAccess } from '../ledger-access.ts';
import type { Admission } from './admission.ts';
import type { CollectorKeys } from './collector-keys.ts';
import type { MemberEnrolment } from './member-enrolment.ts';
import type { Portfolio } from './portfolio.ts';
import type { Pseudonyms } from './pseudonym.ts';
import type { Purse } from './purse.ts';
import type { Questions } from './questions.ts';
import type { Readiness } from './readiness.ts';
import type { ReadingsIntake } from './readings-intake.ts';
import type { WebhookParts } from './webhooks.ts';

// What use cases answer: routes know services only.
export type { Operation } from '../fabric/operation.ts';
export type { SignatureRequest } from '../fabric/signature-requests.ts';
export { MAX_PAGE, type Page, type PageRequest } from '../read-model/page.ts';

/** What use cases work with; one for each process, assembled in `create-services.ts`. */
export interface Services {
  readonly channel: string;
  readonly organisation: { readonly mspId: string; readonly kind: OrganisationKind };
  readonly ledger: LedgerAccess;
  readonly tokens: Tokens;
  readonly authentication: Authentication;
  readonly purse: Purse;
  readonly portfolio: Portfolio;
  readonly intake: ReadingsIntake;
  readonly enrolment: MemberEnrolment;
  readonly pseudonyms: Pseudonyms;
  readonly questions: Questions;
  readonly readiness: Readiness;
  readonly eventStreams: Admission;
  readonly bulkRequests: Admission;
  readonly collectorKeys: CollectorKeys;
  readonly webhooks: WebhookParts;
  readonly clock: Clock;
}

export type Clock = () => EpochSeconds;
