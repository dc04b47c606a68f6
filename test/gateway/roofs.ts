import type { CommonwattClient } from '@commonwatt/client';
import { encodeSubmission, type SchemeTerms, type SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { INTERVAL_SEC, MeteredRoof, type TestMeter } from '../chaincode/contracts/metered-roof.ts';
import type { MemoryConsortium } from './memory-consortium.ts';
import { CHANNEL } from './read-model/block-builder.ts';

export const SCHEME = { id: 'REC', version: 1 };
export const UNIT_WH = 1000;
const DAY_SEC = 86_400;
const HOURS = 24;
const EVIDENCE = 'e'.repeat(43);

/** The scheme of the tests: certificates of 1 kWh, retired for `compliance`. */
const TERMS: SchemeTerms = {
  ...SCHEME,
  name: 'Renewable energy certificate',
  aliases: [],
  unitWh: UNIT_WH,
  sources: ['solar'],
  regions: ['valley'],
  expirySec: null,
  reportingWindowSec: 30 * DAY_SEC,
  retirementPurposes: ['compliance'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 0 },
};

/** Enters the scheme of the tests, or one that differs from it. */
export async function enterScheme(
  consortium: MemoryConsortium,
  different: Partial<SchemeTerms> = {},
): Promise<void> {
  const registrar = await consortium.regulator.client('registrar');
  const manager = await consortium.riverside.client('manager');
  const scheme = { ...TERMS, ...different };
  const proposed = await registrar.command('/v1/proposals', {
    body: { subject: { kind: 'scheme', scheme }, evidenceHash: EVIDENCE },
  });
  await manager.command('/v1/proposals/{id}/confirmations', { path: { id: proposed.result.id }, body: {} });
}

/** Money for an account, by treasurer and registrar. */
export async function mint(consortium: MemoryConsortium, account: string, amount: string): Promise<void> {
  const treasurer = await consortium.utility.client('treasurer');
  const registrar = await consortium.regulator.client('registrar');
  const subject = { kind: 'mint', account, amount } as const;
  const proposed = await treasurer.command('/v1/proposals', { body: { subject, evidenceHash: EVIDENCE } });
  await registrar.command('/v1/proposals/{id}/confirmations', { path: { id: proposed.result.id }, body: {} });
}

/** Account ids of new members of Riverside. */
export async function newMembers({ riverside }: MemoryConsortium, count: number): Promise<string[]> {
  const manager = await riverside.client('manager');
  const members = Array.from({ length: count }, () => ({ kind: 'prosumer' as const }));
  const { result } = await manager.command('/v1/members', { body: { members } });
  return result.verdicts.map(({ id }) => id);
}

export function enrolmentIdOf(account: string): string {
  return account.slice(account.indexOf('/') + 1);
}

/** A roof of a member of Riverside, submitted, confirmed and approved with its connection point. */
export async function approvedRoof(
  consortium: MemoryConsortium,
  owner: string,
  name: string,
): Promise<MeteredRoof> {
  const roof = new MeteredRoof(owner, name);
  const manager = await consortium.riverside.client('manager');
  const operator = await consortium.utility.client('grid-operator');
  const registrar = await consortium.regulator.client('registrar');
  const points = { body: { points: [roof.pointSubmission(CHANNEL) as never] } };
  const devices = { body: { devices: [roof.deviceSubmission(CHANNEL) as never] } };
  await manager.command('/v1/connection-points', points);
  await operator.command('/v1/connection-points/confirmations', { body: { ids: [roof.point] } });
  await registrar.command('/v1/connection-points/approvals', { body: { ids: [roof.point] } });
  await manager.command('/v1/devices', devices);
  await operator.command('/v1/devices/confirmations', { body: { ids: [roof.device] } });
  await registrar.command('/v1/devices/approvals', { body: { ids: [roof.device] } });
  return roof;
}

/** The last whole day, on the grid of the meter's intervals. */
function yesterday(): number {
  return Math.floor(Date.now() / 1000 / DAY_SEC - 1) * DAY_SEC;
}

/** A signed day of a roof: so much in each hour. */
export function signedDay(
  { deviceMeter }: Pick<MeteredRoof, 'deviceMeter'>,
  wh: number,
  start: number = yesterday(),
): ReturnType<TestMeter['signNext']> {
  const generation = {
    register: 'generation',
    values: new Array<number>(HOURS).fill(wh),
    estimated: [],
  } as const;
  return deviceMeter.signNext(CHANNEL, { start, intervalSec: INTERVAL_SEC, registers: [generation] });
}

export function deliver(client: CommonwattClient, ...blocks: readonly SignedProfileBlock[]) {
  return client.deliverReadings(encodeSubmission(blocks));
}

/** The JSON form of a block. */
export function asJson({ body, signature }: SignedProfileBlock): { body: string; signature: string } {
  return {
    body: Buffer.from(body).toString('base64url'),
    signature: Buffer.from(signature).toString('base64url'),
  };
}
