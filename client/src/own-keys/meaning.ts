import type { CommandPath, PostRequest } from '../shapes.ts';

/** The argument of a method, as it is in the bytes to be signed. */
export type Argument = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;
/** Parameters of a path. */
type Names = Readonly<Record<string, string>>;

/** What a request means on the ledger, known without asking the gateway. */
export interface Meaning {
  /** `<contract>:<transaction>`. */
  readonly method: string;
  /** The argument without what the gateway may pick. */
  readonly meant: Values;
  /** The same part of an argument; whatever is not in it the gateway may pick. */
  readonly part: (argument: Argument) => Values;
}

/** A request that says everything: the argument must be this. */
function exactly(method: string, meant: Values): Meaning {
  return { method, meant, part: (argument) => argument };
}

/** A request for which the gateway picks coins: they can only be the signer's, and what is over returns to it. */
function withCoins(method: string, meant: Values): Meaning {
  return { method, meant, part: (argument) => without(argument, 'coins') };
}

/** A request by units or by pieces; by units, the gateway picks pieces of so many units in all. */
function withPieces(method: string, meant: Values, { units, pieces }: Values): Meaning {
  if (pieces !== undefined) return exactly(method, { ...meant, pieces });
  return {
    method,
    meant: { ...meant, units },
    part: (argument) => ({ ...without(argument, 'pieces'), units: sumUnits(argument.pieces) }),
  };
}

/** By path; `key` is the idempotency key, `self` the signer's account. */
type Interpretation = (path: Names, body: Values, key: string, self: string) => Meaning;

/** A transition of a list of points or devices. */
const listed =
  (method: string): Interpretation =>
  (_path, body) =>
    exactly(method, body);
const created =
  (method: string): Interpretation =>
  (_path, body, key) =>
    exactly(method, { ...body, idempotencyKey: key });
const judged =
  (method: string, name: string): Interpretation =>
  (path, body) =>
    exactly(method, { ...body, [name]: path.id });

