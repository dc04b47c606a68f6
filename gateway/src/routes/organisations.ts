import {
  enterOrganisationCommand,
  mspId,
  organisation,
  organisationKind,
  organisationStandingCommand,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { findOrganisation, listOrganisations } from '../services/organisations.ts';
import { directCommand } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';

const tag = 'Organisations';
const params = z.strictObject({ mspId });
const reason = organisationStandingCommand.pick({ reason: true });

export const organisations: readonly Endpoint[] = [
  list({
    operationId: 'listOrganisations',
    path: '/organisations',
    tag,
    summary: 'Organisations of the consortium',
    filter: { kind: several(organisationKind), status: organisation.shape.status.optional() },
    item: organisation,
    list: ({ ledger }, { filter, page }) => listOrganisations(ledger.readModel, filter, page),
  }),
  read({
    operationId: 'getOrganisation',
    path: '/organisations/{mspId}',
    tag,
    summary: 'One organisation',
    params,
    answer: organisation,
    read: ({ ledger }, _caller, request) => findOrganisation(ledger.readModel, request.params.mspId),
  }),
  directCommand({
    operationId: 'enterOrganisation',
    path: '/organisations',
    tag,
    scope: 'manage',
    summary: 'Enter a co-operative (registrar)',
    body: enterOrganisationCommand,
    method: 'organisations:enter',
    codes: ['ORGANISATION_KIND_FIXED', 'STATE_CONFLICT'],
    command: ({ body }) => body,
  }),
  directCommand({
    operationId: 'suspendOrganisation',
    path: '/organisations/{mspId}/suspensions',
    tag,
    scope: 'manage',
    summary: 'Suspend an organisation (registrar)',
    params,
    body: reason,
    method: 'organisations:suspend',
    codes: ['NOT_FOUND', 'ORGANISATION_KIND_FIXED', 'STATE_CONFLICT'],
    command: (request) => ({ mspId: request.params.mspId, reason: request.body.reason }),
  }),
  directCommand({
    operationId: 'reinstateOrganisation',
    path: '/organisations/{mspId}/reinstatements',
    tag,
    scope: 'manage',
    summary: 'Reinstate an organisation (registrar)',
    params,
    body: reason,
    method: 'organisations:reinstate',
    codes: ['NOT_FOUND', 'ORGANISATION_KIND_FIXED', 'STATE_CONFLICT'],
    command: (request) => ({ mspId: request.params.mspId, reason: request.body.reason }),
  }),
];
