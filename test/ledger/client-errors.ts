import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { CommitError, EndorseError, GatewayError, type ErrorDetail } from '@hyperledger/fabric-gateway';
import { validationCodeName, type ValidationCode } from './block-validation.ts';

/** One endorser's complaint: where it comes from, and its text. */
export type EndorserComplaint = ErrorDetail;

/** The text of a detail where endorsers answered differently. */
export const MISMATCH = 'ProposalResponsePayloads do not match';

/**
 * What a client sees when endorsers disagree. A peer writes the differences to its log; here they are in `differences`,
 * and in the message of the cause, which test reports print.
 */
export class MismatchError extends EndorseError {
  readonly differences: readonly string[];

  constructor(transactionId: string, details: EndorserComplaint[], differences: readonly string[]) {
    const message = `failed to collect enough transaction endorsements, ${SEE_DETAILS}`;
    const cause = serviceError(status.ABORTED, message);
    if (differences.length > 0) cause.message += `\n${MISMATCH}:\n  ${differences.join('\n  ')}`;
    super({
      code: status.ABORTED,
      details,
      cause,
      transactionId,
      message: statusMessage(status.ABORTED, message),
    });
    this.differences = differences;
  }
}

const SEE_DETAILS = 'see attached details for more info';

const statusMessage = (code: status, message: string): string => `${code} ${status[code]}: ${message}`;

function serviceError(code: status, message: string): ServiceError {
  const error = new Error(statusMessage(code, message));
  return Object.assign(error, { code, details: message, metadata: new Metadata() });
}

/** The text of a chaincode's own error response. */
export function chaincodeComplaint(responseStatus: number, message: string): string {
  return `chaincode response ${responseStatus}, ${message}`;
}

/** The first endorser, of the client's own organisation, refused. */
export function endorseError(transactionId: string, details: EndorserComplaint[]): EndorseError {
  const message = `failed to endorse transaction, ${SEE_DETAILS}`;
  return new EndorseError({
    code: status.ABORTED,
    details,
    cause: serviceError(status.ABORTED, message),
    transactionId,
    message: statusMessage(status.ABORTED, message),
  });
}

/** The chaincode threw in an evaluation, or the peer refused it as a duplicate (`FAILED_PRECONDITION`). */
export function evaluateError(
  code: status.UNKNOWN | status.FAILED_PRECONDITION,
  detail: EndorserComplaint,
): GatewayError {
  const message = `evaluate call to endorser returned error: ${detail.message}`;
  return gatewayError(code, message, [detail]);
}

/** No peer would run the evaluation: a timestamp outside the window looks like a peer that cannot be reached. */
export function evaluateUnavailable(detail: EndorserComplaint): GatewayError {
  return gatewayError(status.UNAVAILABLE, `failed to evaluate transaction, ${SEE_DETAILS}`, [detail]);
}

function gatewayError(code: status, message: string, details: EndorserComplaint[]): GatewayError {
  return new GatewayError({
    code,
    details,
    cause: serviceError(code, message),
    message: statusMessage(code, message),
  });
}

/** The transaction is in a block and invalid. */
export function commitError(transactionId: string, code: ValidationCode): CommitError {
  const text = `Transaction ${transactionId} failed to commit with status code`;
  return new CommitError({ code, transactionId, message: `${text} ${code} (${validationCodeName(code)})` });
}
