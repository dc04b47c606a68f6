import { z } from 'zod';
import { Question } from '../services/questions.ts';
import type { JsonReply } from './endpoint.ts';

/** What peers cannot be asked in the name of one who keeps the key before it has signed it. */
export const question = z.strictObject({
  id: z.uuid(),
  kind: z.literal('question'),
  bytes: z.base64().describe('Proposal of Fabric, to be signed as it is'),
});

/** The answer, or 202 with the question that is to be signed for it. */
export function answerOrQuestion(status: number, answer: unknown): JsonReply {
  if (!(answer instanceof Question)) return { status, body: answer };
  const { id, bytes } = answer;
  const body: z.output<typeof question> = {
    ...{ id, kind: 'question' },
    bytes: Buffer.from(bytes).toString('base64'),
  };
  return { status: 202, body };
}
