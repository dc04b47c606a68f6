import { z } from 'zod';
import { formatVersion, meteredSubject, type MeteredSubject, sha256 } from '../identifier';
import { meter, type Meter } from '../meter/meter';
import { epochSeconds, period } from '../quantity';

export const MAX_OPEN_GAPS = 32;

/** Where the chain of a metered subject's profile blocks stands. It belongs to the subject and outlives its meters. */
export const head = z.strictObject({
  v: formatVersion,
  subject: meteredSubject,
  /** The meter that signs at present. */
  meter,
  /** Sequence and hash of the last accepted block; 0 and null before the first. */
  sequence: z.int().min(0),
  hash: sha256.nullable(),
  /** End of covered time; null before the first block. */
  coveredUntil: epochSeconds.nullable(),
  intervalSec: z.int().nullable(),
  /** Declared gaps that first readings may still fill, ascending. */
  gaps: z.array(period).max(MAX_OPEN_GAPS),
});
export type Head = z.infer<typeof head>;

/** The head of a subject that has reported nothing yet. */
export function firstHead(subject: MeteredSubject, meter: Meter): Head {
  return { v: 1, subject, meter, sequence: 0, hash: null, coveredUntil: null, intervalSec: null, gaps: [] };
}
