import assert from 'node:assert/strict';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommonwattClient } from '@commonwatt/client';
import { type SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { CHANNEL } from '../read-model/block-builder.ts';
import { approvedRoof, asJson, newMembers, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const DAY_SEC = 86_400;
/** Batches of a hundred that may be unanswered. */
const MOST_UNANSWERED = 800;

interface Verdict {
  line: number;
  verdict: string;
  id?: string;
  code?: string;
  detail?: string;
  blockNumber?: number;
}

describe('bulk requests', function () {
  this.timeout(120_000);
  let consortium: MemoryConsortium;
  let token: string;
  let manager: CommonwattClient;
  let owner: string;
  let roofs = 0;

  before(async () => {
    consortium = await sharedConsortium();
    token = await consortium.riverside.token('manager');
    manager = await consortium.riverside.client('manager');
    [owner = ''] = await newMembers(consortium, 1);
  });

  async function post(path: string, key: string, body: string, as: string = token): Promise<Response> {
    return fetch(`${consortium.riverside.url}/v1/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${as}`,
        'Content-Type': 'application/x-ndjson',
        'Idempotency-Key': key,
      },
      body,
    });
  }

  async function verdicts(answer: Promise<Response>): Promise<Verdict[]> {
    const response = await answer;
    assert.equal(response.status, 200, await response.clone().text());
    assert.equal(response.headers.get('content-type'), 'application/x-ndjson');
    return parsed(await response.text());
  }

  const newRoof = () => approvedRoof(consortium, owner, `bulk-${(roofs += 1)}`);

  /** So many days of a roof, the chain as if all were accepted. */
  function days(roof: MeteredRoof, count: number, wh = 100): SignedProfileBlock[] {
    const first = (Math.floor(Date.now() / 1000 / DAY_SEC) - count) * DAY_SEC;
    return Array.from({ length: count }, (_, day) => {
      const { signed, accept } = signedDay(roof, wh, first + day * DAY_SEC);
      accept();
      return signed;
    });
  }

  it('answers a verdict for each line, in order; a malformed one is refused alone', async () => {
    const [first, second, third] = days(await newRoof(), 3);
    assert.ok(first && second && third);
    const lines = [
      line(first),
      '{"body": 1}',
      line(second),
      'no JSON',
      '',
      'x'.repeat(200_000),
      line({ ...third, signature: Buffer.alloc(64) }),
      line(third),
    ];
    const found = await verdicts(post('readings', 'one-bad', lines.join('\n')));
    assert.deepEqual(
      found.map(({ line: number, verdict, code }) => [number, verdict, code]),
      [
        [1, 'accepted', undefined],
        [2, 'refused', 'REQUEST_MALFORMED'],
        [3, 'accepted', undefined],
        [4, 'refused', 'REQUEST_MALFORMED'],
        [6, 'refused', 'BODY_TOO_LARGE'],
        [7, 'refused', 'BLOCK_SIGNATURE_INVALID'],
        [8, 'accepted', undefined],
      ],
    );
    assert.ok(found[0]?.blockNumber !== undefined && found[1]?.blockNumber === undefined);
  });

  it('gives the same lines under the same key the same verdicts, however they come', async () => {
    const roof = await newRoof();
    const blocks = days(roof, 6).map(line);
    const stream = open('readings', 'again');
    stream.send(`${blocks.slice(0, 2).join('\n')}\n`);
    await stream.next();
    await stream.next();
    stream.send(`bad\n${blocks.slice(2).join('\n')}`);
    stream.end();
    const first = [...stream.taken, ...(await stream.rest())];
    assert.equal(first.filter(({ verdict }) => verdict === 'accepted').length, 6);
    const whole = [...blocks.slice(0, 2), 'bad', ...blocks.slice(2)].join('\n');
    assert.deepEqual(await verdicts(post('readings', 'again', whole)), first);
    const elsewhere = await verdicts(post('readings', 'another-key', blocks.join('\n')));
    assert.deepEqual([...new Set(elsewhere.map(({ verdict }) => verdict))], ['exists']);
  });

  it('refuses other lines under the same key', async () => {
    const blocks = days(await newRoof(), 2).map(line);
    await verdicts(post('readings', 'used', blocks[0] ?? ''));
    const [other] = await verdicts(post('readings', 'used', blocks[1] ?? ''));
    assert.deepEqual([other?.verdict, other?.code], ['refused', 'EXISTS_WITH_DIFFERENT_CONTENT']);
  });

  it('keeps the order of a meter over many batches', async () => {
    const blocks = days(await newRoof(), 350, 1);
    const found = await verdicts(post('readings', 'a-year', blocks.map(line).join('\n')));
    assert.deepEqual(
      found.map(({ line: number, verdict }) => [number, verdict]),
      blocks.map((_, index) => [index + 1, 'accepted']),
    );
  });

  it('takes no more lines than it can answer, and soon none of a connection that is closed', async () => {
    const { intake } = consortium.riverside.services;
    const taken: string[] = [];
    const take = intake.take.bind(intake);
    // A ledger that answers nothing: operations stay pending.
    const { commands } = consortium.riverside.services.ledger;
    const wait = commands.wait.bind(commands);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    commands.wait = async (...request) => {
      await held;
      return wait(...request);
    };
    intake.take = (account, key, blocks) => {
      taken.push(...blocks.map(() => key));
      return take(account, key, blocks);
    };
    try {
      const forged = line({ body: Buffer.alloc(20, 1), signature: Buffer.alloc(64) });
      const stream = open('readings', 'held');
      stream.send(`${forged}\n`.repeat(5000));
      await pause(1500);
      assert.equal(taken.length, MOST_UNANSWERED);
      stream.destroy();
      await pause(200);
      release();
      await pause(500);
      // A server that does not read notices the end only when it reads on: a batch that has arrived may be taken.
      assert.ok(taken.length < 2 * MOST_UNANSWERED, `${taken.length} were taken of 5000`);
      // The key is free again for the client that comes back.
      const back = await verdicts(post('readings', 'held', `${forged}\n`.repeat(5000)));
      assert.equal(back.length, 5000);
      assert.ok(back.every(({ code }) => code === 'BLOCK_MALFORMED'));
    } finally {
      release();
      commands.wait = wait;
      intake.take = take;
    }
  });

  it('has one request under a key at a time', async () => {
    const stream = open('readings', 'one-at-a-time');
    stream.send(`${line({ body: Buffer.alloc(20), signature: Buffer.alloc(64) })}\n`);
    await stream.next();
    const second = await post('readings', 'one-at-a-time', 'x');
    assert.equal(second.status, 503);
    assert.ok(second.headers.get('retry-after'));
    stream.end();
    await stream.rest();
  });

  it('brings in members, connection points and devices, line by line', async () => {
    const members = await verdicts(
      post(
        'members',
        'members',
        ['{"kind":"prosumer"}', '{"kind":"officer"}', '{"kind":"consumer"}'].join('\n'),
      ),
    );
    assert.deepEqual(
      members.map(({ verdict, code }) => code ?? verdict),
      ['done', 'REQUEST_MALFORMED', 'done'],
    );
    const account = members[0]?.id ?? '';
    const made = Array.from({ length: 3 }, () => new MeteredRoof(account, `bulk-${(roofs += 1)}`));
    const points = made.map((roof) => JSON.stringify(roof.pointSubmission(CHANNEL)));
    const devices = made.map((roof) => JSON.stringify(roof.deviceSubmission(CHANNEL)));
    for (const [path, lines] of [
      ['connection-points', points],
      ['devices', devices],
    ] as const) {
      const found = await verdicts(post(path, path, lines.join('\n')));
      assert.deepEqual(
        found.map(({ verdict }) => verdict),
        ['done', 'done', 'done'],
      );
      assert.deepEqual(await verdicts(post(path, path, lines.join('\n'))), found);
    }
    assert.equal((await manager.get('/v1/devices', { query: { owner: account } })).items.length, 3);
  });

  it('refuses at once a sender none of whose lines would be taken, and dry runs', async () => {
    const collector = await consortium.riverside.token('collector');
    const refused = await post('members', 'not-theirs', '{"kind":"prosumer"}', collector);
    assert.deepEqual([refused.status, await codeIn(refused)], [403, 'NOT_AUTHORISED']);
    const dry = await post('members?dryRun=true', 'dry', '{"kind":"prosumer"}');
    assert.deepEqual([dry.status, await codeIn(dry)], [400, 'REQUEST_MALFORMED']);
    const list = await post('offers', 'no-lines', '{}');
    assert.deepEqual([list.status, await codeIn(list)], [415, 'CONTENT_TYPE_UNSUPPORTED']);
  });

  it('gives a client whose connection is lost each verdict once, and does nothing twice', async () => {
    const blocks = days(await newRoof(), 1200, 1).map(asJson);
    let asked = 0;
    const found: Verdict[] = [];
    const items = () => {
      asked += 1;
      return blocks;
    };
    for await (const verdict of manager.bulk('/v1/readings', { items })) {
      found.push(verdict);
      if (found.length === 150) consortium.riverside.cutConnections();
    }
    assert.ok(asked > 1, 'the connection was not lost');
    assert.deepEqual(
      found.map(({ line: number, verdict }) => [number, verdict]),
      blocks.map((_, index) => [index + 1, 'accepted']),
    );
  });

  it("ends with the error of a client's own items, and with the problem of a request that is refused", async () => {
    const broken = manager.bulk('/v1/readings', {
      // eslint-disable-next-line require-yield -- it fails before it has anything to yield
      items: function* () {
        throw new RangeError('no more');
      },
    });
    await assert.rejects(() => broken.next(), RangeError);
    const collector = await consortium.riverside.client('collector');
    const refused = collector.bulk('/v1/members', { items: () => [{ kind: 'prosumer' as const }] });
    assert.equal(await codeOf(refused.next()), 'NOT_AUTHORISED');
  });

  /** A request whose body comes bit by bit. */
  function open(path: string, key: string): LineStream {
    const request = httpRequest(`${consortium.riverside.url}/v1/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/x-ndjson',
        'Idempotency-Key': key,
      },
    });
    return new LineStream(request);
  }
});

class LineStream {
  readonly taken: Verdict[] = [];
  readonly #request: ClientRequest;
  readonly #lines: AsyncGenerator<Verdict>;

  constructor(request: ClientRequest) {
    this.#request = request;
    request.on('error', () => undefined);
    request.flushHeaders();
    this.#lines = linesOf(new Promise((resolve) => request.on('response', resolve)));
  }

  send(text: string): void {
    this.#request.write(text);
  }

  end(): void {
    this.#request.end();
  }

  destroy(): void {
    this.#request.destroy();
  }

  async next(): Promise<void> {
    const { value } = (await this.#lines.next()) as { value: Verdict };
    this.taken.push(value);
  }

  rest(): Promise<Verdict[]> {
    return Array.fromAsync(this.#lines);
  }
}

async function* linesOf(response: Promise<IncomingMessage>): AsyncGenerator<Verdict> {
  let text = '';
  for await (const chunk of await response) {
    text += String(chunk);
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    yield* lines.map((found) => JSON.parse(found) as Verdict);
  }
}

function line(block: SignedProfileBlock): string {
  return JSON.stringify(asJson(block));
}

function parsed(text: string): Verdict[] {
  return text
    .split('\n')
    .filter((found) => found !== '')
    .map((found) => JSON.parse(found) as Verdict);
}

async function codeIn(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code;
}
