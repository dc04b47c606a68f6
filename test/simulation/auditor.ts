import type { Block } from '../ledger/index.ts';
import { CoinBook } from './auditor/coin-book.ts';
import { EnergyBook } from './auditor/energy-book.ts';
import { EscrowBook } from './auditor/escrow-book.ts';
import { NotAsDocumented } from './auditor/json.ts';
import { RangeBook } from './auditor/range-book.ts';
import { RecordBook } from './auditor/record-book.ts';
import { ReplayedLedger, type Step } from './auditor/replayed-ledger.ts';

/** Checks what each transaction did, or what all of them have led to, or both. */
interface Book {
  check?(step: Step, ledger: ReplayedLedger): Iterable<string>;
  close?(ledger: ReplayedLedger): Iterable<string>;
}

const VALID = 0;

/**
 * Judges a ledger by the writes of its blocks from the first one on. Written from the ledger's documentation; it shares
 * no code with the chaincode.
 * @returns what is wrong, in order; nothing, if all is well
 */
export function audit(blocks: readonly Block[]): string[] {
  const ledger = new ReplayedLedger();
  const books: readonly Book[] = [
    new RecordBook(),
    new CoinBook(),
    new RangeBook(),
    new EscrowBook(),
    new EnergyBook(),
  ];
  const findings: string[] = [];
  const note = (where: string, examine: () => Iterable<string>) => {
    try {
      for (const finding of examine()) findings.push(`${where}: ${finding}`);
    } catch (error) {
      if (!(error instanceof NotAsDocumented)) throw error;
      findings.push(`${where}: ${error.message}`);
    }
  };
  for (const { number, transactions } of blocks) {
    for (const transaction of transactions.filter(({ validationCode }) => validationCode === VALID)) {
      const where = `block ${number}, ${transaction.functionName}`;
      note(where, () => {
        const step = ledger.apply(transaction);
        return books.flatMap((book) => [...(book.check?.(step, ledger) ?? [])]);
      });
    }
  }
  for (const book of books) note('at the end', () => book.close?.(ledger) ?? []);
  return findings;
}
