import { GatewayError } from '@hyperledger/fabric-gateway';
import { BusinessError, Conflict, parseBusinessError, Unavailable } from './errors.ts';

/** What a peer puts before the text that the chaincode threw. */
const CHAINCODE_ANSWER = /^chaincode response [0-9]+, /;

/** The endorsers were not at the same block. */
const MISMATCH = /ProposalResponsePayloads do not match/i;
const REFUSED_IDENTITY = /access denied|creator org unknown|certificate has expired/i;
const RETRY_SEC = 2;

/**
 * What a failed evaluate or endorse means: a {@link BusinessError} of the chaincode (which a peer that lags behind may
 * give wrongly), a {@link Conflict}, a defect of the chaincode, or else {@link Unavailable}: peer, chaincode or a
 * mandatory organisation is down, late or busy. Only the texts tell, for Fabric gives ABORTED both for a business error
 * and for a chaincode that is being restarted.
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
  if (MISMATCH.test(error.message) || MISMATCH.test(text)) return new Conflict(text, { cause: error });
  if (REFUSED_IDENTITY.test(text))
    return new BusinessError('NOT_AUTHORISED', 'the channel refuses this identity');
  return new Unavailable(text, RETRY_SEC, { cause: error });
}
