/** Statements about everything, looked at by the program that an outsider would use. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError, type SignedStatement } from '@commonwatt/client';
import { readRoots } from '../../../statement-verifier/certificates.mjs';
import { Refused } from '../../../statement-verifier/refused.mjs';
import { verifyStatement, type Trust } from '../../../statement-verifier/verify.mjs';
import { PROJECT_ROOT } from '../../../test-network-scripts/state-folder.ts';
import { Expectations, type Finding } from '../faults/finding.ts';
import type { Market } from '../market.ts';
import { mutationsOf } from '../../statement-verifier/mutations.ts';
import { retireTwice } from './double-spend.ts';
import { tellStory, type Story } from './story.ts';

const PROGRAM = join(PROJECT_ROOT, 'statement-verifier', 'verify-statement.mjs');

export interface ProofOptions {
  /** Bits flipped in each field of bytes of each statement. */
  readonly bits: number;
  /** Double spends of certificates. */
  readonly doubleSpends: number;
}

export async function proveStatements(market: Market, options: ProofOptions): Promise<Finding> {
  const story = await tellStory(market);
  const proof = new Proof(market, story);
  try {
    const statements = await proof.stateAll();
    const changed = proof.changeAll(statements, options.bits);
    const changes = [...changed.values()].reduce((sum, count) => sum + count, 0);
    for (let round = 0; round < options.doubleSpends; round += 1) await proof.spendTwice();
    return {
      figures: [
        ['kinds of things stated', statements.length],
        ['of these also asked by one who keeps its key', proof.signedByOwner],
        ['proven by the program', proof.proven],
        ['changed statements', changes],
        ['of these refused', changes - proof.passed.length],
        ...[...changed].map(([field, count]) => [`changed in \`${field}\``, count] as const),
        ['certificates retired twice at once', options.doubleSpends],
        ['statements about the invalid retirement', proof.aboutInvalid],
      ],
      violations: proof.expectations.violations,
    };
  } finally {
    proof.close();
  }
}

class Proof {
  readonly expectations = new Expectations();
  proven = 0;
  signedByOwner = 0;
  aboutInvalid = 0;
  /** Changed statements that were not refused. */
  readonly passed: string[] = [];
  readonly #market: Market;
  readonly #story: Story;
  readonly #trust: Trust;
  readonly #folder = mkdtempSync(join(tmpdir(), 'statements-'));

  constructor(market: Market, story: Story) {
    this.#market = market;
    this.#story = story;
    const { channel, consortium } = market;
    for (const [mspId, root] of consortium.roots()) writeFileSync(join(this.#folder, `${mspId}.pem`), root);
    const { chaincode } = consortium.definition;
    const roles = { regulator: 'RegulatorMSP', utility: 'UtilityMSP' };
    this.#trust = { authorities: readRoots(this.#folder), ...roles, channel, chaincode, id: undefined };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /** The auditor has everything stated; the owner of a key what it may see. */
  async stateAll(): Promise<SignedStatement[]> {
    const statements: SignedStatement[] = [];
    const { auditor } = this.#market.offices;
    for (const id of this.#story.ids) {
      const statement = await auditor.get('/v1/statements/{id}', { path: { id } });
      this.expectations.equal(`verdict on ${id}`, await this.#verdict(statement, id), 'proven');
      statements.push(statement);
      await this.#stateAsOwner(id, statement);
    }
    return statements;
  }

  /** Every single change of any field makes it no statement. */
  changeAll(statements: readonly SignedStatement[], bits: number): ReadonlyMap<string, number> {
    const changes = new Map<string, number>();
    for (const statement of statements) {
      for (const { what, statement: changed } of mutationsOf(statement, () => bits)) {
        const field = fieldOf(what);
        changes.set(field, (changes.get(field) ?? 0) + 1);
        if (!this.#isRefused(changed)) this.passed.push(`${statement.id}: ${what}`);
      }
    }
    this.expectations.equal('changed statements that were proven', this.passed, []);
    return changes;
  }

  /** Neither before it is committed nor when it has lost: an invalid retirement is never stated. */
  async spendTwice(): Promise<void> {
    const { auditor } = this.#market.offices;
    const isStated = async (id: string) => (await codeOfStatement(auditor, id)) === 'stated';
    const { valid, invalid, madeUp } = await retireTwice(this.#market, this.#story, async (ids) => {
      for (const id of ids)
        this.expectations.holds(!(await isStated(id)), `${id} is stated before it is committed`);
    });
    this.expectations.holds(await isStated(valid), `${valid} is not stated`);
    for (const party of [auditor, this.#story.seller.party]) {
      const code = await codeOfStatement(party, invalid);
      if (code === 'stated') this.aboutInvalid += 1;
      const expected = party === auditor ? 'NOT_FOUND' : 'KEY_CUSTODY_CONFLICT';
      this.expectations.equal(`statement about ${invalid}`, code, expected);
    }
    const verdict = await this.#verdict(madeUp, invalid);
    this.expectations.equal(
      'verdict on endorsements of the loser',
      verdict,
      'the peers were asked for certificates:retire',
    );
  }

  async #stateAsOwner(id: string, statement: SignedStatement): Promise<void> {
    let own: SignedStatement;
    try {
      own = await this.#story.seller.signing.statement(id);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'NOT_AUTHORISED') return;
      throw error;
    }
    this.signedByOwner += 1;
    this.expectations.equal(`value of ${id} to the owner of a key`, own.value, statement.value);
    this.expectations.equal(`verdict on ${id} of its own`, await this.#verdict(own, id), 'proven');
  }

  /** What the program says, run as its user runs it. */
  async #verdict(statement: SignedStatement, id: string): Promise<string> {
    const file = join(this.#folder, 'statement.json');
    writeFileSync(file, JSON.stringify(statement));
    const { channel } = this.#market;
    const { chaincode } = this.#market.consortium.definition;
    const args = [file, '--roots', this.#folder, '--id', id, '--json'];
    const { code, output } = await run([PROGRAM, ...args, '--channel', channel, '--chaincode', chaincode]);
    const verdict = JSON.parse(output) as { proven: boolean; reason?: string };
    this.expectations.equal(`exit code for ${id}`, code, verdict.proven ? 0 : 1);
    if (!verdict.proven) return verdict.reason ?? '';
    this.proven += 1;
    return 'proven';
  }

  #isRefused(statement: unknown): boolean {
    try {
      verifyStatement(statement, this.#trust);
      return false;
    } catch (error) {
      if (error instanceof Refused) return true;
      throw error;
    }
  }
}

async function codeOfStatement(party: Market['offices']['auditor'], id: string): Promise<string> {
  try {
    await party.get('/v1/statements/{id}', { path: { id } });
    return 'stated';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { encoding: 'utf8' }, (error, output) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output });
    });
  });
}

/** Of the statement's own form; a value has others of its own. */
function fieldOf(what: string): string {
  const path = what.slice(0, what.indexOf(' ')).replace(/^\$\.?/, '');
  if (path.startsWith('value')) return 'value';
  return path === '' ? 'the statement' : path.replaceAll(/\[\d+\]/g, '[]');
}
