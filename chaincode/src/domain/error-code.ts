/**
 * Every error that the ledger gives, in order of precedence: a command that breaks several rules gets the first.
 * Detail text follows the code (`CODE: detail`) and is the same on every endorser.
 */
export const ERROR_CODES = {
  // The caller.
  ORGANISATION_UNKNOWN: 'The caller belongs to no organisation of the consortium.',
  ORGANISATION_SUSPENDED: "The caller's or another party's organisation is suspended.",
  ROLE_MISSING: 'The certificate carries no role, or none that exists.',
  ROLE_FOREIGN: 'The role was given by an organisation of a kind that cannot give it.',
  NOT_AUTHORISED: 'The role may not call this method, or not for this record.',
  ACCOUNT_NOT_FOUND: 'No such account.',
  ACCOUNT_SUSPENDED: 'The account is suspended.',
  ACCOUNT_KEY_MISMATCH: 'The account is pinned to another key.',
  // The command.
  COMMAND_MALFORMED: 'The command does not have the shape that the method documents.',
  COMMAND_TOO_LARGE: 'The command is larger than the method takes.',
  EXISTS_WITH_DIFFERENT_CONTENT: 'The id or idempotency key was used for something else.',
  // Records that a command names.
  NOT_FOUND: 'No such record.',
  ORGANISATION_KIND_FIXED: 'The founding organisations and the kinds of entered ones cannot be changed.',
  STATE_CONFLICT: "The record's state does not allow this.",
  METER_KEY_TAKEN: "The meter's key is already on the ledger for another subject.",
  POSSESSION_NOT_PROVED: "The signature does not prove possession of the meter's key.",
  COLLECTOR_IS_OWNER: 'Above 150 kW the owner cannot attest its own readings.',
  DEVICE_METERING_CONFLICT: 'A device without a meter must be the only device of its connection point.',
  // Profile blocks.
  BLOCK_MALFORMED: 'The bytes are no profile block.',
  SUBJECT_NOT_APPROVED: 'The connection point or device is not approved, or suspended.',
  SUBJECT_FOREIGN: 'The meter belongs to another organisation.',
  BLOCK_SIGNATURE_INVALID:
    "The signature is not that of the subject's meter over these bytes on this channel.",
  BLOCK_SEQUENCE_WRONG: 'The sequence number is not the next one.',
  BLOCK_CHAIN_BROKEN: 'The block does not name the last accepted block.',
  BLOCK_REGISTER_WRONG: 'A register does not belong to such a subject, or is there twice.',
  BLOCK_GRID_WRONG: 'Start or interval do not lie on the grid.',
  BLOCK_OVERLAP: 'The block covers time that is already covered.',
  BLOCK_GAP_UNDECLARED: 'The block leaves out time without declaring it as it is.',
  BLOCK_GAPS_TOO_MANY: 'More gaps would be open than a chain may have.',
  BLOCK_IN_FUTURE: 'The block ends later than the clocks allow.',
  BLOCK_IMPLAUSIBLE: 'A value exceeds what the capacity allows in an interval.',
  // Certificates.
  SCHEME_INELIGIBLE: 'The device is not eligible in the scheme.',
  CURSOR_MOVED: "The device's readings have been used further than the command assumes.",
  READINGS_MISSING: 'The range ends beyond what the meter has reported.',
  REPORTING_WINDOW_MISSED: 'A reading came later than the scheme allows.',
  HOLDING_CHANGED: 'A named holding is not there, smaller, or in another state.',
  HOLDING_FOREIGN: 'A named holding belongs to another account.',
  CERTIFICATE_EXPIRED: 'The certificate has expired.',
  CERTIFICATE_PROVISIONAL: 'Certificates from estimated readings cannot be retired yet.',
  SCHEME_MIXED: 'The pieces are of different schemes.',
  PURPOSE_UNKNOWN: 'The scheme has no such retirement purpose.',
  BENEFICIARY_REQUIRED: 'The scheme asks for a beneficiary.',
  // Money.
  COIN_NOT_FOUND: 'A named coin is not there: it never was or is spent.',
  COIN_FOREIGN: 'A named coin belongs to another account.',
  COIN_HELD: 'A named coin is held.',
  FUNDS_INSUFFICIENT: 'The named coins are worth less than what is due.',
  COINS_UNBALANCED: 'Outputs and inputs are not of equal sum.',
  // Trade.
  OFFER_CLOSED: 'The offer is filled, withdrawn or expired.',
  OFFER_CHANGED: 'The offer has fewer units left than asked for.',
  BID_CLOSED: 'The bid is accepted, withdrawn or expired.',
  EXPIRY_PASSED: 'The time of expiry has passed.',
  EXPIRY_NOT_REACHED: 'The time of expiry has not been reached.',
  OWN_OFFER: 'A seller cannot buy from itself.',
  // Two signatures.
  PROPOSAL_CLOSED: 'The proposal is confirmed, rejected or withdrawn.',
  SAME_ORGANISATION: 'The second signature must come from another organisation.',
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** A rule of the domain was broken. Its message, `CODE: detail`, is what every endorser and the client see. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DomainError';
  }
}
