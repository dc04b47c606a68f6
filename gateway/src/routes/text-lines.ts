import type { Readable } from 'node:stream';

export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** Without the line break; null for a line that is too long. */
  readonly bytes: Buffer | null;
}

/** Why there is no line: none is left, none has come in time, or the connection was closed. */
export type NoLine = 'end' | 'late' | 'cut';

const LINE_FEED = 0x0a;

/** Lines of a stream, of which no more is read than is asked for. */
export class TextLines {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #maxBytes: number;
  /** Of what was read last; those before {@link #next} are taken. */
  #ready: TextLine[] = [];
  #next = 0;
  /** Of the line that is not complete yet. */
  #parts: Buffer[] = [];
  #partBytes = 0;
  #number = 0;
  #reading: Promise<void> | undefined;
  #over: 'end' | 'cut' | undefined;

  /** @param maxBytes longest line; of a longer one nothing is kept */
  constructor(source: Readable, maxBytes: number) {
    this.#chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    this.#maxBytes = maxBytes;
  }

  /** The line that {@link take} takes, or why there is none after this time. */
  async peek(waitMs: number): Promise<TextLine | NoLine> {
    const deadline = Date.now() + waitMs;
    for (;;) {
      const line = this.#ready[this.#next];
      if (line !== undefined) return line;
      if (this.#over !== undefined) return this.#over;
      // One that was waited for in vain is waited for again the next time.
      this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
      if (await isLate(this.#reading, deadline - Date.now())) return 'late';
    }
  }

  take(): void {
    this.#next += 1;
    if (this.#next < this.#ready.length) return;
    this.#ready = [];
    this.#next = 0;
  }

  async #read(): Promise<void> {
    try {
      const next = await this.#chunks.next();
      if (next.done === true) this.#finish();
      else this.#split(next.value);
    } catch {
      this.#over = 'cut';
    }
  }

  #split(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      this.#keep(chunk.subarray(start, end));
      this.#complete();
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  #keep(part: Buffer): void {
    this.#partBytes += part.length;
    if (this.#partBytes <= this.#maxBytes) this.#parts.push(part);
    else this.#parts = [];
  }

  #complete(): void {
    this.#number += 1;
    const bytes = this.#partBytes > this.#maxBytes ? null : Buffer.concat(this.#parts);
    this.#ready.push({ number: this.#number, bytes });
    this.#parts = [];
    this.#partBytes = 0;
  }

  /** The last line needs no line break. */
  #finish(): void {
    if (this.#partBytes > 0) this.#complete();
    this.#over = 'end';
  }
}

async function isLate(work: Promise<void>, waitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), Math.max(0, waitMs));
  });
  try {
    return await Promise.race([work.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
