import type { SideRecord } from '../decision';
import { DomainError } from '../error-code';
import type { MeteredSubject } from '../identifier';
import type { Meter } from '../meter/meter';
import { meterKeyHash, type MeterIndex } from '../meter/meter-index';
import { isPossessionProved } from '../meter/possession';
import { firstHead } from '../reading/head';

/** Meters already on the ledger, by the hash of their key. */
export type KnownMeters = ReadonlyMap<string, MeterIndex>;

/** Meters that one list of submissions brings to the ledger: each key is new, proved, and there once. */
export class NewMeters {
  readonly #taken = new Set<string>();

  constructor(
    private readonly channel: string,
    private readonly known: KnownMeters,
  ) {}

  /** @throws DomainError METER_KEY_TAKEN, POSSESSION_NOT_PROVED */
  requireNew(subject: MeteredSubject, meter: Meter, possession: string): void {
    const keyHash = meterKeyHash(meter.publicKey);
    if (this.known.has(keyHash) || this.#taken.has(keyHash)) {
      throw new DomainError('METER_KEY_TAKEN', `meter ${meter.serial} of ${subject.id}`);
    }
    if (!isPossessionProved(this.channel, subject, meter, possession)) {
      throw new DomainError('POSSESSION_NOT_PROVED', `meter ${meter.serial} of ${subject.id}`);
    }
  }

  /** Takes the meter up for its subject, whose chain of profile blocks starts with it. */
  take(subject: MeteredSubject, meter: Meter): SideRecord[] {
    const keyHash = meterKeyHash(meter.publicKey);
    this.#taken.add(keyHash);
    return [
      { type: 'meter', keyHash, subject },
      { type: 'head', value: firstHead(subject, meter) },
    ];
  }
}
