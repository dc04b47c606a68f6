import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeSubmission,
  encodeSubmission,
  MAX_SUBMISSION_BLOCKS,
  MAX_SUBMISSION_BYTES,
  METER_SIGNATURE_BYTES,
} from '@commonwatt/chaincode/domain';

const signature = (byte: number) => Buffer.alloc(METER_SIGNATURE_BYTES, byte);
const signed = (bytes: number) => ({ body: Buffer.alloc(bytes, 7), signature: signature(9) });

describe('a submission', () => {
  it('gives back the bodies and signatures that were put in, in order', () => {
    const block = fc.record({
      body: fc.uint8Array({ maxLength: 300 }),
      signature: fc.uint8Array({ minLength: METER_SIGNATURE_BYTES, maxLength: METER_SIGNATURE_BYTES }),
    });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 20 }), (blocks) => {
        const decoded = decodeSubmission(encodeSubmission(blocks));
        assert.deepEqual(
          decoded.map(({ body, signature }) => [[...body], [...signature]]),
          blocks.map(({ body, signature }) => [[...body], [...signature]]),
        );
      }),
    );
  });

  it('is malformed when it is empty', () => {
    assert.throws(() => decodeSubmission(Buffer.alloc(0)), { code: 'COMMAND_MALFORMED' });
    assert.throws(() => encodeSubmission([]), { code: 'COMMAND_MALFORMED' });
  });

  it('is malformed when it ends within a block', () => {
    const argument = encodeSubmission([signed(10), signed(10)]);
    assert.throws(() => decodeSubmission(argument.subarray(0, -1)), { code: 'COMMAND_MALFORMED' });
  });

  it('is malformed when a length is not in its shortest form', () => {
    const argument = Buffer.concat([Buffer.from([0x81, 0x00, 7]), signature(9)]);
    assert.throws(() => decodeSubmission(argument), { code: 'COMMAND_MALFORMED' });
  });

  it('is malformed with a signature of another length', () => {
    const short = { body: Buffer.alloc(3), signature: Buffer.alloc(63) };
    assert.throws(() => encodeSubmission([short]), { code: 'COMMAND_MALFORMED' });
  });

  it(`has at most ${MAX_SUBMISSION_BYTES} bytes`, () => {
    const bodyBytes = MAX_SUBMISSION_BYTES - METER_SIGNATURE_BYTES - 3;
    assert.equal(encodeSubmission([signed(bodyBytes)]).length, MAX_SUBMISSION_BYTES);
    assert.throws(() => encodeSubmission([signed(bodyBytes + 1)]), { code: 'COMMAND_TOO_LARGE' });
    assert.throws(() => decodeSubmission(Buffer.alloc(MAX_SUBMISSION_BYTES + 1)), {
      code: 'COMMAND_TOO_LARGE',
    });
  });

  it(`has at most ${MAX_SUBMISSION_BLOCKS} blocks`, () => {
    const blocks = Array.from({ length: MAX_SUBMISSION_BLOCKS }, () => signed(1));
    const argument = encodeSubmission(blocks);
    assert.equal(decodeSubmission(argument).length, MAX_SUBMISSION_BLOCKS);
    const oneMore = Buffer.concat([argument, encodeSubmission([signed(1)])]);
    assert.throws(() => decodeSubmission(oneMore), { code: 'COMMAND_TOO_LARGE' });
  });
});
