import { createHash, X509Certificate } from 'node:crypto';
import { Books, type Totals } from '../../audit/market/books.ts';
import type { MarketTransaction } from '../../audit/market/transaction.ts';
import type { CommittedTransaction, MemoryLedger } from '../ledger/index.ts';

const VALID = 0;

/** A transaction of an in-memory ledger as the auditor's books take it. */
export function bookable(channel: string, transaction: CommittedTransaction): MarketTransaction {
  const { creator, timestamp, functionName, args, writes } = transaction;
  const { publicKey } = new X509Certificate(creator.certificate);
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return {
    channel,
    timestampSec: timestamp.seconds,
    caller: {
      mspId: creator.mspId,
      enrolmentId: creator.id,
      role: creator.role === '' ? null : creator.role,
      keyHash: createHash('sha256').update(spki).digest('base64url'),
    },
    method: functionName,
    argument: args[0] ?? Buffer.alloc(0),
    writes,
  };
}

/**
 * Audits everything on an in-memory ledger.
 *
 * @throws Discrepancy at the first transaction that breaks a rule
 */
export function auditMemoryLedger({ channel, blocks }: MemoryLedger, checkSignatures = true): Totals {
  const books = new Books({ checkSignatures });
  for (const { transactions } of blocks) {
    for (const transaction of transactions) {
      if (transaction.validationCode === VALID) books.apply(bookable(channel, transaction));
    }
  }
  return books.close();
}
