import assert from 'node:assert/strict';
import { GreenButtonUnreadable, readingsOfGreenButton } from '../../../gateway/src/services/green-button.ts';

const SUBJECT = { kind: 'point', id: 'roof-7' } as const;

describe('Green Button', () => {
  it('takes a value for an estimate when any of its qualities, or the default of its type, is one', async () => {
    const values = [
      '<value>1</value>',
      '<ReadingQuality><quality>8</quality></ReadingQuality><ReadingQuality><quality>17</quality></ReadingQuality><value>2</value>',
      '<ReadingQuality><quality>17</quality></ReadingQuality><value>3</value>',
    ];
    assert.deepEqual(await estimates(values, ''), [false, true, false]);
    assert.deepEqual(await estimates(values, '<defaultQuality>8</defaultQuality>'), [true, true, false]);
  });

  it('refuses what is no electricity, and what is no number', async () => {
    const gas = read(documentOf(['<value>1</value>'], '<commodity>7</commodity>'));
    await assert.rejects(gas, GreenButtonUnreadable);
    const electricity = await read(documentOf(['<value>1</value>'], '<commodity>1</commodity>'));
    assert.equal(electricity.length, 1);
    for (const value of ['-5', '1.5', '1e3', 'NaN', '', '99999999999999999999']) {
      const [row] = await read(documentOf([`<value>${value}</value>`], ''));
      assert.ok(row !== undefined && 'code' in row, value);
    }
    const hex = await read(
      documentOf(['<value>1</value>'], '<powerOfTenMultiplier>0x3</powerOfTenMultiplier>'),
    );
    assert.ok(hex[0] !== undefined && 'code' in hex[0]);
  });

  it('scales by the power of ten, exactly or not at all', async () => {
    const scaled = async (value: number, exponent: number) => {
      const type = `<powerOfTenMultiplier>${exponent}</powerOfTenMultiplier>`;
      const [row] = await read(documentOf([`<value>${value}</value>`], type));
      return row !== undefined && 'value' in row ? row.value : null;
    };
    assert.deepEqual(
      [await scaled(12, 3), await scaled(12_000, -3), await scaled(12_001, -3), await scaled(1, 12)],
      [12_000, 12, null, null],
    );
  });

  it('keeps no more of an element than a document needs', async () => {
    const text = async function* (): AsyncGenerator<string> {
      yield '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>';
      for (let pieces = 0; pieces < 100; pieces += 1) {
        assert.ok(pieces < 50, 'it is read on and on');
        yield 'x'.repeat(65_536);
        await Promise.resolve();
      }
    };
    await assert.rejects(readingsOfGreenButton(text(), SUBJECT), GreenButtonUnreadable);
    await assert.rejects(read('<a>'.repeat(1000)), GreenButtonUnreadable);
    const names = async function* (): AsyncGenerator<string> {
      yield '<feed xmlns="http://www.w3.org/2005/Atom">';
      for (let entries = 0; ; entries += 1) {
        assert.ok(entries < 300_000, 'it is read on and on');
        yield `<entry><link rel="self" href="/ReadingType/${entries}"/><content><ReadingType xmlns="http://naesb.org/espi"/></content></entry>`;
        await Promise.resolve();
      }
    };
    await assert.rejects(readingsOfGreenButton(names(), SUBJECT), GreenButtonUnreadable);
  });
});

async function estimates(values: readonly string[], type: string): Promise<unknown[]> {
  const rows = await read(documentOf(values, type));
  return rows.map((row) => 'estimated' in row && row.estimated);
}

async function read(text: string) {
  const pieces = async function* (): AsyncGenerator<string> {
    yield await Promise.resolve(text);
  };
  return [...(await readingsOfGreenButton(pieces(), SUBJECT))];
}

/** One meter reading of quarter-hours; `type` is what its type says besides the unit. */
function documentOf(values: readonly string[], type: string): string {
  const espi = 'xmlns="http://naesb.org/espi"';
  const readings = values.map(
    (value, index) =>
      `<IntervalReading>${value}<timePeriod><duration>900</duration><start>${index * 900}</start></timePeriod></IntervalReading>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom">
    <entry><link rel="self" href="/ReadingType/1"/><content><ReadingType ${espi}><uom>72</uom>${type}</ReadingType></content></entry>
    <entry><link rel="self" href="/IntervalBlock/1"/><content><IntervalBlock ${espi}>${readings.join('')}</IntervalBlock></content></entry>
    </feed>`;
}