const INTERPRETATIONS: Readonly<Partial<Record<CommandPath, Interpretation>>> = {
  '/v1/organisations': listed('organisations:enter'),
  '/v1/organisations/{mspId}/suspensions': (path, body) =>
    exactly('organisations:suspend', { mspId: path.mspId, reason: body.reason }),
  '/v1/organisations/{mspId}/reinstatements': (path, body) =>
    exactly('organisations:reinstate', { mspId: path.mspId, reason: body.reason }),
  '/v1/accounts': listed('accounts:register'),
  '/v1/accounts/{organisation}/{enrolmentId}/suspensions': (path, body) =>
    exactly('accounts:suspend', {
      account: `${path.organisation ?? ''}/${path.enrolmentId ?? ''}`,
      reason: body.reason,
    }),
  '/v1/accounts/{organisation}/{enrolmentId}/reinstatements': (path, body) =>
    exactly('accounts:reinstate', {
      account: `${path.organisation ?? ''}/${path.enrolmentId ?? ''}`,
      reason: body.reason,
    }),
  '/v1/activations': () => exactly('accounts:activate', {}),
  '/v1/key-rotations': listed('accounts:rotateKey'),
  '/v1/connection-points': listed('points:submit'),
  '/v1/connection-points/confirmations': listed('points:confirm'),
  '/v1/connection-points/approvals': listed('points:approve'),
  '/v1/connection-points/rejections': listed('points:reject'),
  '/v1/connection-points/suspensions': listed('points:suspend'),
  '/v1/connection-points/reinstatements': listed('points:reinstate'),
  '/v1/connection-points/retirements': listed('points:retire'),
  '/v1/devices': listed('devices:submit'),
  '/v1/devices/confirmations': listed('devices:confirm'),
  '/v1/devices/approvals': listed('devices:approve'),
  '/v1/devices/rejections': listed('devices:reject'),
  '/v1/devices/suspensions': listed('devices:suspend'),
  '/v1/devices/reinstatements': listed('devices:reinstate'),
  '/v1/devices/retirements': listed('devices:retire'),
  '/v1/proposals': created('proposals:propose'),
  '/v1/proposals/{id}/confirmations': judged('proposals:confirm', 'proposal'),
  '/v1/proposals/{id}/rejections': judged('proposals:reject', 'proposal'),
  '/v1/proposals/{id}/withdrawals': judged('proposals:withdraw', 'proposal'),
  '/v1/issuances': (_path, body, key) => ({
    method: 'certificates:issue',
    meant: { ...body, idempotencyKey: key },
    part: (argument) => without(argument, 'from', 'to'),
  }),
  '/v1/transfers': (_path, { to, ...wanted }, key) =>
    withPieces('certificates:transfer', { to, idempotencyKey: key }, wanted),
  '/v1/retirements': (_path, { units, pieces, ...use }, key) =>
    withPieces('certificates:retire', { ...use, idempotencyKey: key }, { units, pieces }),
  '/v1/payments': (_path, { outputs, reference }, key, self) => ({
    method: 'money:pay',
    meant: { outputs, reference, idempotencyKey: key },
    part: (argument) => ({
      ...without(argument, 'coins'),
      outputs: outputsOf(argument).filter(isNotFor(self)),
    }),
  }),
  '/v1/coin-merges': (_path, _body, key, self) => ({
    method: 'money:pay',
    meant: { outputs: [], idempotencyKey: key },
    part: (argument) => ({
      ...without(argument, 'coins'),
      outputs: outputsOf(argument).filter(isNotFor(self)),
    }),
  }),
  '/v1/holds': (_path, body, key) => withCoins('money:hold', { ...body, idempotencyKey: key }),
  '/v1/holds/{id}/captures': judged('money:capture', 'hold'),
  '/v1/holds/{id}/releases': judged('money:release', 'hold'),
  '/v1/offers': (_path, { units, pieces, ...terms }, key) =>
    withPieces('trades:offer', { ...terms, idempotencyKey: key }, { units, pieces }),
  '/v1/offers/{id}/bids': (path, body, key) =>
    withCoins('trades:bid', { ...body, offer: path.id, idempotencyKey: key }),
  '/v1/offers/{id}/acceptances': (path, body, key) =>
    withCoins('trades:acceptOffer', { ...body, offer: path.id, idempotencyKey: key }),
  '/v1/offers/{id}/withdrawals': judged('trades:withdrawOffer', 'offer'),
  '/v1/bids/{id}/acceptances': (path, _body, key) =>
    exactly('trades:acceptBid', { bid: path.id, idempotencyKey: key }),
  '/v1/bids/{id}/withdrawals': judged('trades:withdrawBid', 'bid'),
};

/**
 * @param account of the signer
 * @throws RangeError for a path whose command nobody signs for itself, such as readings
 */
export function meaningOf<Path extends CommandPath>(
  path: Path,
  request: PostRequest<Path>,
  idempotencyKey: string,
  account: string,
): Meaning {
  const interpret = INTERPRETATIONS[path];
  if (interpret === undefined) throw new RangeError(`${path} is not signed by clients`);
  return interpret(request.path ?? {}, request.body, idempotencyKey, account);
}

/** Asking what the ledger says of a record; for a balance, the gateway picks coins. */
export function meaningOfStatement(id: string): Meaning {
  return {
    method: 'statements:statement',
    meant: { id },
    part: (argument) => (id.startsWith('balance/') ? without(argument, 'coins') : argument),
  };
}

function without(values: Values, ...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

function sumUnits(pieces: unknown): number {
  if (!Array.isArray(pieces)) return NaN;
  return (pieces as { units?: unknown }[]).reduce((sum, { units }) => sum + Number(units), 0);
}

function outputsOf({ outputs }: Argument): readonly { account?: unknown }[] {
  return Array.isArray(outputs) ? (outputs as readonly { account?: unknown }[]) : [];
}

function isNotFor(self: string): (output: { account?: unknown }) => boolean {
  return ({ account }) => account !== self;
}
