/** The registers of many meters over many days, in one streamed request. */
import type { SignedProfileBlock } from '@commonwatt/chaincode/domain';
import { SeededRandom } from '../../benchmark/seeded-random.ts';
import { MeteredRoof, type TestMeter } from '../../chaincode/contracts/metered-roof.ts';
import { Expectations, type Finding } from '../faults/finding.ts';
import { GatewayProcess } from '../gateway-process.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';

export interface MonthOptions {
  readonly meters: number;
  readonly days: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const DAY_SEC = 86_400;
const INTERVAL_SEC = 900;
const INTERVALS = DAY_SEC / INTERVAL_SEC;
/** Wh in a quarter of an hour, below what the connection points allow. */
const MOST_WH = 2_000;
/** Every so many blocks comes one that is forged, and one that is no block at all. */
const FORGED_EVERY = 1_000;
const FORGED_AT = 500;
const MALFORMED_AT = 250;
const MAX_MEMORY_MIB = 512;
const MS_PER_SECOND = 1000;

interface Line {
  readonly body: string;
  readonly signature: string;
}

/** A verdict for each line, in order; the gateway's memory stays within its limit. */
export async function deliverMonth(market: Market, options: MonthOptions): Promise<Finding> {
  const { meters, days, say } = options;
  const expectations = new Expectations();
  const { riverside } = market.offices;
  say(`entering ${meters} connection points`);
  const points = await connectPoints(market, riverside, meters);
  const month = new Month(market.channel, points, options);
  say(`delivering ${days} days of ${meters} meters`);
  const gateway = await GatewayProcess.of(market, 'Riverside');
  const begun = performance.now();
  const codes = new Map<string, number>();
  let lines = 0;
  const key = market.name('month');
  for await (const { line, verdict, code } of riverside.bulk('/v1/readings', {
    idempotencyKey: key,
    items: () => month.lines(),
  })) {
    lines += 1;
    expectations.equal(`line ${lines} is answered`, line, lines);
    const answer = code ?? verdict;
    expectations.equal(`verdict on line ${line}`, answer, month.expected(line));
    codes.set(answer, (codes.get(answer) ?? 0) + 1);
  }
  const seconds = (performance.now() - begun) / MS_PER_SECOND;
  const { peakMiB } = gateway;
  const values = (codes.get('accepted') ?? 0) * INTERVALS;
  expectations.equal('verdicts', lines, month.count);
  expectations.equal('values that were taken', values, meters * days * INTERVALS);
  expectations.holds(peakMiB < MAX_MEMORY_MIB, `the gateway's memory peaked at ${peakMiB} MiB`);
  await expectHeads(riverside, points, expectations);
  return {
    figures: [
      ['meters', meters],
      ['days', days],
      ['lines', lines],
      ['values of 15 minutes', values],
      ...[...codes].map(([name, count]) => [`lines answered \`${name}\``, count] as const),
      ['seconds', seconds.toFixed(1)],
      ['values a second', Math.round(values / seconds)],
      ['gateway: resident memory at the beginning, MiB', gateway.firstMiB],
      ['gateway: peak of resident memory during the request, MiB', peakMiB],
    ],
    violations: expectations.violations,
  };
}

/** Connection points with a meter each, entered, confirmed and approved line by line. */
async function connectPoints(market: Market, manager: Party, count: number): Promise<TestMeter[]> {
  const owner = await market.member(manager);
  const roofs = Array.from({ length: count }, () => new MeteredRoof(owner.account, market.name('r')));
  const submissions = roofs.map((roof) => roof.pointSubmission(market.channel) as never);
  const ids = roofs.map(({ point: id }) => ({ id }));
  const { gridOperator, registrar } = market.offices;
  await requireDone(manager.bulk('/v1/connection-points', { items: () => submissions }));
  await requireDone(gridOperator.bulk('/v1/connection-points/confirmations', { items: () => ids }));
  await requireDone(registrar.bulk('/v1/connection-points/approvals', { items: () => ids }));
  return roofs.map(({ pointMeter }) => pointMeter);
}

async function requireDone(
  verdicts: AsyncIterable<{ verdict: string; code?: string | undefined }>,
): Promise<void> {
  for await (const { verdict, code } of verdicts)
    if (verdict !== 'done') throw new Error(`a connection point was answered ${code ?? verdict}`);
}

/** The blocks of all meters, day by day; made when they are sent, since they are never all in memory. */
class Month {
  readonly #channel: string;
  readonly #meters: readonly TestMeter[];
  readonly #options: MonthOptions;

  constructor(channel: string, meters: readonly TestMeter[], options: MonthOptions) {
    this.#channel = channel;
    this.#meters = meters;
    this.#options = options;
  }

  /** Lines altogether. */
  get count(): number {
    const { meters, days } = this.#options;
    let lines = 0;
    for (let left = meters * days; left > 0; lines += 1) if (kindOf(lines + 1) === 'good') left -= 1;
    return lines;
  }

  expected(line: number): string {
    return { good: 'accepted', forged: 'BLOCK_SIGNATURE_INVALID', malformed: 'REQUEST_MALFORMED' }[
      kindOf(line)
    ];
  }

  *lines(): Generator<Line> {
    const random = new SeededRandom(this.#options.seed);
    const { days } = this.#options;
    // The last day has ended.
    const first = (Math.floor(Date.now() / MS_PER_SECOND / DAY_SEC) - days) * DAY_SEC;
    let line = 1;
    for (let day = 0; day < days; day += 1) {
      for (const meter of this.#meters) {
        const values = Array.from({ length: INTERVALS }, () => random.integer(0, MOST_WH));
        const { signed, accept } = meter.signNext(this.#channel, {
          start: first + day * DAY_SEC,
          intervalSec: INTERVAL_SEC,
          registers: [{ register: 'import', values, estimated: [] }],
        });
        for (; kindOf(line) !== 'good'; line += 1) yield bad(kindOf(line), signed);
        yield asLine(signed);
        line += 1;
        accept();
      }
    }
  }
}

type Kind = 'good' | 'forged' | 'malformed';

function kindOf(line: number): Kind {
  const place = line % FORGED_EVERY;
  if (place === FORGED_AT) return 'forged';
  return place === MALFORMED_AT ? 'malformed' : 'good';
}

function bad(kind: Kind, { body }: SignedProfileBlock): Line {
  if (kind === 'malformed') return { body: '!', signature: '' };
  return asLine({ body, signature: Buffer.alloc(64, 1) });
}

function asLine({ body, signature }: SignedProfileBlock): Line {
  return {
    body: Buffer.from(body).toString('base64url'),
    signature: Buffer.from(signature).toString('base64url'),
  };
}

/** Every chain stands at its last day. */
async function expectHeads(
  party: Party,
  meters: readonly TestMeter[],
  expectations: Expectations,
): Promise<void> {
  for (const { subject, tip } of meters) {
    const head = await party.get('/v1/connection-points/{id}/head', { path: { id: subject.id } });
    expectations.equal(`head of ${subject.id}`, [head.sequence, head.hash], [tip.sequence, tip.hash]);
  }
}
