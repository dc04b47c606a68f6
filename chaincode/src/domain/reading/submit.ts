import { z } from 'zod';
import { defineMethod } from '../method';
import { readingsResult } from './readings-result';

/** Takes signed profile blocks; the argument is the bytes of `encodeSubmission`. */
export const submitReadings = defineMethod({
  name: 'readings:submit',
  kind: 'submit',
  roles: ['gateway', 'collector'],
  command: z.instanceof(Uint8Array),
  result: readingsResult,
});
