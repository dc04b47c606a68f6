import {
  assetId,
  connectionPoint,
  head,
  mspId,
  accountId,
  submitPointsCommand,
  text,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { directCommand } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { subjectHead } from './heads.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';
import { transitions } from './registrations.ts';

const tag = 'Connection points';
const params = z.strictObject({ id: assetId });
/** A hundred points with their proofs. */
const MAX_BYTES = 100_000;

export const connectionPoints: readonly Endpoint[] = [
  list({
    operationId: 'listConnectionPoints',
    path: '/connection-points',
    tag,
    summary: 'Connection points',
    filter: {
      owner: accountId.optional(),
      organisation: mspId.optional(),
      feeder: text.optional(),
      status: several(connectionPoint.shape.status),
    },
    item: connectionPoint,
    list: ({ ledger }, { filter, page }) => ledger.readModel.points.list(filter, page),
  }),
  read({
    operationId: 'getConnectionPoint',
    path: '/connection-points/{id}',
    tag,
    summary: 'One connection point',
    params,
    answer: connectionPoint,
    read: ({ ledger }, _caller, request) => ledger.readModel.points.find(request.params.id),
  }),
  subjectHead({
    kind: 'point',
    operationId: 'getConnectionPointHead',
    path: '/connection-points/{id}/head',
    tag,
    answer: head,
  }),
  directCommand({
    operationId: 'submitConnectionPoints',
    path: '/connection-points',
    tag,
    scope: 'manage',
    summary: 'Submit connection points (manager)',
    body: submitPointsCommand,
    maxBytes: MAX_BYTES,
    lines: { item: submitPointsCommand.shape.points.element, body: (points) => ({ points }) },
    method: 'points:submit',
    command: ({ body }) => body,
  }),
  ...transitions({ tag, path: '/connection-points', plural: 'ConnectionPoints', contract: 'points' }),
];
