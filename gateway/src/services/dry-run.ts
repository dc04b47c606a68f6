import { LIST_LIMIT, type Change } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import type { Prepared } from '../fabric/command.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { OperationErrorCode } from '../fabric/operation.ts';
import type { LedgerIdentity } from '../fabric/wallet.ts';
import { inFreshView } from './fresh-view.ts';
import { requireCustody } from './key-custody.ts';
import type { Question } from './questions.ts';
import type { Services } from './services.ts';
import { requireRole, type Submission } from './submit.ts';

/** What a command would answer and change if it came now. */
export interface DryRun {
  readonly outcome: 'done' | 'exists';
  readonly result: unknown;
  readonly changes: readonly Change[];
}

/** One of several: what it would do, or why it would fail. */
export type DryRunOrError =
  DryRun | { readonly error: { readonly code: OperationErrorCode; readonly detail: string } };

/**
 * Asks the own peer what a command would do: prepared as for submission, evaluated, and given up. Nothing is written,
 * nothing is enrolled, and what was picked is free again. One who keeps the key has to sign the question first.
 *
 * @throws BusinessError that the command would fail with
 * @throws TooManyPending, Unavailable
 */
export async function dryRunOrAsk(
  services: Services,
  caller: Caller,
  submission: Submission,
): Promise<DryRun | Question> {
  if (caller.identity.keys === 'custodial') return dryRun(services, caller, submission);
  requireRole(caller, submission.method);
  const { args, release } = await inFreshView(services.ledger.projection, submission.prepare);
  // Nobody knows when it will be signed, and what was picked is only asked about.
  release?.();
  return services.questions.ask(caller, (identity) => evaluate(services, identity, submission.method, args));
}

/** @throws Problem KEY_CUSTODY_CONFLICT for one who keeps the key */
async function dryRun(services: Services, caller: Caller, { method, prepare }: Submission): Promise<DryRun> {
  requireRole(caller, method);
  requireCustody(caller);
  return inFreshView(services.ledger.projection, async () => {
    const { args, release } = await prepare();
    try {
      return await evaluate(services, caller.identity, method, args);
    } finally {
      release?.();
    }
  });
}

async function evaluate(
  { ledger: { ledger } }: Services,
  identity: LedgerIdentity,
  method: string,
  args: Prepared['args'],
): Promise<DryRun> {
  const answer = await ledger.evaluate(identity, { method, args }, { ownPeer: true });
  const { outcome, result, changes } = JSON.parse(Buffer.from(answer).toString('utf8')) as DryRun;
  return { outcome, result, changes };
}

/**
 * One after the other, each as if it were the only one.
 *
 * @throws BusinessError COMMAND_TOO_LARGE for more than a hundred
 * @throws Unavailable
 */
export async function dryRunEach(
  services: Services,
  caller: Caller,
  submissions: readonly Submission[],
): Promise<DryRunOrError[]> {
  if (submissions.length > LIST_LIMIT)
    throw new BusinessError('COMMAND_TOO_LARGE', `a dry run has at most ${LIST_LIMIT} commands`);
  const answers: DryRunOrError[] = [];
  for (const submission of submissions) {
    try {
      answers.push(await dryRun(services, caller, submission));
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      answers.push({ error: { code: error.code, detail: error.detail } });
    }
  }
  return answers;
}
