import { z } from 'zod';
import { type Counterparties, requireActive, requireOrganisationsActive } from '../account/counterparty';
import { type Decision, done } from '../decision';
import type { ConnectionPoint } from '../connection-point/connection-point';
import type { Device } from '../device/device';
import { DomainError } from '../error-code';
import { assetId, idempotencyKey, parseAccountId, requestId } from '../identifier';
import type { Caller } from '../identity/admit';
import { defineMethod } from '../method';
import type { Consortium } from '../organisation/organisation';
import type { Request } from '../request';
import { type Scheme, schemeRef } from '../scheme/scheme';
import { type Cursor, type Issuance, position } from './batch';
import {
  type AcceptedBody,
  isBefore,
  nextPosition,
  requireReportedInTime,
  sequencesIn,
  usedBlocks,
} from './issue-blocks';
import { productionRegister, requireCarryOf, requireEligible } from './issue-eligibility';
import { energyIntervals } from './issue-intervals';
import { issueChanges } from './issue-records';
import { fillUnits } from './issue-units';

/** Most profile blocks that one command uses. */
export const MAX_ISSUE_BLOCKS = 62;

export const issueCommand = z
  .strictObject({ idempotencyKey, device: assetId, scheme: schemeRef, from: position, to: position })
  .refine(({ from, to }) => isBefore(from, to), 'to must be after from')
  .refine(
    (range) => sequencesIn(range).count <= MAX_ISSUE_BLOCKS,
    `must use at most ${MAX_ISSUE_BLOCKS} blocks`,
  );
export type IssueCommand = z.infer<typeof issueCommand>;

export const issueResult = z.strictObject({
  id: requestId,
  units: z.int().min(0),
  batches: z.int().min(0).describe('The batches are `<id>.0`, `<id>.1`, ...'),
});
export type IssueResult = z.infer<typeof issueResult>;

/** Makes certificates of a device's readings. */
export const issueCertificates = defineMethod({
  name: 'certificates:issue',
  kind: 'submit',
  roles: ['gateway', 'manager', 'registrar'],
  command: issueCommand,
  result: issueResult,
  intent: ({ device, scheme }) => ({ device, scheme }),
});

export interface IssueRecords {
  readonly consortium: Consortium;
  readonly device: Device | undefined;
  /** The device's. */
  readonly point: ConnectionPoint | undefined;
  /** The device's. */
  readonly owner: Counterparties;
  readonly scheme: Scheme | undefined;
  readonly cursor: Cursor | undefined;
  /** Blocks of the production register's subject, one for each of `sequencesIn(command)`. */
  readonly blocks: readonly (AcceptedBody | undefined)[];
}

/** The cursor of a device of which nothing was issued. */
export function firstCursor(device: string): Cursor {
  return { v: 1, device, sequence: 1, index: 0, scheme: null, carry: [] };
}

export function issueResultOf({ id, units, batches }: Issuance): IssueResult {
  return { id, units, batches: batches.length };
}

/**
 * Certifies the energy from the cursor up to `to`: whole units become batches in the hands of the device's owner, the
 * rest is carried.
 * @throws DomainError NOT_FOUND, ORGANISATION_SUSPENDED, NOT_AUTHORISED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED,
 * STATE_CONFLICT, SCHEME_INELIGIBLE, CURSOR_MOVED, READINGS_MISSING, REPORTING_WINDOW_MISSED, COMMAND_TOO_LARGE
 */
export function decideIssueCertificates(
  channel: string,
  caller: Caller,
  request: Request,
  command: IssueCommand,
  records: IssueRecords,
): Decision<IssueResult> {
  const device = requireDevice(command, records.device);
  requireOrganisationsActive([device.owner], records.consortium);
  requireOwn(device, caller);
  requireActive(records.owner, records.consortium);
  const scheme = requireScheme(command, records.scheme);
  requireApproved(device, records.point);
  const cursor = records.cursor ?? firstCursor(device.id);
  requireEligible(device, scheme);
  requireCarryOf(cursor, scheme);
  requireAtCursor(command, cursor);
  const blocks = usedBlocks(channel, command, records.blocks);
  requireReportedInTime(blocks, scheme);
  const intervals = energyIntervals(blocks, productionRegister(device).register);
  const filled = fillUnits(device.id, scheme.unitWh, cursor.carry, intervals);
  const to = nextPosition(blocks, command.to);
  const { issuance, changes } = issueChanges(request, {
    device,
    scheme,
    cursor,
    intervals,
    filled,
    to,
  });
  return done(issueResultOf(issuance), changes);
}

function requireDevice({ device: id }: IssueCommand, device: Device | undefined): Device {
  if (device === undefined) throw new DomainError('NOT_FOUND', `device ${id}`);
  return device;
}

function requireOwn({ id, owner }: Device, { role, mspId }: Caller): void {
  if (role !== 'registrar' && parseAccountId(owner).mspId !== mspId) {
    throw new DomainError('NOT_AUTHORISED', `device ${id} belongs to another organisation`);
  }
}

/** Neither a device nor the connection point that it stands behind may be suspended or retired. */
function requireApproved(device: Device, point: ConnectionPoint | undefined): void {
  if (device.status !== 'approved') throw new DomainError('STATE_CONFLICT', `the device is ${device.status}`);
  if (point?.status !== 'approved')
    throw new DomainError('STATE_CONFLICT', `connection point ${device.point} is not approved`);
}

function requireScheme({ scheme: { id, version } }: IssueCommand, scheme: Scheme | undefined): Scheme {
  if (scheme === undefined) throw new DomainError('NOT_FOUND', `scheme ${id}/${version}`);
  return scheme;
}

function requireAtCursor({ from }: IssueCommand, { sequence, index }: Cursor): void {
  if (from.sequence !== sequence || from.index !== index) {
    throw new DomainError('CURSOR_MOVED', `it is at ${sequence}/${index}`);
  }
}
