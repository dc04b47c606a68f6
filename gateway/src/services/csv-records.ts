/** CSV that cannot be read. */
export class CsvUnreadable extends Error {}

const QUOTE = '"';

/**
 * Records of CSV (RFC 4180) as its text comes in pieces; records end in CR LF or LF, empty lines are none.
 *
 * @param maxLength of a record, so that a quote that is never closed does not fill the memory
 * @throws CsvUnreadable
 */
export async function* csvRecords(
  pieces: AsyncIterable<string>,
  maxLength: number,
): AsyncGenerator<readonly string[]> {
  const reader = new RecordReader(maxLength);
  for await (const piece of pieces) yield* reader.read(piece);
  yield* reader.end();
}

class RecordReader {
  readonly #maxLength: number;
  #cells: string[] = [];
  #cell = '';
  #length = 0;
  /** Outside of quotes, within them, or behind a quote that closes them or stands for itself. */
  #state: 'plain' | 'quoted' | 'quote' = 'plain';

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  *read(piece: string): Generator<readonly string[]> {
    for (const character of piece) {
      this.#length += 1;
      if (this.#length > this.#maxLength)
        throw new CsvUnreadable(`a record has more than ${this.#maxLength} characters`);
      if (this.#take(character)) yield* this.#complete();
    }
  }

  *end(): Generator<readonly string[]> {
    if (this.#state === 'quoted') throw new CsvUnreadable('a quote is not closed');
    yield* this.#complete();
  }

  /** @returns whether the record ends here */
  #take(character: string): boolean {
    if (this.#state === 'quoted') {
      if (character === QUOTE) this.#state = 'quote';
      else this.#cell += character;
      return false;
    }
    if (character === QUOTE) {
      if (this.#state === 'quote') this.#cell += QUOTE;
      else if (this.#cell !== '') throw new CsvUnreadable('a quote stands within a field');
      this.#state = 'quoted';
      return false;
    }
    if (character === '\n') return true;
    if (character === ',') {
      this.#cells.push(this.#cell);
      this.#cell = '';
      this.#state = 'plain';
    } else if (character !== '\r') {
      if (this.#state === 'quote') throw new CsvUnreadable('something follows a closing quote');
      this.#cell += character;
    }
    return false;
  }

  *#complete(): Generator<readonly string[]> {
    const cells = [...this.#cells, this.#cell];
    this.#cells = [];
    this.#cell = '';
    this.#length = 0;
    this.#state = 'plain';
    if (cells.length > 1 || cells[0] !== '') yield cells;
  }
}
