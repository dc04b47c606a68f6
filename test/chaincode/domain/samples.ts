import { createHash } from 'node:crypto';
import type {
  Account,
  Bid,
  Change,
  Coin,
  Consortium,
  Counterparties,
  Hold,
  Holding,
  Offer,
  Request,
  Scheme,
  SchemeTerms,
} from '@commonwatt/chaincode/domain';

/** Accounts that the tests speak of. */
export const ANNA = 'RiversideMSP/anna';
export const BRUNO = 'HillsideMSP/bruno';
export const CLARA = 'UtilityMSP/clara';

export const NOW = 1_767_744_000;
export const LATER = NOW + 3600;
export const EARLIER = NOW - 3600;

/** A request id that this text stands for. */
export function idOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export const BATCH = `${idOf('issuance')}.0`;
export const SCHEME_TERMS: SchemeTerms = {
  id: 'REC',
  version: 1,
  name: 'Renewable energy certificate',
  aliases: [],
  unitWh: 1000,
  sources: ['solar'],
  regions: ['valley'],
  expirySec: null,
  reportingWindowSec: 86_400,
  retirementPurposes: ['compliance', 'voluntary'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 0 },
};
export const SCHEME: Scheme = { v: 1, ...SCHEME_TERMS };
export const SCHEME_REF = { id: SCHEME.id, version: SCHEME.version };

export function consortium(): Consortium {
  const kinds = {
    HillsideMSP: 'community',
    RegulatorMSP: 'regulator',
    RiversideMSP: 'community',
    UtilityMSP: 'utility',
  } as const;
  return {
    v: 1,
    organisations: Object.entries(kinds).map(([mspId, kind]) => ({
      mspId,
      name: mspId,
      kind,
      status: 'active',
    })),
  };
}

export function account(id: string, more: Partial<Account> = {}): Account {
  return { v: 1, id, kind: 'prosumer', status: 'active', keyHash: null, ...more };
}

/** The accounts of these ids, all active. */
export function active(...ids: string[]): Map<string, Account | undefined> {
  return new Map(ids.map((id) => [id, account(id)]));
}

/** Suspends an account among those loaded. */
export function suspendAccount(counterparties: Counterparties, id: string): void {
  (counterparties as Map<string, Account | undefined>).set(id, account(id, { status: 'suspended' }));
}

/** Takes an account out of those loaded, as if there were none. */
export function removeAccount(counterparties: Counterparties, id: string): void {
  (counterparties as Map<string, Account | undefined>).set(id, undefined);
}

export function suspendOrganisation({ organisations }: Consortium, mspId: string): void {
  for (const organisation of organisations) {
    if (organisation.mspId === mspId) organisation.status = 'suspended';
  }
}

export function requestBy(account: string, more: Partial<Request> = {}): Request {
  return { id: idOf('request'), commandHash: idOf('command'), account, at: NOW, ...more };
}

export function holding(more: Partial<Holding> = {}): Holding {
  return {
    v: 1,
    batch: BATCH,
    start: 0,
    end: 10,
    owner: ANNA,
    scheme: SCHEME_REF,
    unitWh: SCHEME.unitWh,
    vintage: '2026-01',
    expiresAt: null,
    provisional: false,
    state: { kind: 'free' },
    ...more,
  };
}

/** The `index`th of some coins. */
export function coin(index: number, amount: string, more: Partial<Coin> = {}): Coin {
  return { v: 1, id: coinId(index), owner: ANNA, amount, state: { kind: 'free' }, ...more };
}
export function coinId(index: number): string {
  return `${idOf('mint')}.${index}`;
}

export function hold(more: Partial<Hold> = {}): Hold {
  return {
    v: 1,
    id: idOf('hold'),
    payer: ANNA,
    payee: BRUNO,
    amount: '100',
    expiresAt: LATER,
    status: 'open',
    at: EARLIER,
    commandHash: idOf('hold command'),
    ...more,
  };
}

export const OFFER_ID = idOf('offer');
/** Anna's offer of units [0, 10) and [20, 25) of a batch, at 3 per kWh. */
export function offer(more: Partial<Offer> = {}): Offer {
  return {
    v: 1,
    id: OFFER_ID,
    seller: ANNA,
    scheme: SCHEME_REF,
    unitWh: SCHEME.unitWh,
    pieces: [
      { batch: BATCH, start: 0, units: 10 },
      { batch: BATCH, start: 20, units: 5 },
    ],
    offeredUnits: 15,
    price: 3,
    expiresAt: LATER,
    status: 'open',
    at: EARLIER,
    commandHash: idOf('offer command'),
    ...more,
  };
}
/** The holdings that {@link offer} locks. */
export function offeredHoldings(): Holding[] {
  const state = { kind: 'offered', offer: OFFER_ID } as const;
  return [holding({ state }), holding({ start: 20, end: 25, state })];
}

export const BID_ID = idOf('bid');
/** Bruno's bid for 12 units of {@link offer} at 2 per kWh. */
export function bid(more: Partial<Bid> = {}): Bid {
  return {
    v: 1,
    id: BID_ID,
    offer: OFFER_ID,
    buyer: BRUNO,
    units: 12,
    price: 2,
    amount: '24000',
    expiresAt: LATER,
    status: 'open',
    at: EARLIER,
    commandHash: idOf('bid command'),
    ...more,
  };
}

/** Values of changes by their type. */
type ChangedValues = { [Type in Change['type']]: Extract<Change, { type: Type; value: unknown }>['value'] };
/** The new values of one type among changes. */
export function valuesOf<Type extends keyof ChangedValues>(
  changes: readonly Change[],
  type: Type,
): ChangedValues[Type][] {
  return changes
    .filter((change): change is Exclude<Change, { type: 'coinSpent' }> => change.type === type)
    .map(({ value }) => value as ChangedValues[Type]);
}

/** Ids of the coins spent by changes. */
export function spentBy(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => (change.type === 'coinSpent' ? [change.id] : []));
}
