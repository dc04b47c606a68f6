import assert from 'node:assert/strict';
import { readRow } from '../../../gateway/src/services/reading-rows.ts';

const CELLS = {
  subject: 'point/roof-7',
  start: '0',
  interval: '900',
  register: 'import',
  value: '5',
  quality: '',
};

describe('rows of readings', () => {
  it('begin at a time that there is, with its offset', () => {
    const starts: [string, number | null][] = [
      ['2024-02-29T00:00Z', 1_709_164_800],
      ['2024-02-29T01:00:00+01:00', 1_709_164_800],
      ['2024-03-31T02:15:00+01:00', 1_711_847_700],
      ['2024-10-27T02:15:00+02:00', 1_729_988_100],
      ['2024-10-27T02:15:00+01:00', 1_729_991_700],
      ['2023-02-29T00:00Z', null],
      ['2024-04-31T00:00Z', null],
      ['2024-01-01T00:00:00', null],
      ['2024-01-01', null],
      ['2024-01-01T00:00:00.5Z', null],
      ['1e9', null],
      ['-1', null],
    ];
    for (const [start, expected] of starts) {
      const row = readRow({ ...CELLS, start });
      assert.equal('start' in row ? row.start : null, expected, start);
    }
  });

  it('are of an interval that a day can hold, and of a whole value', () => {
    const isTaken = (cells: Partial<typeof CELLS>) => !('code' in readRow({ ...CELLS, ...cells }));
    for (const interval of ['1', '900', '86400']) assert.ok(isTaken({ interval }), interval);
    for (const interval of ['', '0', '-900', '86401', '1e3', '900.0', '99999999999999999'])
      assert.ok(!isTaken({ interval }), interval);
    for (const value of ['', '-1', '+1', 'NaN', 'Infinity', '1e3', '0x10', '1.0', '01', '9999999999999999'])
      assert.ok(!isTaken({ value }), value);
    assert.ok(!isTaken({ start: '9007199254740991' }));
  });
});
