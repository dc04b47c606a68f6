import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_EPOCH_SECONDS, vintageOf } from '@commonwatt/chaincode/domain';

describe('a vintage', () => {
  it('is the UTC month of a time', () => {
    const at = (text: string) => vintageOf(Date.parse(text) / 1000);
    assert.equal(at('1970-01-01T00:00:00Z'), '1970-01');
    assert.equal(at('2024-02-29T23:59:59Z'), '2024-02');
    assert.equal(at('2024-03-01T00:00:00Z'), '2024-03');
    assert.equal(at('2025-12-31T23:59:59Z'), '2025-12');
    assert.equal(at('2026-01-01T00:00:00Z'), '2026-01');
    assert.equal(at('2100-02-28T12:00:00Z'), '2100-02');
    assert.equal(at('2100-03-01T00:00:00Z'), '2100-03');
  });

  it("agrees with the calendar of the language's dates at any time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_EPOCH_SECONDS }), (time) => {
        assert.equal(vintageOf(time), new Date(time * 1000).toISOString().slice(0, 7));
      }),
      { numRuns: 1000 },
    );
  });
});
