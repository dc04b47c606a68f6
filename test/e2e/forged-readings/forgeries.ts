import {
  CHAIN_START,
  decodeProfileBlock,
  encodeProfileBlock,
  nextBlock,
  possessionBytes,
  profileBlockHash,
  signAsMeter,
  signProfileBlock,
  type ProfileBlock,
} from '@commonwatt/chaincode/domain';
import { INTERVAL_SEC, type TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import { altered, changed, earlier, FORGERS_KEY, mangled, pick, signedBy, type Forgery } from './forgery.ts';
import { MOST_WH, type Victim } from './victim.ts';

const SIGNATURE_BYTES = 64;
const CLOCK_TOLERANCE_SEC = 60;
const ID_LENGTH_AT = 2;

function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return flipped;
}

function withFirstValue({ registers }: ProfileBlock, value: number): Partial<ProfileBlock> {
  const [first, ...others] = registers;
  if (first === undefined) throw new RangeError('a block has registers');
  return { registers: [{ ...first, values: [value, ...first.values.slice(1)] }, ...others] };
}

function lastOf({ accepted }: Victim) {
  const last = accepted.at(-1);
  if (last === undefined) throw new RangeError('nothing was accepted yet');
  return last;
}

/** The first report of a meter that has reported nothing. */
function firstOf(meter: TestMeter, victim: Victim, block: ProfileBlock) {
  const { start, intervalSec, registers } = block;
  const [first] = registers;
  if (first === undefined) throw new RangeError('a block has registers');
  const own = { ...first, register: meter.subject.kind === 'device' ? 'generation' : 'export' } as const;
  const measurement = { start, intervalSec, registers: [own] } as const;
  return signProfileBlock(
    victim.channel,
    nextBlock(CHAIN_START, meter.subject, measurement),
    meter.privateKey,
  );
}

const FORGED: readonly Forgery[] = [
  {
    name: "signed by the forger's own key",
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => signProfileBlock(victim.channel, victim.next(), FORGERS_KEY),
  },
  {
    name: "signed by another meter's key",
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim, { other }) => signProfileBlock(victim.channel, victim.next(), other.meter.privateKey),
  },
  {
    name: 'with a random signature',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => ({
      body: encodeProfileBlock(victim.next()),
      signature: Buffer.from(Array.from({ length: SIGNATURE_BYTES }, () => victim.random.integer(0, 255))),
    }),
  },
  {
    name: 'with a signature of zeros',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => ({
      body: encodeProfileBlock(victim.next()),
      signature: Buffer.alloc(SIGNATURE_BYTES),
    }),
  },
  {
    name: 'with a bit of the signature changed',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => {
      const { body, signature } = signedBy(victim, victim.next());
      return { body, signature: flipBit(signature, victim.random.integer(0, SIGNATURE_BYTES * 8 - 1)) };
    },
  },
  {
    name: 'signed for another purpose',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => {
      const { subject, privateKey, meter } = victim.meter;
      const signature = signAsMeter(privateKey, possessionBytes(victim.channel, subject, meter.serial));
      return { body: encodeProfileBlock(victim.next()), signature };
    },
  },
  {
    name: 'signed without the domain tag',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => {
      const body = encodeProfileBlock(victim.next());
      return { body, signature: signAsMeter(victim.meter.privateKey, body) };
    },
  },
];

const REPLAYED: readonly Forgery[] = [
  {
    name: 'replayed from another channel',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => signProfileBlock(`${victim.channel}-2`, victim.next(), victim.meter.privateKey),
  },
  {
    name: 'replayed from another meter, with this one for its subject',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim, { other }) => {
      const { body, signature } = other.old(victim.random);
      const block = { ...decodeProfileBlock(body), subject: victim.meter.subject };
      return { body: encodeProfileBlock(block), signature };
    },
  },
  {
    name: 'with the signature of an earlier block',
    expected: 'BLOCK_SIGNATURE_INVALID',
    forge: (victim) => ({
      body: encodeProfileBlock(victim.next()),
      signature: pick(victim.accepted, victim.random).signature,
    }),
  },
  {
    name: 'replayed: the last block',
    expected: 'exists',
    forge: (victim) => lastOf(victim),
  },
  {
    name: 'replayed: an earlier block',
    expected: 'exists',
    forge: (victim) => earlier(victim),
  },
  {
    name: 'replayed: an earlier block, signed anew',
    expected: 'exists',
    forge: (victim) => signedBy(victim, decodeProfileBlock(earlier(victim).body)),
  },
  {
    name: 'replayed: an earlier block with another value, signed anew',
    expected: 'BLOCK_SEQUENCE_WRONG',
    forge: (victim) => {
      const block = decodeProfileBlock(earlier(victim).body);
      const value =
        ((block.registers[0]?.values[0] ?? 0) + victim.random.integer(1, MOST_WH)) % (MOST_WH + 1);
      return signedBy(victim, { ...block, ...withFirstValue(block, value) });
    },
  },
];

