import { status } from '@grpc/grpc-js';
import { GatewayError } from '@hyperledger/fabric-gateway';
import { BusinessError, Conflict, parseBusinessError, Unavailable } from './errors.ts';

/** What a peer puts before the text that the chaincode threw. */
const CHAINCODE_ANSWER = /^chaincode response [0-9]+, /;

/**
 * Texts by which Fabric says that the proposal met a ledger in motion, or a chaincode being started. All of these come
 * under gRPC codes (ABORTED, UNKNOWN, FAILED_PRECONDITION) that a refusal of the chaincode also has.
 */
const CONFLICTS: readonly RegExp[] = [
  /ProposalResponsePayloads do not match/i,
  /no combination of peers can be derived/i,
  /could not launch chaincode/i,
  /failed to execute transaction/i,
  /timeout expired while (starting|executing)/i,
  /chaincode stream terminated/i,
  /stream (is )?closed/i,
];

const OVERLOAD = /too many requests/i;
const REFUSED_IDENTITY = /access denied|creator org unknown|certificate has expired/i;

/** gRPC codes of a peer that is not there, late or busy. */
const TRANSIENT: readonly number[] = [
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.RESOURCE_EXHAUSTED,
  status.CANCELLED,
];
const ABORTED: number = status.ABORTED;
const RETRY_SEC = 2;

/**
 * What a failed evaluate or endorse means: a {@link BusinessError} of the chaincode (which a peer that lags behind may
 * give wrongly), a {@link Conflict}, an {@link Unavailable}, or the error itself when it is none of these. Fabric's code
 * alone does not tell: ABORTED is both a business error and a chaincode that is being restarted.
 */
export function translateFailure(error: unknown): Error {
  if (!(error instanceof GatewayError)) return error instanceof Error ? error : new Error(String(error));
  const texts = error.details.length > 0 ? error.details.map(({ message }) => message) : [error.message];
  const answers = texts.filter((text) => CHAINCODE_ANSWER.test(text));
  for (const answer of answers) {
    const business = parseBusinessError(answer.replace(CHAINCODE_ANSWER, ''));
    if (business !== undefined) return business;
  }
  const text = texts.join('; ');
  if (answers.length > 0) return new Error(`the chaincode failed: ${text}`, { cause: error });
  if (matches(CONFLICTS, text)) return new Conflict(text, { cause: error });
  if (OVERLOAD.test(text) || TRANSIENT.includes(error.code))
    return new Unavailable(text, RETRY_SEC, { cause: error });
  if (REFUSED_IDENTITY.test(text))
    return new BusinessError('NOT_AUTHORISED', 'the channel refuses this identity');
  // Peers report each other's outages under ABORTED.
  if (error.code === ABORTED) return new Conflict(text, { cause: error });
  return new Error(`the peer failed: ${text}`, { cause: error });
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
