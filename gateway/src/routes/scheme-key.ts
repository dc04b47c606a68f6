import { z } from 'zod';

/** A version of a scheme as a filter. */
export const schemeKey = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,29}\/[1-9][0-9]{0,3}$/)
  .describe('`<id>/<version>`');
