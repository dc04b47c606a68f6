import type { IncomingMessage } from 'node:http';
import { accountId, assetId, epochSeconds, head, meteredSubject } from '@commonwatt/chaincode/domain';
import { z } from 'zod';
import type { Caller } from '../authentication/principal.ts';
import { Problem } from '../problem/problem.ts';
import { requireActive } from '../services/active-account.ts';
import { collectorMeter } from '../services/collector-meter.ts';
import { CsvUnreadable } from '../services/csv-records.ts';
import { GreenButtonUnreadable, readingsOfGreenButton } from '../services/green-button.ts';
import { SubjectImport, type Receipt } from '../services/import-readings.ts';
import { readingCompleteness } from '../services/reading-completeness.ts';
import { readingsOfCsv } from '../services/reading-csv.ts';
import { readingGroups, type ReadingGroup } from '../services/reading-groups.ts';
import { parseSubject, READING_COLUMNS, type ReadingRow, type RefusedRow } from '../services/reading-rows.ts';
import type { Services } from '../services/services.ts';
import { liftArrivalLimit } from './arrival.ts';
import { line, withoutFormula } from './csv.ts';
import {
  CSV_CONTENT,
  LINES_CONTENT,
  NOTHING,
  XML_CONTENT,
  type Endpoint,
  type Received,
  type Reply,
} from './endpoint.ts';
import { read } from './read.ts';
import { IDLE_MS, streamAnswer, type Piece } from './streamed-answer.ts';
import { utf8Pieces } from './utf8-pieces.ts';

const tag = 'Readings';
/** Subjects whose rows are being taken: no more is read meanwhile. */
const SUBJECTS_AT_ONCE = 8;

const query = z.strictObject({
  subject: z
    .string()
    .regex(/^(point|device)\/[A-Za-z0-9_-]{4,40}$/)
    .optional()
    .describe('Of a Green Button document, which does not name it: `point/<id>` or `device/<id>`'),
});

const cells = z.strictObject({
  subject: z.string(),
  start: z.string(),
  interval: z.string(),
  register: z.string(),
  value: z.string(),
  quality: z.string(),
});

export const importReceipt = z.strictObject({
  subject: z.string(),
  start: epochSeconds,
  end: epochSeconds,
  verdict: z.enum(['accepted', 'exists', 'refused']),
  sequence: z.int().optional().describe('Of the block on the ledger'),
  hash: z.string().optional().describe('Of the block on the ledger'),
  blockNumber: z.int().optional().describe('A block from which on the ledger holds it'),
  code: z.string().optional().describe('Why it was refused'),
  detail: z.string().optional(),
  rejected: z.array(cells).optional().describe('The rows that were refused'),
});

const dayCompleteness = z.strictObject({
  day: z.iso.date(),
  expected: z.int().nullable().describe('Intervals of a day, as the meter reports; null before it ever has'),
  measured: z.int().describe('Intervals with measured values only'),
  estimated: z.int().describe('Intervals with an estimate'),
  missingSec: z.int().describe('Time without readings, seconds'),
  attested: z.boolean().describe('Some of it is attested by a collector'),
});

export const readingImports: readonly Endpoint[] = [
  {
    operationId: 'importReadings',
    method: 'post',
    path: '/readings/imports',
    tag,
    summary: 'Import readings that the caller attests as their collector',
    description:
      'For meters that cannot sign: connection points and devices whose `meter.attestedBy` is the caller. Rows of a subject come together; they are put into blocks of a day, signed with the collector\u2019s key that this gateway keeps, and marked on the ledger as attested. The answer has a receipt for each block; with `Accept: text/csv` it is the reject file: the refused rows with `code` and `detail`, to be corrected and sent again. What is on the ledger already with the same values `exists`, so the whole file may come again as well.',
    access: 'caller',
    scopes: ['readings:write'],
    params: NOTHING,
    query,
    body: {
      streams: {
        [CSV_CONTENT]:
          'With a header line: `subject` (`point/<id>`, `device/<id>`), `start` (epoch seconds, or ISO 8601 with offset), `interval` (seconds), `register`, `value`, `quality` (`measured`, `estimated`); other columns are ignored',
        [XML_CONTENT]:
          'Green Button (ESPI): interval blocks of one usage point, whose subject the parameter names; at most 110,000 readings',
      },
    },
    answers: {
      200: {
        description: 'A receipt for each block, one a line; those of rows that came together, together',
        schema: importReceipt,
        content: LINES_CONTENT,
        csv: true,
      },
    },
    codes: ['ACCOUNT_SUSPENDED'],
    respond: (services, received) => importReadings(services, received),
  },
  read({
    operationId: 'getReadingCompleteness',
    path: '/readings/completeness',
    tag,
    summary: 'How complete the readings of a connection point or device are, by day (UTC)',
    query: z.strictObject({
      kind: z.enum(['point', 'device']),
      subject: assetId.describe('Id of the connection point or device'),
      from: epochSeconds.describe('In the first day'),
      until: epochSeconds.describe('End of the last day, at most 62 days later'),
    }),
    answer: z.strictObject({ days: z.array(dayCompleteness) }),
    codes: ['NOT_AUTHORISED'],
    read: async (services, caller, { query: { kind, subject: id, ...period } }) => ({
      days: await readingCompleteness(services, caller, { kind, id }, period),
    }),
  }),
  read({
    operationId: 'getCollectorMeter',
    path: '/collector-meters/{kind}/{id}',
    tag,
    summary: 'What to submit a connection point or device with whose readings a collector attests',
    description:
      'The collector\u2019s key for this subject, which the gateway keeps, and the proof that it has it. For the collector and the managers of its organisation.',
    params: meteredSubject.extend({ id: assetId }),
    query: z.strictObject({ attestedBy: accountId.describe('Account of the collector') }),
    answer: z.strictObject({ meter: head.shape.meter, possession: z.string() }),
    codes: ['NOT_AUTHORISED'],
    read: (services, caller, { params, query: asked }) =>
      Promise.resolve(collectorMeter(services, caller, params, asked.attestedBy)),
  }),
];

