import { encodeSubmission, submitReadings, type SignedProfileBlock } from '@commonwatt/chaincode/domain';
import type { DryRun } from './dry-run.ts';
import { readAnswer, sizeOf } from './readings-intake.ts';
import type { Services } from './services.ts';

/**
 * Asks the own peer for the verdicts on signed blocks; deliveries that are still under way do not count. Readings change
 * no other records, so there are no changes to tell.
 *
 * @throws DomainError COMMAND_TOO_LARGE
 * @throws Unavailable
 */
export async function dryRunDelivery(
  { ledger: { ledger, self } }: Services,
  blocks: readonly SignedProfileBlock[],
): Promise<DryRun> {
  sizeOf(blocks);
  const call = { method: submitReadings.name, args: [encodeSubmission(blocks)] };
  const { outcome, verdicts } = readAnswer(await ledger.evaluate(self, call, { ownPeer: true }));
  return { outcome, result: { verdicts }, changes: [] };
}
