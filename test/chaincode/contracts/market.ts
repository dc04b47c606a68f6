import { fileURLToPath } from 'node:url';
import {
  ERROR_CODES,
  type ErrorCode,
  type Role,
  type Response,
  type VerdictList,
} from '@commonwatt/chaincode/domain';
import {
  makeOrganisation,
  MemoryLedger,
  type Argument,
  type MemoryLedgerOptions,
  type TestIdentity,
  type TestOrganisation,
} from '../../ledger/index.ts';

const chaincode = fileURLToPath(new URL('../../../chaincode', import.meta.url));

/** The co-operatives that {@link Market.open} enters. */
const COMMUNITIES = ['RiversideMSP', 'HillsideMSP'] as const;

/** The chaincode's contracts on an in-memory ledger, called as by clients of the organisations. */
export class Market {
  readonly ledger: MemoryLedger;
  readonly #organisations = new Map<string, TestOrganisation>();

  private constructor(ledger: MemoryLedger) {
    this.ledger = ledger;
  }

  /** A ledger on which the two co-operatives are entered. */
  static async open(options: Partial<MemoryLedgerOptions> = {}): Promise<Market> {
    const market = new Market(await MemoryLedger.start({ chaincode, copies: 1, ...options }));
    for (const mspId of COMMUNITIES) {
      await market.submit(market.registrar, 'organisations:enter', { mspId, name: mspId, kind: 'community' });
    }
    return market;
  }

  get registrar(): TestIdentity {
    return this.identity('RegulatorMSP', 'registrar');
  }

  organisation(mspId: string): TestOrganisation {
    const known = this.#organisations.get(mspId);
    if (known !== undefined) return known;
    const made = makeOrganisation(mspId);
    this.#organisations.set(mspId, made);
    return made;
  }

  /** An identity with this role; its enrolment id is the role's name unless another is given. */
  identity(mspId: string, role: Role | '', id: string = role): TestIdentity {
    return this.organisation(mspId).enrol(id, role);
  }

  /** A member registered in its co-operative. */
  async member(mspId: string, id: string): Promise<TestIdentity> {
    const manager = this.identity(mspId, 'manager');
    await this.submit(manager, 'accounts:register', { accounts: [{ enrolmentId: id, kind: 'prosumer' }] });
    return this.identity(mspId, 'member', id);
  }

  async submit<Result = unknown>(
    identity: TestIdentity,
    method: string,
    command: unknown = {},
  ): Promise<Response<Result>> {
    const { result } = await this.ledger.submit(identity, method, [argumentOf(command)]);
    return JSON.parse(result.toString()) as Response<Result>;
  }

  /** Verdicts of a list command, a word each: done, exists, or the code of the refusal. */
  async verdicts(identity: TestIdentity, method: string, command: unknown): Promise<string[]> {
    const { result } = await this.submit<VerdictList>(identity, method, command);
    return result.verdicts.map(({ verdict, code }) => code ?? verdict);
  }

  async evaluate(identity: TestIdentity, method: string, command: unknown = {}): Promise<unknown> {
    const answer = await this.ledger.evaluate(identity, method, [argumentOf(command)]);
    return JSON.parse(answer.toString());
  }

  /** Code of the error that evaluating the method gives, or `accepted`. */
  async answer(
    identity: TestIdentity,
    method: string,
    command: unknown = {},
  ): Promise<ErrorCode | 'accepted'> {
    return codeOfCall(this.evaluate(identity, method, command));
  }

  close(): void {
    this.ledger.close();
  }
}

function argumentOf(command: unknown): Argument {
  return command instanceof Uint8Array || typeof command === 'string' ? command : JSON.stringify(command);
}

const REFUSAL = /^chaincode response 500, ([A-Z_]+): /;

/** Code of the registered error that a call ends with, or `accepted`; any other error is the test's failure. */
export async function codeOfCall(call: Promise<unknown>): Promise<ErrorCode | 'accepted'> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    const code = REFUSAL.exec(messageOf(error))?.[1];
    if (code === undefined || !Object.hasOwn(ERROR_CODES, code)) throw error;
    return code as ErrorCode;
  }
}

/** What the first endorser said. */
export function messageOf(error: unknown): string {
  const { details } = error as { details?: { message: string }[] };
  return details?.[0]?.message ?? '';
}
