import type {
  Account,
  Batch,
  Bid,
  Change,
  Coin,
  ConnectionPoint,
  Cursor,
  Device,
  Hold,
  Holding,
  Issuance,
  Offer,
  Organisation,
  Payment,
  Proposal,
  Retirement,
  Scheme,
  Trade,
  Transfer,
} from '@commonwatt/chaincode/domain';

export const ALICE = 'RiversideMSP/alice';
export const BOB = 'UtilityMSP/bob';
export const HASH = 'h'.repeat(43);
const AT = 1_700_000_000;
const METER = { serial: 'SN-1', publicKey: `A${'g'.repeat(1)}${'A'.repeat(42)}` };
const SCHEME = { id: 'REC', version: 1 };

/** Id of what a command created, made of one letter. */
export function request(letter: string): string {
  return letter.repeat(43);
}

export const organisation: Organisation = {
  mspId: 'RiversideMSP',
  name: 'Riverside',
  kind: 'community',
  status: 'active',
};
export const account: Account = { v: 1, id: ALICE, kind: 'prosumer', status: 'active', keyHash: null };
export const point: ConnectionPoint = {
  v: 1,
  id: 'point-1',
  owner: ALICE,
  feeder: 'F1',
  bus: 3,
  importLimitW: 10_000,
  exportLimitW: 10_000,
  meter: METER,
  devices: ['device-1'],
  status: 'approved',
  submittedBy: 'RiversideMSP/manager',
  commandHash: HASH,
};
export const device: Device = {
  v: 1,
  id: 'device-1',
  owner: ALICE,
  point: 'point-1',
  source: 'solar',
  technology: 'roof',
  capacityW: 8000,
  commissionedAt: AT,
  supportStatus: 'none',
  region: 'north',
  meter: METER,
  status: 'approved',
  submittedBy: 'RiversideMSP/manager',
  commandHash: HASH,
};
export const scheme: Scheme = {
  v: 1,
  ...SCHEME,
  name: 'REC',
  aliases: [],
  unitWh: 1000,
  sources: ['solar'],
  regions: ['north'],
  expirySec: null,
  reportingWindowSec: 86_400,
  retirementPurposes: ['compliance'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: {},
};
const segment = {
  device: 'device-1',
  from: { sequence: 1, index: 0 },
  to: { sequence: 1, index: 4 },
  wh: 4000,
  provisional: false,
  period: { start: AT, end: AT + 3600 },
  hash: HASH,
};
export const cursor: Cursor = {
  v: 1,
  device: 'device-1',
  sequence: 1,
  index: 4,
  scheme: SCHEME,
  carry: [segment],
};
export const issuance: Issuance = {
  v: 1,
  id: request('i'),
  device: 'device-1',
  owner: ALICE,
  scheme: SCHEME,
  from: { sequence: 1, index: 0 },
  to: { sequence: 1, index: 4 },
  energyWh: 4000,
  units: 4,
  carriedWh: 0,
  batches: [`${request('i')}.0`],
  at: AT,
  commandHash: HASH,
};
export const batch: Batch = {
  v: 1,
  id: `${request('i')}.0`,
  issuance: request('i'),
  scheme: SCHEME,
  unitWh: 1000,
  units: 4,
  segments: [segment],
  source: 'solar',
  technology: 'roof',
  commissionedAt: AT,
  supportStatus: 'none',
  region: 'north',
  emissionFactor: 0,
  issuingBody: 'Regulator',
  period: segment.period,
  vintage: '2023-11',
  expiresAt: null,
  provisional: false,
  owner: ALICE,
};
export const holding: Holding = {
  v: 1,
  batch: batch.id,
  start: 0,
  end: 4,
  owner: ALICE,
  scheme: SCHEME,
  unitWh: 1000,
  vintage: '2023-11',
  expiresAt: null,
  provisional: false,
  state: { kind: 'free' },
};
const pieces = [{ batch: batch.id, start: 0, units: 2 }];
export const transfer: Transfer = {
  v: 1,
  id: request('t'),
  from: ALICE,
  to: BOB,
  pieces,
  units: 2,
  at: AT,
  commandHash: HASH,
};
export const retirement: Retirement = {
  v: 1,
  id: request('r'),
  owner: BOB,
  scheme: SCHEME,
  pieces,
  units: 2,
  energyWh: 2000,
  purpose: 'compliance',
  beneficiary: { kind: 'account', account: ALICE },
  period: segment.period,
  at: AT,
  commandHash: HASH,
};
export const payment: Payment = {
  v: 1,
  id: request('p'),
  from: ALICE,
  inputs: [`${request('m')}.0`],
  outputs: [
    { account: BOB, amount: '5' },
    { account: ALICE, amount: '7' },
  ],
  at: AT,
  commandHash: HASH,
};
export const hold: Hold = {
  v: 1,
  id: request('H'),
  payer: ALICE,
  payee: BOB,
  amount: '5',
  expiresAt: AT + 60,
  status: 'open',
  at: AT,
  commandHash: HASH,
};
export const offer: Offer = {
  v: 1,
  id: request('o'),
  seller: ALICE,
  scheme: SCHEME,
  unitWh: 1000,
  pieces,
  offeredUnits: 2,
  price: 100,
  expiresAt: AT + 60,
  status: 'open',
  at: AT,
  commandHash: HASH,
};
export const bid: Bid = {
  v: 1,
  id: request('b'),
  offer: request('o'),
  buyer: BOB,
  units: 1,
  price: 90,
  amount: '90000',
  expiresAt: AT + 60,
  status: 'open',
  at: AT,
  commandHash: HASH,
};
export const trade: Trade = {
  v: 1,
  id: request('T'),
  offer: request('o'),
  seller: ALICE,
  buyer: BOB,
  scheme: SCHEME,
  pieces,
  units: 2,
  price: 100,
  amount: '200000',
  at: AT,
  commandHash: HASH,
};
export const proposal: Proposal = {
  v: 1,
  id: request('P'),
  subject: { kind: 'mint', account: ALICE, amount: '100' },
  evidenceHash: HASH,
  proposedBy: 'UtilityMSP/treasurer',
  status: 'open',
  at: AT,
  commandHash: HASH,
};

export function coin(
  id: string,
  owner: string,
  amount: string,
  state: Coin['state'] = { kind: 'free' },
): Coin {
  return { v: 1, id, owner, amount, state };
}

/** One change of every kind that brings a record. */
export const ONE_OF_EACH: readonly Change[] = [
  { type: 'organisation', value: organisation },
  { type: 'account', value: account },
  { type: 'point', value: point },
  { type: 'device', value: device },
  { type: 'scheme', value: scheme },
  { type: 'issuance', value: issuance },
  { type: 'cursor', value: cursor },
  { type: 'batch', value: batch },
  { type: 'holding', value: holding },
  { type: 'transfer', value: transfer },
  { type: 'retirement', value: retirement },
  { type: 'coin', value: coin(`${request('p')}.0`, BOB, '5') },
  { type: 'payment', value: payment },
  { type: 'hold', value: hold },
  { type: 'offer', value: offer },
  { type: 'bid', value: bid },
  { type: 'trade', value: trade },
  { type: 'proposal', value: proposal },
];
