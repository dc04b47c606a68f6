import {
  change,
  decodeReadingsTransaction,
  METHODS,
  readingsResult,
  submitReadings,
  type AcceptedBlock,
  type Change,
} from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import { type DecodedBlock, type DecodedCall, type DecodedTransaction, VALID } from './decode-block.ts';
import type { LedgerTransaction } from './read-model.ts';

/** The chaincode whose transactions count, on its channel. */
export interface Market {
  readonly channel: string;
  readonly chaincode: string;
}

/** What one transaction says; only a valid one of the market has changes and accepted profile blocks. */
export interface Effects {
  readonly transaction: DecodedTransaction;
  /** `<contract>:<transaction>`; null unless the market's. */
  readonly method: string | null;
  readonly ids: LedgerTransaction['ids'];
  readonly changes: readonly Change[];
  readonly blocks: readonly AcceptedBlock[];
}

const response = z.object({ result: z.unknown(), changes: z.array(change) });
const SUBMIT_METHODS: ReadonlySet<string | null> = new Set(
  METHODS.filter(({ kind }) => kind === 'submit').map(({ name }) => name),
);
const hasChanges = z.object({ changes: z.unknown() });
const event = z.object({ ids: z.array(z.tuple([z.string(), z.string()])) });

/** @throws when a valid transaction of the market says something that this version does not know. */
export function effectsOf(market: Market, block: DecodedBlock): Effects[] {
  return block.transactions.map((transaction) => {
    const { call } = transaction;
    const none = { transaction, method: null, ids: null, changes: [], blocks: [] };
    if (call?.chaincode !== market.chaincode) return none;
    if (transaction.validationCode !== VALID) return { ...none, method: call.method };
    return { transaction, method: call.method, ...readCall(market.channel, call) };
  });
}

function readCall(channel: string, call: DecodedCall): Pick<Effects, 'ids' | 'changes' | 'blocks'> {
  const ids = call.event.length === 0 ? null : event.parse(parseJson(call.event)).ids;
  const answer = parseJson(call.response);
  // What is no method of the market, such as a question for the chaincode's metadata, may answer something else.
  if (!SUBMIT_METHODS.has(call.method) && !hasChanges.safeParse(answer).success) {
    return { ids, changes: [], blocks: [] };
  }
  const { result, changes } = response.parse(answer);
  return {
    ids,
    changes,
    blocks: call.method === submitReadings.name ? readBlocks(channel, call, result) : [],
  };
}

function readBlocks(channel: string, call: DecodedCall, result: unknown): AcceptedBlock[] {
  return decodeReadingsTransaction(channel, call.args[0] ?? new Uint8Array(), readingsResult.parse(result));
}

/** Undefined for bytes that are no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}