async function importReadings(
  services: Services,
  { principal, query: asked, body, acceptsCsv, idempotencyKey }: Received,
): Promise<Reply> {
  const caller = principal as Caller;
  // The gateway submits what the collector attests in its own name.
  await requireActive(services, caller);
  const request = body as IncomingMessage;
  const controller = services.bulkRequests.begin(caller.account, idempotencyKey);
  try {
    liftArrivalLimit(request);
    const rows = await rowsOf(request, asked as z.output<typeof query>, controller);
    const form = acceptsCsv ? REJECT_FILE : RECEIPTS;
    const answer = new ImportAnswer(services, caller, controller.signal, form);
    return {
      status: 200,
      stream: async (response) => {
        const stream = { content: form.content, atOnce: SUBJECTS_AT_ONCE };
        try {
          await streamAnswer(response, controller, stream, answer.take(rows));
        } finally {
          services.bulkRequests.end(controller);
        }
      },
    };
  } catch (error) {
    services.bulkRequests.end(controller);
    throw unreadable(error);
  }
}

type Rows = AsyncIterable<ReadingRow | RefusedRow> | Iterable<ReadingRow | RefusedRow>;

/** The rows; the beginning of the file has been read, so that one of another form is refused as a whole. */
async function rowsOf(
  request: IncomingMessage,
  { subject }: z.output<typeof query>,
  controller: AbortController,
): Promise<Rows> {
  const pieces = utf8Pieces(request, IDLE_MS, controller);
  const type = request.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith(XML_CONTENT)) {
    const rows = readingsOfCsv(pieces);
    const first = await rows.next();
    return first.done === true ? [] : prepend(first.value, rows);
  }
  const metered = subject === undefined ? null : parseSubject(subject);
  if (metered === null)
    throw new Problem('REQUEST_MALFORMED', 'query.subject: names the subject of the document');
  return readingsOfGreenButton(pieces, metered);
}

async function* prepend<Value>(first: Value, rest: AsyncIterable<Value>): AsyncGenerator<Value> {
  yield first;
  yield* rest;
}

function unreadable(error: unknown): unknown {
  if (error instanceof CsvUnreadable || error instanceof GreenButtonUnreadable)
    return new Problem('REQUEST_MALFORMED', `body: ${error.message}`);
  return error;
}

/** How receipts are written. */
interface Form {
  readonly content: string;
  readonly beginning: string;
  readonly text: (receipt: Receipt) => string;
}

const RECEIPTS: Form = {
  content: LINES_CONTENT,
  beginning: '',
  text: (receipt) => `${JSON.stringify(receipt)}\n`,
};

const REJECT_FILE: Form = {
  content: `${CSV_CONTENT}; charset=utf-8; header=present`,
  beginning: line([...READING_COLUMNS, 'code', 'detail']),
  text: ({ rejected = [], code = '', detail = '' }) =>
    rejected
      .map((row) => line([...READING_COLUMNS.map((name) => withoutFormula(row[name])), code, detail]))
      .join(''),
};

/** Takes the rows of one request, and answers with what became of them. */
class ImportAnswer {
  readonly #services: Services;
  readonly #caller: Caller;
  readonly #signal: AbortSignal;
  readonly #form: Form;

  /** @param signal aborted when the connection is closed, or the gateway stops */
  constructor(services: Services, caller: Caller, signal: AbortSignal, form: Form) {
    this.#services = services;
    this.#caller = caller;
    this.#signal = signal;
    this.#form = form;
  }

  async *take(rows: Rows): AsyncGenerator<Piece> {
    const { beginning, text } = this.#form;
    yield () => Promise.resolve(beginning);
    // Rows of a subject that come again later must find what became of those before.
    const last = new Map<string, Promise<unknown>>();
    for await (const group of readableGroups(rows))
      yield async () => {
        const receipts = await this.#receiptsOf(group, last);
        return receipts.map((receipt) => text(receipt)).join('');
      };
  }

  async #receiptsOf(group: ReadingGroup, last: Map<string, Promise<unknown>>): Promise<Receipt[]> {
    if ('refused' in group) {
      const { cells: row, code, detail } = group.refused;
      return [{ subject: row.subject, start: 0, end: 0, verdict: 'refused', code, detail, rejected: [row] }];
    }
    const name = `${group.subject.kind}/${group.subject.id}`;
    const before = last.get(name);
    const taking = (async () => {
      await before;
      return new SubjectImport(this.#services, this.#caller, group.subject, this.#signal).take(group.rows);
    })();
    last.set(name, taking);
    try {
      return await taking;
    } finally {
      if (last.get(name) === taking) last.delete(name);
    }
  }
}

/** Where the file cannot be read any further, that is the last thing told. */
async function* readableGroups(rows: Rows): AsyncGenerator<ReadingGroup> {
  try {
    yield* readingGroups(rows);
  } catch (error) {
    const problem = unreadable(error);
    if (!(problem instanceof Problem)) throw error;
    const nothing = { subject: '', start: '', interval: '', register: '', value: '', quality: '' };
    yield { refused: { cells: nothing, code: problem.code, detail: problem.detail } };
  }
}
