import {
  anything,
  exactly,
  flag,
  list,
  money,
  natural,
  nullable,
  object,
  optional,
  tagged,
  text,
  type Read,
} from './reader.ts';

/** The records of the market as docs/ledger.md describes them, written down once more for this audit alone. */

const v = exactly(1);
const period = object({ start: natural, end: natural });
const subject = object({ kind: exactly('point', 'device'), id: text });
const schemeRef = object({ id: text, version: natural });
const position = object({ sequence: natural, index: natural });
const piece = object({ batch: text, start: natural, units: natural });
const pieces = list(piece);
const meter = object({ serial: text, publicKey: text, attestedBy: optional(text) });

const registration = {
  status: exactly('submitted', 'confirmed', 'approved', 'suspended', 'rejected', 'retired'),
  submittedBy: text,
  confirmedBy: optional(text),
  approvedBy: optional(text),
  suspendedBy: optional(text),
  reason: optional(text),
  evidenceHash: optional(text),
  commandHash: text,
};

const segment = object({
  device: text,
  from: position,
  to: position,
  wh: natural,
  provisional: flag,
  period,
  hash: text,
});

const schemeTerms = {
  id: text,
  version: natural,
  name: text,
  aliases: list(text),
  unitWh: natural,
  sources: list(text),
  regions: list(text),
  expirySec: nullable(natural),
  reportingWindowSec: natural,
  retirementPurposes: list(text),
  beneficiaryRequired: flag,
  issuingBody: text,
  emissionFactors: anything,
};

const created = { at: natural, commandHash: text };

/** Readers of all records that are stored as JSON, by the type in their key. */
export const RECORDS = {
  consortium: object({
    v,
    organisations: list(
      object({
        mspId: text,
        name: text,
        kind: exactly('regulator', 'utility', 'community'),
        status: exactly('active', 'suspended'),
        reason: optional(text),
      }),
    ),
  }),
  account: object({
    v,
    id: text,
    kind: text,
    status: exactly('active', 'suspended'),
    keyHash: nullable(text),
    reason: optional(text),
    suspendedBy: optional(text),
  }),
  point: object({
    v,
    id: text,
    owner: text,
    feeder: text,
    bus: natural,
    importLimitW: natural,
    exportLimitW: natural,
    meter,
    devices: list(text),
    unmeteredW: optional(natural),
    ...registration,
  }),
  device: object({
    v,
    id: text,
    owner: text,
    point: text,
    source: text,
    technology: text,
    capacityW: natural,
    storage: optional(object({ capacityWh: natural, efficiencyPpm: natural })),
    commissionedAt: natural,
    supportStatus: text,
    region: text,
    meter: nullable(meter),
    ...registration,
  }),
  meter: object({ v, subject }),
  head: object({
    v,
    subject,
    meter,
    sequence: natural,
    hash: nullable(text),
    coveredUntil: nullable(natural),
    intervalSec: nullable(natural),
    gaps: list(period),
  }),
  cursor: object({
    v,
    device: text,
    sequence: natural,
    index: natural,
    scheme: nullable(schemeRef),
    carry: list(segment),
  }),
  scheme: object({ v, ...schemeTerms }),
  issuance: object({
    v,
    id: text,
    device: text,
    owner: text,
    scheme: schemeRef,
    from: position,
    to: position,
    energyWh: natural,
    units: natural,
    carriedWh: natural,
    batches: list(text),
    ...created,
  }),
  batch: object({
    v,
    id: text,
    issuance: text,
    scheme: schemeRef,
    unitWh: natural,
    units: natural,
    segments: list(segment),
    source: text,
    technology: text,
    commissionedAt: natural,
    supportStatus: text,
    region: text,
    emissionFactor: natural,
    issuingBody: text,
    period,
    vintage: text,
    expiresAt: nullable(natural),
    provisional: flag,
    owner: text,
  }),
  holding: object({
    v,
    batch: text,
    start: natural,
    end: natural,
    owner: text,
    scheme: schemeRef,
    unitWh: natural,
    vintage: text,
    expiresAt: nullable(natural),
    provisional: flag,
    state: tagged({ free: {}, offered: { offer: text }, retired: { retirement: text } }),
  }),
  transfer: object({ v, id: text, from: text, to: text, pieces, units: natural, ...created }),
  retirement: object({
    v,
    id: text,
    owner: text,
    scheme: schemeRef,
    pieces,
    units: natural,
    energyWh: natural,
    purpose: text,
    beneficiary: optional(tagged({ account: { account: text }, commitment: { hash: text } })),
    period,
    ...created,
  }),
  coin: object({
    v,
    id: text,
    owner: text,
    amount: money,
    state: tagged({ free: {}, held: { by: exactly('bid', 'hold', 'burn'), id: text } }),
  }),
  payment: object({
    v,
    id: text,
    from: text,
    inputs: list(text),
    outputs: list(object({ account: text, amount: money })),
    reference: optional(text),
    ...created,
  }),
  hold: object({
    v,
    id: text,
    payer: text,
    payee: text,
    amount: money,
    expiresAt: natural,
    status: exactly('open', 'captured', 'released'),
    captured: optional(money),
    reference: optional(text),
    ...created,
  }),
  offer: object({
    v,
    id: text,
    seller: text,
    scheme: schemeRef,
    unitWh: natural,
    pieces,
    offeredUnits: natural,
    price: natural,
    expiresAt: natural,
    status: exactly('open', 'filled', 'withdrawn', 'expired'),
    ...created,
  }),
  bid: object({
    v,
    id: text,
    offer: text,
    buyer: text,
    units: natural,
    price: natural,
    amount: money,
    expiresAt: natural,
    status: exactly('open', 'accepted', 'withdrawn', 'expired'),
    ...created,
  }),
  trade: object({
    v,
    id: text,
    offer: text,
    bid: optional(text),
    seller: text,
    buyer: text,
    scheme: schemeRef,
    pieces,
    units: natural,
    price: natural,
    amount: money,
    ...created,
  }),
  proposal: object({
    v,
    id: text,
    subject: tagged({
      mint: { account: text, amount: money },
      burn: { coins: list(text) },
      scheme: { scheme: object(schemeTerms) },
      accountKey: { account: text, keyHash: text },
    }),
    evidenceHash: text,
    note: optional(text),
    proposedBy: text,
    decidedBy: optional(text),
    status: exactly('open', 'confirmed', 'rejected', 'withdrawn'),
    decidedAt: optional(natural),
    reason: optional(text),
    ...created,
  }),
} as const;

export type RecordType = keyof typeof RECORDS;
export type RecordOf<T extends RecordType> = Read<(typeof RECORDS)[T]>;
export type Piece = Read<typeof piece>;
export type Segment = Read<typeof segment>;
export type Subject = Read<typeof subject>;
export type SchemeRef = Read<typeof schemeRef>;
export type Period = Read<typeof period>;

/** MSP id of an account id, `<MSP id>/<enrolment id>`. */
export function mspOf(account: string): string {
  return account.slice(0, account.indexOf('/'));
}
