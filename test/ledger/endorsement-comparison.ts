import { isDeepStrictEqual } from 'node:util';
import {
  chaincodeComplaint,
  endorseError,
  MISMATCH,
  MismatchError,
  type EndorserComplaint,
} from './client-errors.ts';
import { isEndorsed, type Endorsement } from './endorser.ts';
import { readWriteSetDifferences } from './read-write-set.ts';

/** An execution that broke a rule which Fabric does not enforce, but which no correct contract breaks. */
export class LedgerRuleViolation extends Error {
  override readonly name = 'LedgerRuleViolation';
}

/** Where a copy says it is; a client sees such an address and organisation in the details of an error. */
export function complaintOf(copy: number, mspId: string, message: string): EndorserComplaint {
  return {
    address: `copy-${copy}.memory-ledger:7051`,
    mspId: copy === 0 ? mspId : `Copy${copy}MSP`,
    message,
  };
}

/** Names everything in which two endorsements of one proposal differ. */
export function endorsementDifferences(first: Endorsement, other: Endorsement): string[] {
  const differences: string[] = [];
  const show = ({ response }: Endorsement): string =>
    `${response.status} ${JSON.stringify(response.message)} ${JSON.stringify(response.payload.toString('latin1'))}`;
  if (!isDeepStrictEqual(first.response, other.response)) {
    differences.push(`response: ${show(first)} and ${show(other)}`);
  }
  if (!isDeepStrictEqual(first.event, other.event)) {
    differences.push(`event: ${showEvent(first)} and ${showEvent(other)}`);
  }
  return [...differences, ...readWriteSetDifferences(first.readWriteSet, other.readWriteSet)];
}

const showEvent = ({ event }: Endorsement): string =>
  event === undefined ? 'none' : `${event.name} ${JSON.stringify(event.payload.toString('latin1'))}`;

/**
 * The endorsement that all copies agree on; the first copy is the one of the client's own organisation.
 *
 * @param sameState false where a copy lags behind, whose different answer is then no defect of the chaincode.
 * @throws LedgerRuleViolation if a copy saw the chaincode break a rule.
 * @throws MismatchError if the copies differ.
 * @throws EndorseError if the chaincode refused.
 */
export function agreedEndorsement(
  transactionId: string,
  mspId: string,
  endorsements: readonly Endorsement[],
  sameState: boolean,
): Endorsement {
  const [first, ...others] = endorsements;
  if (first === undefined) throw new RangeError('no endorsement');
  const violation = endorsements.find((endorsement) => endorsement.violation !== undefined)?.violation;
  if (violation !== undefined) throw new LedgerRuleViolation(violation);

  const differences = others.flatMap((other, at) =>
    endorsementDifferences(first, other).map((difference) => `copies 0 and ${at + 1}: ${difference}`),
  );
  // A gateway asks nobody else once the client's own peer refuses; a determinism check wants to hear all of them.
  if (!isEndorsed(first) && (differences.length === 0 || !sameState)) {
    throw endorseError(transactionId, [refusal(0, mspId, first)]);
  }
  if (differences.length > 0) {
    const details = others.flatMap((other, at) => disagreement(at + 1, mspId, first, other));
    throw new MismatchError(transactionId, details, differences);
  }
  return first;
}

const refusal = (copy: number, mspId: string, { response }: Endorsement): EndorserComplaint =>
  complaintOf(copy, mspId, chaincodeComplaint(response.status, response.message));

function disagreement(
  copy: number,
  mspId: string,
  first: Endorsement,
  other: Endorsement,
): EndorserComplaint[] {
  if (endorsementDifferences(first, other).length === 0) return [];
  return isEndorsed(other) || !isEndorsed(first)
    ? [complaintOf(copy, mspId, MISMATCH)]
    : [refusal(copy, mspId, other)];
}
