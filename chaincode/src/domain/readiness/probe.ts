import { z } from 'zod';
import { defineMethod } from '../method';

/** Writes the time under one key. Only ever endorsed, never ordered: it proves that an endorsement plan can be met. */
export const probe = defineMethod({
  name: 'readiness:probe',
  kind: 'submit',
  roles: ['gateway'],
  command: z.strictObject({}),
  result: z.null(),
});
