import { z } from 'zod';
import { defineMethod } from '../method';
import type { EpochSeconds } from '../quantity';

export const PROBE_BYTES = 100;

/**
 * Writes the time in {@link PROBE_BYTES} bytes under a key of its own transaction, and nothing else. As a rule it is
 * only endorsed, which proves that an endorsement plan can be met; what other transactions cost is measured against it.
 */
export const probe = defineMethod({
  name: 'readiness:probe',
  kind: 'submit',
  roles: ['gateway'],
  command: z.strictObject({}),
  result: z.null(),
});

/** What a probe writes. */
export function probeText(now: EpochSeconds): string {
  return now.toString().padStart(PROBE_BYTES, '0');
}
