import { change } from '@commonwatt/chaincode/domain';
import { z } from 'zod';

/** What a command would do if it came now, whose result has this shape. */
export function dryRunOf(result: z.ZodType) {
  return z.strictObject({
    outcome: z.enum(['done', 'exists']).describe('`exists`: the same command was done before'),
    result,
    changes: z.array(change).describe('Records as they would be afterwards, and coins that would be spent'),
  });
}

export const dryRunError = z.strictObject({
  error: z.strictObject({ code: z.string(), detail: z.string() }).describe('Why it would fail'),
});
