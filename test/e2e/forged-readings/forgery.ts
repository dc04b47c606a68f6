import { generateKeyPairSync } from 'node:crypto';
import {
  encodeProfileBlock,
  signProfileBlock,
  type ErrorCode,
  type ProfileBlock,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import type { SeededRandom } from '../../benchmark/seeded-random.ts';
import type { TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import type { Victim } from './victim.ts';

/** What a forger has to work with, besides its victim. */
export interface Workshop {
  /** Another meter with blocks on the same ledger. */
  readonly other: Victim;
  /** Meters of a connection point and a device that were submitted, and nobody approved. */
  readonly unapproved: readonly [TestMeter, TestMeter];
}

export interface Forgery {
  readonly name: string;
  /** `exists` for what the ledger has already. */
  readonly expected: ErrorCode | 'exists';
  readonly forge: (victim: Victim, workshop: Workshop) => SignedProfileBlock;
  /** Delivered by a co-operative that the meter does not belong to. */
  readonly abroad?: true;
}

/** Known to nobody. */
export const FORGERS_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** The victim's own signature under what it would never report: the next block, changed. */
export function signedBy(victim: Victim, block: ProfileBlock): SignedProfileBlock {
  return signProfileBlock(victim.channel, block, victim.meter.privateKey);
}

/** A forgery that the victim itself signs: its next block with changes. */
export function changed(
  name: string,
  expected: ErrorCode,
  change: (next: ProfileBlock, victim: Victim, workshop: Workshop) => Partial<ProfileBlock>,
): Forgery {
  return {
    name,
    expected,
    forge: (victim, workshop) => {
      const next = victim.next();
      return signedBy(victim, { ...next, ...change(next, victim, workshop) });
    },
  };
}

/** A forgery whose signature is of other bytes: the next block with changes after it was signed. */
export function altered(
  name: string,
  change: (next: ProfileBlock, victim: Victim, workshop: Workshop) => Partial<ProfileBlock>,
): Forgery {
  return {
    name,
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim, workshop) => {
      const next = victim.next();
      const { signature } = signedBy(victim, next);
      return { body: encodeProfileBlock({ ...next, ...change(next, victim, workshop) }), signature };
    },
  };
}

/** A forgery whose body, signed by the victim, is no profile block. */
export function mangled(name: string, mangle: (body: Buffer, random: SeededRandom) => Buffer): Forgery {
  return {
    name,
    expected: 'BLOCK_MALFORMED',
    forge: (victim) => {
      const { body, signature } = signedBy(victim, victim.next());
      return { body: mangle(Buffer.from(body), victim.random), signature };
    },
  };
}

/** An earlier block of the victim, any but the last one. */
export function earlier({ accepted, random }: Victim): SignedProfileBlock {
  return pick(accepted.slice(0, -1), random);
}

export function pick<Item>(items: readonly Item[], random: SeededRandom): Item {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
