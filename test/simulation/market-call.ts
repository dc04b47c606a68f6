import { GatewayError } from '@hyperledger/fabric-gateway';
import { type Change, ERROR_CODES } from '@commonwatt/chaincode/domain';
import type { Argument, MemoryLedger, Proposal, ProposalOptions, TestIdentity } from '../ledger/index.ts';

/** What the chaincode answers to a command. */
export interface Answer {
  /** `done`, `exists`, or the code of the error. */
  readonly code: string;
  /** Of the error. */
  readonly detail: string;
  readonly result: unknown;
  readonly changes: readonly Change[];
  /** The endorsed transaction; undefined for an error. */
  readonly proposal: Proposal | undefined;
}

/** The id among the result of a command that creates something. */
export function idIn({ code, detail, result }: Answer): string {
  if (result !== null && typeof result === 'object' && 'id' in result && typeof result.id === 'string')
    return result.id;
  throw new Error(`no id in the answer: ${code} ${detail}`);
}

/** Endorses a command, without ordering it. */
export async function endorse(
  ledger: MemoryLedger,
  identity: TestIdentity,
  method: string,
  command: unknown,
  options?: ProposalOptions,
): Promise<Answer> {
  const argument: Argument = command instanceof Uint8Array ? command : JSON.stringify(command);
  try {
    const proposal = await ledger.endorse(identity, method, [argument], options);
    const { outcome, result, changes } = JSON.parse(proposal.result.toString()) as {
      outcome: string;
      result: unknown;
      changes: Change[];
    };
    return { code: outcome, detail: '', result, changes, proposal };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Endorses a command and commits it in a block of its own. */
export async function submit(
  ledger: MemoryLedger,
  identity: TestIdentity,
  method: string,
  command: unknown,
): Promise<Answer> {
  const answer = await endorse(ledger, identity, method, command);
  await answer.proposal?.submit();
  return answer;
}

const REFUSAL = /^chaincode response 500, ([A-Z_]+): (.*)$/s;

/** The chaincode's error of a registered code; anything else that went wrong is thrown again. */
export function refusalOf(error: unknown): Answer {
  const [first] = error instanceof GatewayError ? error.details : [];
  const [, code = '', detail = ''] = REFUSAL.exec(first?.message ?? '') ?? [];
  if (!Object.hasOwn(ERROR_CODES, code)) throw error;
  return { code, detail, result: undefined, changes: [], proposal: undefined };
}