const ALTERED: readonly Forgery[] = [
  altered('with a value changed', (next, { random }) => {
    const value = ((next.registers[0]?.values[0] ?? 0) + random.integer(1, MOST_WH)) % (MOST_WH + 1);
    return withFirstValue(next, value);
  }),
  altered('with its start moved', ({ start }) => ({
    start: start + INTERVAL_SEC,
    declaredGapSec: INTERVAL_SEC,
  })),
  altered('with its sequence changed', ({ sequence }) => ({ sequence: sequence + 1 })),
  altered('with measured values called estimates', ({ registers }) => ({
    registers: registers.map((register) => ({ ...register, estimated: [[0, 1]] })),
  })),
  altered('with the hash of another predecessor', (_next, victim) => ({
    previousHash: profileBlockHash(victim.channel, earlier(victim).body),
  })),
];

const OUT_OF_SEQUENCE: readonly Forgery[] = [
  changed('a sequence number left out', 'BLOCK_SEQUENCE_WRONG', ({ sequence }, { random }) => ({
    sequence: sequence + random.integer(1, 1000),
  })),
  changed('a sequence number used before', 'BLOCK_SEQUENCE_WRONG', ({ sequence }, { random }) => ({
    sequence: random.integer(1, sequence - 1),
  })),
  changed('an earlier block for its predecessor', 'BLOCK_CHAIN_BROKEN', (_next, victim) => ({
    previousHash: profileBlockHash(victim.channel, earlier(victim).body),
  })),
  changed('no predecessor', 'BLOCK_CHAIN_BROKEN', () => ({ previousHash: 'A'.repeat(43) })),
  changed("another meter's block for its predecessor", 'BLOCK_CHAIN_BROKEN', (_next, victim, { other }) => ({
    previousHash: profileBlockHash(victim.channel, other.old(victim.random).body),
  })),
];

const MISTIMED: readonly Forgery[] = [
  changed('begins before the last one ended', 'BLOCK_OVERLAP', ({ start }, { random }) => ({
    start: start - random.integer(1, 24) * INTERVAL_SEC,
  })),
  changed('fills a gap where there is none', 'BLOCK_OVERLAP', ({ start, intervals }) => ({
    start: start - intervals * INTERVAL_SEC,
    fillsGap: true,
  })),
  changed('fills a gap beyond the end', 'BLOCK_GAP_UNDECLARED', () => ({ fillsGap: true })),
  changed('leaves out time without a word', 'BLOCK_GAP_UNDECLARED', ({ start }, { random }) => ({
    start: start + random.integer(1, 5) * INTERVAL_SEC,
  })),
  changed('declares less than it leaves out', 'BLOCK_GAP_UNDECLARED', ({ start }, { random }) => ({
    start: start + random.integer(3, 5) * INTERVAL_SEC,
    declaredGapSec: random.integer(1, 2) * INTERVAL_SEC,
  })),
  changed('declares a gap that is none', 'BLOCK_GAP_UNDECLARED', () => ({ declaredGapSec: INTERVAL_SEC })),
  changed('one gap too many', 'BLOCK_GAPS_TOO_MANY', ({ start }) => ({
    start: start + INTERVAL_SEC,
    declaredGapSec: INTERVAL_SEC,
  })),
  changed('ends in the future', 'BLOCK_IN_FUTURE', ({ start, registers }, { random }) => {
    const tooLate = Math.floor(Date.now() / 1000) + CLOCK_TOLERANCE_SEC + INTERVAL_SEC - start;
    const intervals = Math.ceil(tooLate / INTERVAL_SEC) + random.integer(0, 24);
    const values = Array.from({ length: intervals }, () => 0);
    return { intervals, registers: registers.map((register) => ({ ...register, values })) };
  }),
  changed('intervals that do not divide the day', 'BLOCK_GRID_WRONG', (_next, { random }) => ({
    intervalSec: pick([420, 1000, 5000, 7000], random),
  })),
  changed('intervals shorter than a minute', 'BLOCK_GRID_WRONG', (_next, { random }) => ({
    intervalSec: pick([1, 10, 30], random),
  })),
  changed('begins between two intervals', 'BLOCK_GRID_WRONG', ({ start }, { random }) => ({
    start: start + random.integer(1, INTERVAL_SEC - 1),
  })),
];

