import { requireActive, type Counterparties } from '../account/counterparty';
import { commandHashOf } from '../canonical';
import { DomainError } from '../error-code';
import { parseAccountId } from '../identifier';
import type { Caller } from '../identity/admit';
import type { Meter } from '../meter/meter';
import type { Consortium } from '../organisation/organisation';
import { isRepeated } from '../request';
import type { KnownMeters } from './new-meter';
import type { Registered } from './transition';

/** What both kinds of submission look at. */
export interface SubmissionRecords {
  readonly channel: string;
  readonly consortium: Consortium;
  /** Named owners and collectors. */
  readonly accounts: Counterparties;
  readonly meters: KnownMeters;
}

interface SubmittedItem {
  readonly id: string;
  readonly owner: string;
  readonly meter: Meter | null;
  readonly possession: string | null;
}

/** Accounts that a submission names: the owner, and the collector where there is one. */
export function partiesOf({ owner, meter }: Pick<SubmittedItem, 'owner' | 'meter'>): string[] {
  return meter?.attestedBy === undefined ? [owner] : [owner, meter.attestedBy];
}

/** Hash of what is submitted. A proof of possession is no content: a meter may sign it anew. */
export function submissionHashOf(channel: string, method: string, item: SubmittedItem): string {
  return commandHashOf(channel, method, { ...item, possession: undefined });
}

/**
 * True when the item is on the ledger already just as submitted.
 * @throws DomainError NOT_AUTHORISED, ORGANISATION_SUSPENDED, ACCOUNT_NOT_FOUND, ACCOUNT_SUSPENDED,
 * EXISTS_WITH_DIFFERENT_CONTENT
 */
export function isSubmitted(
  caller: Caller,
  item: SubmittedItem,
  commandHash: string,
  stored: Registered | undefined,
  { consortium, accounts }: SubmissionRecords,
): boolean {
  const parties = partiesOf(item);
  for (const party of parties) {
    if (parseAccountId(party).mspId !== caller.mspId)
      throw new DomainError('NOT_AUTHORISED', `${party} is of another organisation`);
  }
  if (stored?.commandHash === commandHash) return true;
  requireActive(new Map(parties.map((party) => [party, accounts.get(party)])), consortium);
  return isRepeated(stored, commandHash);
}
