import { z } from 'zod';
import { MAX_SUBMISSION_BLOCKS } from './profile-block';

const position = z
  .int()
  .min(0)
  .max(MAX_SUBMISSION_BLOCKS - 1)
  .describe('Position of the block in the submission, from 0');

export const refusal = z.strictObject({ at: position, code: z.string(), detail: z.string() });
export type Refusal = z.infer<typeof refusal>;

/**
 * What became of the blocks of a submission, by their position. A block that is listed nowhere was accepted: the usual
 * answer is short, because every peer stores it.
 */
export const readingsResult = z.strictObject({
  blocks: z.int().min(1).max(MAX_SUBMISSION_BLOCKS),
  exists: z.array(position),
  refused: z.array(refusal),
});
export type ReadingsResult = z.infer<typeof readingsResult>;
