import { LIST_LIMIT, type Change } from '@commonwatt/chaincode/domain';
import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { OperationErrorCode } from '../fabric/operation.ts';
import { inFreshView } from './fresh-view.ts';
import { requireCustody } from './key-custody.ts';
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
 * nothing is enrolled, and what was picked is free again.
 *
 * @throws BusinessError that the command would fail with
 * @throws Problem KEY_CUSTODY_CONFLICT for one who keeps the key
 * @throws Unavailable
 */
export async function dryRun(
  { ledger }: Services,
  caller: Caller,
  { method, prepare }: Submission,
): Promise<DryRun> {
  requireRole(caller, method);
  requireCustody(caller);
  return inFreshView(ledger.projection, async () => {
    const { args, release } = await prepare();
    try {
      const answer = await ledger.ledger.evaluate(caller.identity, { method, args }, { ownPeer: true });
      const { outcome, result, changes } = JSON.parse(Buffer.from(answer).toString('utf8')) as DryRun;
      return { outcome, result, changes };
    } finally {
      release?.();
    }
  });
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
