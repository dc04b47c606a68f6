export { validationCodeName, type ValidationCode } from './block-validation.ts';
export { MISMATCH, MismatchError } from './client-errors.ts';
export { LedgerRuleViolation } from './endorsement-comparison.ts';
export type { ChaincodeEvent, ChaincodeResponse } from './endorser.ts';
export type {
  Argument,
  EndorsedTransaction,
  LedgerClient,
  LedgerIdentity,
  SubmitResult,
} from './ledger-client.ts';
export { DEFAULT_START_SEC, TIME_WINDOW_SEC, type Instant, type LedgerClock } from './ledger-clock.ts';
export {
  MemoryLedger,
  type Block,
  type CommittedTransaction,
  type MemoryLedgerOptions,
  type Proposal,
  type ProposalOptions,
  type ProposedTransaction,
  type StateView,
  type TransactionCreator,
} from './memory-ledger.ts';
export { keyPairOf, makeOrganisation, type TestIdentity, type TestOrganisation } from './organisation.ts';
export type { KeyRead, KeyWrite, RangeQuery, ReadWriteSet, Version } from './read-write-set.ts';
export type { LedgerTimestamp } from './proposal-encoding.ts';
export type { OperationCount, RuleSet } from './transaction-simulator.ts';
