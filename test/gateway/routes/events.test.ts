import assert from 'node:assert/strict';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommonwattClient, LedgerEvent } from '@commonwatt/client';
import { Admission, EVENT_STREAMS } from '../../../gateway/src/services/admission.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { approvedRoof, deliver, enrolmentIdOf, mint, newMembers, SCHEME, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const BEGINNING = '0.0.0';
const CUTS = 20;

/** Events up to and with the first that fits. */
async function until(
  client: CommonwattClient,
  after: string,
  isLast: (event: LedgerEvent) => boolean,
): Promise<LedgerEvent[]> {
  const seen: LedgerEvent[] = [];
  const signal = AbortSignal.timeout(30_000);
  for await (const event of client.events({ after, signal })) {
    seen.push(event);
    if (isLast(event)) return seen;
  }
  assert.fail(`the last event did not come; ${seen.length} others did`);
}

describe('the event stream', function () {
  this.timeout(120_000);
  let consortium: MemoryConsortium;
  let member: string;
  let other: string;
  let auditor: CommonwattClient;

  before(async () => {
    consortium = await sharedConsortium();
    [member = '', other = ''] = await newMembers(consortium, 2);
    auditor = await consortium.regulator.client('auditor');
    const manager = await consortium.riverside.client('manager');
    const roof = await approvedRoof(consortium, member, 'events');
    await deliver(manager, signedDay(roof, 1000).signed);
    await manager.command('/v1/issuances', { body: { device: roof.device, scheme: SCHEME } });
    await mint(consortium, member, '100');
    const payer = await consortium.riverside.client(enrolmentIdOf(member));
    await payer.command('/v1/payments', { body: { outputs: [{ account: other, amount: '40' }] } });
  });

  /** Stands for the end of what had happened before. */
  async function newest(): Promise<{ id: string; isLast: (event: LedgerEvent) => boolean }> {
    const [account = ''] = await newMembers(consortium, 1);
    return { id: account, isLast: ({ type, record }) => type === 'account' && record === account };
  }

  it('tells every change of every valid transaction, in the order of the ledger', async () => {
    const { isLast } = await newest();
    const events = await until(auditor, BEGINNING, isLast);
    const expected: string[] = [];
    for await (const { ids, blockNumber, index } of auditor.all('/v1/transactions', {
      query: { valid: true, sort: 'position' },
    })) {
      ids?.forEach(([type = '', id = ''], n) => expected.push(`${blockNumber}.${index}.${n} ${type} ${id}`));
    }
    const told = events.map(({ id, type, record }) => `${id} ${type} ${record}`);
    assert.ok(told.length > 30);
    assert.deepEqual(told, expected.slice(0, told.length));
  });

  it(`gives a client that is cut off ${CUTS} times at random each event once and in order`, async () => {
    const { isLast } = await newest();
    const whole = await until(auditor, BEGINNING, isLast);
    const token = await consortium.regulator.token('auditor');
    const seen: string[] = [];
    let last = BEGINNING;
    for (let cut = 0; cut < CUTS; cut += 1) {
      const bytes = 1 + Math.floor((Math.random() * 2 * 100 * whole.length) / CUTS);
      const part = await readRaw(`${consortium.regulator.url}/v1/events`, token, last, bytes);
      seen.push(...part.events);
      last = part.last;
    }
    const rest = seen.includes(whole.at(-1)?.id ?? '') ? [] : await until(auditor, last, isLast);
    const ids = [...seen, ...rest.map(({ id }) => id)];
    assert.deepEqual(
      ids.slice(0, whole.length),
      whole.map(({ id }) => id),
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('goes on when the gateway ends the stream, and begins with now when nothing is asked for', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of auditor.events({ types: ['account'], signal: controller.signal })) {
        assert.equal(event.type, 'account');
        seen.push(event.record);
      }
    })();
    await pause(300);
    const expected: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      expected.push((await newest()).id);
      consortium.regulator.cutConnections();
    }
    for (let tries = 0; tries < 100 && seen.length < expected.length; tries += 1) await pause(50);
    controller.abort();
    await reading;
    assert.deepEqual(seen, expected);
  });

  it('shows money and readings to their parties and audiences only, also once a coin is spent', async () => {
    const { isLast } = await newest();
    const typesOf = async (client: CommonwattClient) => {
      const counts: Record<string, number> = {};
      for (const { type } of await until(client, BEGINNING, isLast)) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    };
    const { riverside, utility } = consortium;
    const [third = ''] = await newMembers(consortium, 1);
    const all = await typesOf(auditor);
    const payer = await typesOf(await riverside.client(enrolmentIdOf(member)));
    const payee = await typesOf(await riverside.client(enrolmentIdOf(other)));
    const stranger = await typesOf(await riverside.client(enrolmentIdOf(third)));
    const manager = await typesOf(await riverside.client('manager'));
    const treasurer = await typesOf(await utility.client('treasurer'));
    const money = ({ coin = 0, payment = 0 }) => ({ coin, payment });
    // The minted coin, that it was spent, and the change.
    assert.deepEqual(money(payer), { coin: 3, payment: 1 });
    assert.deepEqual(money(payee), { coin: 1, payment: 1 });
    assert.deepEqual(money(stranger), { coin: 0, payment: 0 });
    assert.deepEqual(money(manager), { coin: 0, payment: 0 });
    assert.deepEqual(money(treasurer), money(all));
    assert.deepEqual([payer.block, payer.cursor], [1, 1]);
    assert.deepEqual([stranger.block, stranger.cursor], [undefined, undefined]);
    assert.deepEqual([treasurer.block, treasurer.cursor], [undefined, undefined]);
    assert.deepEqual([manager.block, manager.cursor], [all.block, all.cursor]);
    assert.equal(stranger.account, all.account);
  });

  it('refuses an id that is none, wherever it stands', async () => {
    const token = await consortium.regulator.token('auditor');
    const headers = { Authorization: `Bearer ${token}` };
    const url = `${consortium.regulator.url}/v1/events`;
    for (const request of [
      { url: `${url}?after=1.2`, headers },
      { url: `${url}?after=1.2.3&after=1.2.4`, headers },
      { url, headers: { ...headers, 'Last-Event-ID': '1.2.3.4' } },
      { url, headers: { ...headers, 'Last-Event-ID': '01.2.3' } },
    ]) {
      const answer = await fetch(request.url, { headers: request.headers });
      assert.equal(answer.status, 400, request.url);
      assert.equal(((await answer.json()) as { code: string }).code, 'REQUEST_MALFORMED');
    }
  });

  it('goes by Last-Event-ID rather than by `after`, as a browser sends both when it comes again', async () => {
    const whole = await until(auditor, BEGINNING, (await newest()).isLast);
    const [, , third, fourth] = whole;
    const token = await consortium.regulator.token('auditor');
    const url = `${consortium.regulator.url}/v1/events?after=${BEGINNING}`;
    const { events } = await readRaw(url, token, third?.id ?? '', 300);
    assert.equal(events[0], fourth?.id);
  });

  it('takes ten streams of an account, and another one when one has ended', async () => {
    const token = await consortium.regulator.token('registrar');
    const open: AbortController[] = [];
    const begin = async () => {
      const controller = new AbortController();
      const answer = await fetch(`${consortium.regulator.url}/v1/events`, {
        headers: { Authorization: `Bearer ${token}` },
        signal: controller.signal,
      });
      open.push(controller);
      return answer.status;
    };
    try {
      const statuses = [];
      for (let stream = 0; stream < 11; stream += 1) statuses.push(await begin());
      assert.deepEqual(statuses, [...new Array<number>(10).fill(200), 503]);
      open[0]?.abort();
      let status = 503;
      for (let tries = 0; tries < 50 && status === 503; tries += 1) {
        await pause(20);
        status = await begin();
      }
      assert.equal(status, 200);
    } finally {
      for (const controller of open) controller.abort();
    }
  });

  it('ends when the gateway stops, which takes no further one', () => {
    const streams = new Admission(EVENT_STREAMS);
    const { signal } = streams.begin('RiversideMSP/m1');
    streams.close();
    assert.ok(signal.aborted);
    assert.throws(() => streams.begin('RiversideMSP/m1'), /stopping/);
  });
});

/** Reads so many bytes of the stream and cuts the connection, perhaps in the middle of a message. */
function readRaw(
  url: string,
  token: string,
  after: string,
  bytes: number,
): Promise<{ events: string[]; last: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}`, 'Last-Event-ID': after };
    let text = '';
    const done = () => {
      clearTimeout(timer);
      request.destroy();
      const whole = text.slice(0, text.lastIndexOf('\n\n') + 1).split('\n\n');
      const ids = whole.map((message) => /^id: (\S+)$/m.exec(message)?.[1]);
      resolve({
        events: ids.filter((id, at): id is string => id !== undefined && /^data: /m.test(whole[at] ?? '')),
        last: ids.findLast((id) => id !== undefined) ?? after,
      });
    };
    const timer = setTimeout(done, 1_000);
    const request = get(url, { headers }, (response) => {
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length < bytes) return;
        text = text.slice(0, bytes);
        done();
      });
    }).on('error', reject);
  });
}
