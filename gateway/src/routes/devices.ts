import {
  accountId,
  assetId,
  cursor,
  device,
  head,
  mspId,
  submitDevicesCommand,
  text,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { requireVisible } from '../services/visibility.ts';
import { directCommand } from './command.ts';
import type { Endpoint } from './endpoint.ts';
import { subjectHead } from './heads.ts';
import { list, several } from './list.ts';
import { read } from './read.ts';
import { transitions } from './registrations.ts';

const tag = 'Devices';
const params = z.strictObject({ id: assetId });
/** A hundred devices with their proofs. */
const MAX_BYTES = 100_000;

export const devices: readonly Endpoint[] = [
  list({
    operationId: 'listDevices',
    path: '/devices',
    tag,
    summary: 'Devices',
    filter: {
      owner: accountId.optional(),
      organisation: mspId.optional(),
      point: assetId.optional(),
      source: several(device.shape.source),
      region: text.optional(),
      status: several(device.shape.status),
    },
    item: device,
    list: ({ ledger }, { filter, page }) => ledger.readModel.devices.list(filter, page),
  }),
  read({
    operationId: 'getDevice',
    path: '/devices/{id}',
    tag,
    summary: 'One device',
    params,
    answer: device,
    read: ({ ledger }, _caller, request) => ledger.readModel.devices.find(request.params.id),
  }),
  subjectHead({
    kind: 'device',
    operationId: 'getDeviceHead',
    path: '/devices/{id}/head',
    tag,
    answer: head,
  }),
  read({
    operationId: 'getDeviceCursor',
    path: '/devices/{id}/cursor',
    tag,
    summary: 'How far a device has been certified, and what is carried',
    params,
    answer: cursor,
    codes: ['NOT_AUTHORISED'],
    read: async ({ ledger: { readModel } }, caller, request) => {
      const found = await readModel.devices.find(request.params.id);
      if (found !== undefined) requireVisible(caller, 'readings', [found.owner]);
      return readModel.cursors.find(request.params.id);
    },
  }),
  directCommand({
    operationId: 'submitDevices',
    path: '/devices',
    tag,
    scope: 'manage',
    summary: 'Submit devices (manager)',
    body: submitDevicesCommand,
    maxBytes: MAX_BYTES,
    lines: { item: submitDevicesCommand.shape.devices.element, body: (devices) => ({ devices }) },
    method: 'devices:submit',
    command: ({ body }) => body,
  }),
  ...transitions({ tag, path: '/devices', plural: 'Devices', contract: 'devices' }),
];