const IMPLAUSIBLE: readonly Forgery[] = [
  changed('more than the capacity allows', 'BLOCK_IMPLAUSIBLE', (next, { random }) =>
    withFirstValue(next, MOST_WH + random.integer(1, MOST_WH)),
  ),
  changed('a Wh more than the capacity allows', 'BLOCK_IMPLAUSIBLE', (next) =>
    withFirstValue(next, MOST_WH + 1),
  ),
  changed('the largest number that there is', 'BLOCK_IMPLAUSIBLE', (next) =>
    withFirstValue(next, Number.MAX_SAFE_INTEGER),
  ),
  changed('a register that is not metered here', 'BLOCK_REGISTER_WRONG', ({ registers }, victim) => ({
    registers: registers.map((register) => ({
      ...register,
      register: victim.meter.subject.kind === 'device' ? 'import' : 'generation',
    })),
  })),
  changed('a register twice', 'BLOCK_REGISTER_WRONG', ({ registers }) => ({
    registers: [...registers, ...registers],
  })),
];

const MALFORMED: readonly Forgery[] = [
  mangled('cut short', (body, random) => body.subarray(0, random.integer(1, body.length - 1))),
  mangled('with bytes after its end', (body, random) =>
    Buffer.concat([body, Buffer.alloc(random.integer(1, 40))]),
  ),
  mangled('of another format', (body, random) =>
    Buffer.concat([Buffer.from([random.integer(2, 255)]), body.subarray(1)]),
  ),
  mangled('of a subject of no kind', (body, random) =>
    Buffer.concat([body.subarray(0, 1), Buffer.from([random.integer(3, 255)]), body.subarray(2)]),
  ),
  mangled('with a length that is not in its shortest form', (body) =>
    Buffer.concat([
      body.subarray(0, ID_LENGTH_AT),
      Buffer.from([body.readUInt8(ID_LENGTH_AT) | 0x80, 0]),
      body.subarray(ID_LENGTH_AT + 1),
    ]),
  ),
  mangled('random bytes', (body, random) =>
    Buffer.from(body.map((_byte, at) => (at === 0 ? 0 : random.integer(0, 255)))),
  ),
];

const MISPLACED: readonly Forgery[] = [
  changed('of a subject that nobody knows', 'NOT_FOUND', ({ subject }, { random }) => ({
    subject: { kind: subject.kind, id: `nobody-${random.integer(0, 999_999)}` },
  })),
  changed('of a subject of the other kind', 'NOT_FOUND', ({ subject: { kind, id } }) => ({
    subject: { kind: kind === 'point' ? 'device' : 'point', id },
  })),
  {
    name: 'of a subject that was not approved',
    expected: 'SUBJECT_NOT_APPROVED',
    forge: (victim, { unapproved }) => firstOf(pick(unapproved, victim.random), victim, victim.next()),
  },
  {
    name: 'delivered by another co-operative',
    expected: 'SUBJECT_FOREIGN',
    forge: (victim) => signedBy(victim, victim.next()),
    abroad: true,
  },
];

/** Every kind of block that must not be accepted. */
export const FORGERIES: readonly Forgery[] = [
  ...FORGED,
  ...REPLAYED,
  ...ALTERED,
  ...OUT_OF_SEQUENCE,
  ...MISTIMED,
  ...IMPLAUSIBLE,
  ...MALFORMED,
  ...MISPLACED,
];
