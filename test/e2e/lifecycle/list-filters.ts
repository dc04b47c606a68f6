/** What the filters of each list mean, written down apart from the gateway. */
import type { Item, ListPath } from '@commonwatt/client';

export type FilterValue = string | number | boolean;

/** One filter of a list of such items. */
export interface Filter<Item> {
  /** Values of the filter that this item is found by. */
  readonly valuesOf: (item: Item) => readonly FilterValue[];
  /** Default: the value is among the item's own. */
  readonly matches?: (item: Item, value: FilterValue) => boolean;
}

type Filters = { readonly [Path in ListPath]: Readonly<Record<string, Filter<Item<Path>>>> };

function by<Item>(...values: ((item: Item) => FilterValue | undefined)[]): Filter<Item> {
  return {
    valuesOf: (item) => values.map((value) => value(item)).filter((value) => value !== undefined),
  };
}

interface Owned {
  readonly owner: string;
}
interface OfScheme {
  readonly scheme: { readonly id: string; readonly version: number };
}
interface WithStatus {
  readonly status: string;
}

const mspIdOf = (account: string): string => account.slice(0, account.indexOf('/'));
const owned = {
  owner: by(({ owner }: Owned) => owner),
  organisation: by(({ owner }: Owned) => mspIdOf(owner)),
};
const ofAccount = {
  owner: by(({ account }: { account: string }) => account),
  organisation: by(({ account }: { account: string }) => mspIdOf(account)),
};
const schemeKey = ({ id, version }: OfScheme['scheme']): string => `${id}/${version}`;
/** Also tried with the next version, of which there may be nothing. */
const scheme: Filter<OfScheme> = {
  valuesOf: (item) => [
    schemeKey(item.scheme),
    schemeKey({ ...item.scheme, version: item.scheme.version + 1 }),
  ],
  matches: (item, value) => schemeKey(item.scheme) === value,
};
const status = by((item: WithStatus) => item.status);

/** @param sellerOf of an offer, by its id */
export function listFilters(sellerOf: (offer: string) => string | undefined): Filters {
  return {
    '/v1/organisations': { kind: by((item) => item.kind), status },
    '/v1/accounts': {
      organisation: by(({ id }) => mspIdOf(id)),
      kind: by((item) => item.kind),
      status,
    },
    '/v1/api-keys': { status },
    '/v1/connection-points': { ...owned, feeder: by((item) => item.feeder), status },
    '/v1/devices': {
      ...owned,
      point: by((item) => item.point),
      source: by((item) => item.source),
      region: by((item) => item.region),
      status,
    },
    '/v1/readings': {
      ...owned,
      kind: by(({ subject }) => subject.kind),
      subject: by(({ subject }) => subject.id),
      from: { valuesOf: ({ end }) => [end - 1, end], matches: ({ end }, from) => end > Number(from) },
      until: {
        valuesOf: ({ start }) => [start, start + 1],
        matches: ({ start }, until) => start < Number(until),
      },
    },
    '/v1/schemes': { id: by(({ id }) => id) },
    '/v1/proposals': {
      kind: by(({ subject }) => subject.kind),
      status,
      proposedBy: by((item) => item.proposedBy),
    },
    '/v1/issuances': { ...owned, scheme, device: by((item) => item.device) },
    '/v1/batches': {
      ...owned,
      scheme,
      issuance: by((item) => item.issuance),
      device: { valuesOf: ({ segments }) => segments.map(({ device }) => device) },
      vintage: by((item) => item.vintage),
    },
    '/v1/holdings': {
      ...owned,
      scheme,
      state: by(({ state }) => state.kind),
      batch: by((item) => item.batch),
      offer: by(({ state }) => (state.kind === 'offered' ? state.offer : undefined)),
      retirement: by(({ state }) => (state.kind === 'retired' ? state.retirement : undefined)),
      vintage: by((item) => item.vintage),
    },
    '/v1/certificate-balances': { ...ofAccount, scheme },
    '/v1/transfers': {
      from: by(({ from }) => from),
      to: by(({ to }) => to),
      party: by(
        ({ from }) => from,
        ({ to }) => to,
      ),
    },
    '/v1/retirements': {
      ...owned,
      scheme,
      purpose: by((item) => item.purpose),
      beneficiary: by(({ beneficiary }) =>
        beneficiary?.kind === 'account' ? beneficiary.account : undefined,
      ),
    },
    '/v1/coins': { ...owned, state: by(({ state }) => state.kind) },
    '/v1/balances': ofAccount,
    '/v1/payments': {
      from: by(({ from }) => from),
      party: { valuesOf: ({ from, outputs }) => [from, ...outputs.map(({ account }) => account)] },
    },
    '/v1/holds': {
      payer: by(({ payer }) => payer),
      payee: by(({ payee }) => payee),
      party: by(
        ({ payer }) => payer,
        ({ payee }) => payee,
      ),
      status,
    },
    '/v1/offers': {
      scheme,
      seller: by(({ seller }) => seller),
      status,
      expiresUntil: {
        valuesOf: ({ expiresAt }) => [expiresAt, expiresAt - 1],
        matches: ({ expiresAt }, until) => expiresAt <= Number(until),
      },
    },
    '/v1/bids': {
      offer: by(({ offer }) => offer),
      buyer: by(({ buyer }) => buyer),
      seller: by(({ offer }) => sellerOf(offer)),
      status,
    },
    '/v1/trades': {
      scheme,
      offer: by(({ offer }) => offer),
      seller: by(({ seller }) => seller),
      buyer: by(({ buyer }) => buyer),
      party: by(
        ({ seller }) => seller,
        ({ buyer }) => buyer,
      ),
    },
    '/v1/transactions': {
      blockNumber: by((item) => item.blockNumber),
      method: by(({ method }) => method ?? undefined),
      creator: by(({ creator }) => creator ?? undefined),
      valid: by(({ validationCode }) => validationCode === 0),
    },
  };
}
