import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeProfileBlock,
  DomainError,
  encodeProfileBlock,
  MAX_INTERVALS,
  NO_PREVIOUS_HASH,
  type ProfileBlock,
  REGISTERS,
} from '@commonwatt/chaincode/domain';

const BLOCK: ProfileBlock = {
  subject: { kind: 'device', id: 'roof-0001' },
  sequence: 1,
  start: 1_767_744_000,
  intervalSec: 900,
  intervals: 3,
  previousHash: NO_PREVIOUS_HASH,
  declaredGapSec: 0,
  fillsGap: false,
  registers: [{ register: 'generation', values: [0, 127, 128], estimated: [[1, 2]] }],
};

const estimatedRuns = (intervals: number) =>
  fc
    .uniqueArray(fc.nat({ max: intervals }), { maxLength: 8, comparator: 'IsStrictlyEqual' })
    .map((bounds) => {
      const ascending = bounds.sort((a, b) => a - b);
      return Array.from({ length: Math.floor(ascending.length / 2) }, (_, run): [number, number] => [
        ascending[2 * run] ?? 0,
        ascending[2 * run + 1] ?? 0,
      ]);
    });

/** Objects as the codec makes them, with a prototype. */
const record = <Model>(model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }) =>
  fc.record(model, { noNullPrototype: true });

