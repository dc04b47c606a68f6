import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What stays with the co-operatives: which site hides behind which pseudonyms. */
export interface Person {
  /** Account id on the ledger, once enrolled. */
  account?: string;
  readonly point: string;
  readonly devices: Readonly<Record<string, string>>;
}

/** The week that is played, and who takes part; kept in a file, so that a second run goes on with the first one's. */
export interface WeekRegister {
  /** Start of the shifted week, epoch seconds. */
  readonly start: number;
  /** When it was played first, epoch seconds. */
  readonly playedAt: number;
  readonly persons: Record<string, Person>;
}

/** Random, so that nothing on the ledger tells the site. */
export function pseudonym(): string {
  return randomBytes(12).toString('base64url').replace(/^[_-]/, 'x');
}

/** Opens the register, or makes it with `create` at the first run. */
export function openRegister(file: string, create: () => WeekRegister): WeekRegister {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as WeekRegister;
  const register = create();
  saveRegister(file, register);
  return register;
}

/** Writes the register, whole or not at all. */
export function saveRegister(file: string, register: WeekRegister): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(register, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
