import { accountId, assetId, issuance, issueResult, mspId, requestId } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { dryRunEach } from '../services/dry-run.ts';
import { issueAll, issueAllRequest } from '../services/issue-all.ts';
import { issue, issueRequest } from '../services/issue.ts';
import type { Operation } from '../services/services.ts';
import { submit } from '../services/submit.ts';
import { command, COMMAND_CODES, commandQuery, type CommandQuery } from './command.ts';
import { NOTHING, type Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { answerOperations, operationListAnswers } from './operation-list.ts';
import { read } from './read.ts';
import { schemeKey } from './scheme-key.ts';

const tag = 'Certificates';
const codes = [
  'NOT_FOUND',
  'STATE_CONFLICT',
  'SCHEME_INELIGIBLE',
  'CURSOR_MOVED',
  'READINGS_MISSING',
  'REPORTING_WINDOW_MISSED',
] as const;

export const issuances: readonly Endpoint[] = [
  list({
    operationId: 'listIssuances',
    path: '/issuances',
    tag,
    summary: 'Issuances: readings that became certificates',
    filter: {
      owner: accountId.optional(),
      organisation: mspId.optional(),
      scheme: schemeKey.optional(),
      device: several(assetId),
    },
    item: issuance,
    list: ({ ledger }, { filter, page }) => ledger.readModel.issuances.list(filter, page),
  }),
  read({
    operationId: 'getIssuance',
    path: '/issuances/{id}',
    tag,
    summary: 'One issuance',
    params: z.strictObject({ id: requestId }),
    answer: issuance,
    read: ({ ledger }, _caller, request) => ledger.readModel.issuances.find(request.params.id),
  }),
  command({
    operationId: 'issue',
    path: '/issuances',
    tag,
    scope: 'manage',
    summary: "Issue certificates of a device's readings (manager, registrar)",
    description:
      'From where the last issuance ended to the last reading, but at most 62 blocks. The certificates belong to the owner of the device; what is left below a whole unit is carried. Without new readings: READINGS_MISSING.',
    body: issueRequest,
    method: 'certificates:issue',
    codes,
    submission: (services, caller, { body, idempotencyKey }) => issue(services, caller, idempotencyKey, body),
  }),
  {
    operationId: 'issueAll',
    method: 'post',
    path: '/issuance-runs',
    tag,
    summary: 'Issue for many devices (manager)',
    description:
      'An operation for each device; those without new readings fail with READINGS_MISSING. A dry run takes at most a hundred devices.',
    access: 'caller',
    scopes: ['manage'],
    params: NOTHING,
    query: commandQuery,
    body: { json: issueAllRequest },
    answers: operationListAnswers(issueResult),
    codes: [...COMMAND_CODES, ...codes],
    respond: async (services, { principal, query, body, idempotencyKey }) => {
      const request = body as z.output<typeof issueAllRequest>;
      const caller = principal as Caller;
      const submissions = await issueAll(services, caller, idempotencyKey, request);
      const { dryRun, ...waiting } = query as CommandQuery;
      if (dryRun) return { status: 200, body: { dryRuns: await dryRunEach(services, caller, submissions) } };
      const operations: Operation[] = [];
      for (const submission of submissions) operations.push(await submit(services, caller, submission));
      return answerOperations(services, operations, waiting);
    },
  },
];