const anyBlock: fc.Arbitrary<ProfileBlock> = record({
  intervals: fc.integer({ min: 1, max: 200 }),
  intervalSec: fc.integer({ min: 1, max: 86_400 }),
}).chain(({ intervals, intervalSec }) =>
  record({
    subject: record({
      kind: fc.constantFrom('point' as const, 'device' as const),
      id: fc.stringMatching(/^[A-Za-z0-9_-]{4,40}$/),
    }),
    sequence: fc.integer({ min: 1, max: 9_999_999_999 }),
    start: fc.integer({ min: 0, max: 4_000_000_000 }),
    intervalSec: fc.constant(intervalSec),
    intervals: fc.constant(intervals),
    previousHash: fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((hash) => Buffer.from(hash).toString('base64url')),
    declaredGapSec: fc.constant(0),
    fillsGap: fc.boolean(),
    registers: fc.array(
      record({
        register: fc.constantFrom(...REGISTERS.map(({ name }) => name)),
        values: fc.array(fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat()), {
          minLength: intervals,
          maxLength: intervals,
        }),
        estimated: estimatedRuns(intervals),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/** The code with which bytes are refused, or null when they are a block. */
function refusalOf(body: Uint8Array): string | null {
  try {
    decodeProfileBlock(body);
    return null;
  } catch (error) {
    assert.ok(error instanceof DomainError, String(error));
    return error.code;
  }
}

/** Body of `BLOCK` with a part of its bytes replaced: `[offset, length, bytes]`. */
function altered(offset: number, length: number, bytes: readonly number[]): Buffer {
  const body = encodeProfileBlock(BLOCK);
  return Buffer.concat([body.subarray(0, offset), Buffer.from(bytes), body.subarray(offset + length)]);
}

// Format, kind, id of 9 bytes with its length, sequence, start in 5 bytes, interval in 2, count, hash, gap, filling.
const AT_KIND = 1;
const AT_ID_LENGTH = 2;
const AT_SEQUENCE = 12;
const AT_COUNT = 20;
const AT_GAP = 53;
const AT_FILLING = 54;
const AT_REGISTER_COUNT = 55;
const AT_CODE = 56;
const AT_RUN_COUNT = 61;
const HUGE = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];

describe('the body of a profile block', () => {
  it('is the documented sequence of bytes', () => {
    assert.equal(
      encodeProfileBlock(BLOCK).toString('hex'),
      [
        '01 02 09',
        Buffer.from('roof-0001').toString('hex'),
        '01 80c4f6ca06 8407 03',
        '00'.repeat(32),
        '00 00 01',
        '10 00 7f 8001',
        '01 01 01',
      ]
        .join('')
        .replaceAll(' ', ''),
    );
  });

  it('decodes to what was encoded, whatever the block', () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        // Adjacent runs have one encoding as one run, and the generator makes none.
        assert.deepEqual(decodeProfileBlock(encodeProfileBlock(block)), block);
      }),
    );
  });

  it('carries a declared gap as whole intervals', () => {
    const block = { ...BLOCK, declaredGapSec: 2 * BLOCK.intervalSec };
    assert.equal(decodeProfileBlock(encodeProfileBlock(block)).declaredGapSec, 1800);
    assert.throws(() => encodeProfileBlock({ ...BLOCK, declaredGapSec: 450 }), { code: 'BLOCK_MALFORMED' });
  });

  it('has one encoding only: bytes that decode are the encoding of what they decode to', () => {
    fc.assert(
      fc.property(anyBlock, fc.nat(), fc.nat({ max: 255 }), (block, at, byte) => {
        const body = encodeProfileBlock(block);
        body[at % body.length] = byte;
        if (refusalOf(body) === null) assert.deepEqual(encodeProfileBlock(decodeProfileBlock(body)), body);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses arbitrary bytes with BLOCK_MALFORMED and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.ok(['BLOCK_MALFORMED', null].includes(refusalOf(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  const cases: readonly (readonly [rule: string, detail: string, body: Buffer])[] = [
    ['an unknown format', 'unknown format', altered(0, 1, [2])],
    ['an unknown kind of subject', 'unknown subject kind', altered(AT_KIND, 1, [3])],
    ['an id longer than ids are', 'id length is not from 1 to 40', altered(AT_ID_LENGTH, 1, [41])],
    ['an id that is none', 'the id is no asset id', altered(AT_ID_LENGTH + 1, 1, [0x2f])],
    ['an id outside of ASCII', 'the id is no asset id', altered(AT_ID_LENGTH + 1, 1, [0xe9])],
    ['sequence 0', 'sequence is not from 1 to 9999999999', altered(AT_SEQUENCE, 1, [0])],
    [
      'a sequence of more than ten digits',
      'sequence is not from 1 to 9999999999',
      altered(AT_SEQUENCE, 1, [0x80, 0xc8, 0xaf, 0xa0, 0x25]),
    ],
    [
      'a number in more bytes than it needs',
      'a number is not in its shortest form',
      altered(AT_SEQUENCE, 1, [0x81, 0x00]),
    ],
    [
      'a number above 2^53 - 1',
      'a number is too large',
      altered(AT_GAP, 1, [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]),
    ],
    [
      'a number that does not end',
      'a number is too large',
      altered(
        AT_GAP,
        1,
        Array.from({ length: 9 }, () => 0x80),
      ),
    ],
    ['no interval', 'interval count is not from 1 to 3072', altered(AT_COUNT, 1, [0])],
    [
      'more intervals than a block may have',
      'interval count is not from 1 to 3072',
      altered(AT_COUNT, 1, [0x81, 0x18]),
    ],
    ['more intervals than there are values', 'ends early', altered(AT_COUNT, 1, [0x80, 0x18])],
    ['a gap beyond all time', 'the gap is out of range', altered(AT_GAP, 1, HUGE)],
    ['filling that is neither 0 nor 1', 'filling is not from 0 to 1', altered(AT_FILLING, 1, [2])],
    ['a filling block that declares a gap', 'a filling block declares no gap', altered(AT_GAP, 2, [1, 1])],
    ['no register', 'register count is not from 1 to 4', altered(AT_REGISTER_COUNT, 1, [0])],
    [
      'more registers than a block may have',
      'register count is not from 1 to 4',
      altered(AT_REGISTER_COUNT, 1, [5]),
    ],
    ['an unknown register', 'unknown register', altered(AT_CODE, 1, [99])],
    [
      'more estimated runs than intervals',
      'count of estimated runs is not from 0 to 3',
      altered(AT_RUN_COUNT, 1, HUGE),
    ],
    [
      'an empty estimated run',
      'length of an estimated run is not from 1 to 3',
      altered(AT_RUN_COUNT + 2, 1, [0]),
    ],
    ['an estimated run past the end', 'an estimated run passes the end', altered(AT_RUN_COUNT + 2, 1, [3])],
    [
      'adjacent estimated runs',
      'skip before an estimated run is not from 1 to 3',
      altered(AT_RUN_COUNT, 3, [2, 0, 1, 0, 1]),
    ],
    ['trailing bytes', 'bytes follow the end', Buffer.concat([encodeProfileBlock(BLOCK), Buffer.from([0])])],
    ['a missing end', 'ends early', encodeProfileBlock(BLOCK).subarray(0, -1)],
    ['nothing', 'ends early', Buffer.alloc(0)],
  ];
  for (const [rule, detail, body] of cases) {
    it(`may not have ${rule}`, () => {
      assert.throws(() => decodeProfileBlock(body), { code: 'BLOCK_MALFORMED', detail });
    });
  }

  it('holds no negative number and no fraction', () => {
    for (const wrong of [-1, 0.5, 2 ** 53]) {
      const registers = [{ register: 'generation', values: [0, wrong, 0], estimated: [] }] as const;
      assert.throws(() => encodeProfileBlock({ ...BLOCK, registers }), { code: 'BLOCK_MALFORMED' });
    }
  });

  it(`holds up to ${MAX_INTERVALS} intervals`, () => {
    const values = Array.from({ length: MAX_INTERVALS }, (_, index) => index);
    const block: ProfileBlock = {
      ...BLOCK,
      intervals: MAX_INTERVALS,
      registers: [{ register: 'generation', values, estimated: [] }],
    };
    assert.deepEqual(decodeProfileBlock(encodeProfileBlock(block)), block);
  });
});
