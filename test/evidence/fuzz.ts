import { fuzz, type FuzzResult, type RunResult } from '../fuzz/fuzz.ts';
import type { Tally } from '../fuzz/counting-proxy.ts';
import type { EvidenceRun } from './evidence.ts';

/** Random examples of each operation, for each role. */
const EXAMPLES = 4;
/** So many requests at least. */
const REQUESTS = 20_000;

const METHOD =
  'Schemathesis reads the OpenAPI document of a running gateway and sends what it allows and what it does not, with ' +
  'tokens of members of different roles, one after the other, on a network with records of every kind. All of its checks ' +
  'are on: no 5xx but 503, documented status codes with documented codes, content types, headers, every answer as its ' +
  'schema says, what is invalid refused, what is valid not refused as malformed, no answer without a token, no unknown ' +
  'methods. Gateways have their default settings, whose limits (300,000 requests of an account in a minute) it does not ' +
  'reach. `test/fuzz/hooks.py` says what is not done for real: blocks that are not there yet are not waited for, an ' +
  'account does not suspend or lock out itself or others, nobody is enrolled, webhooks lead to no host that exists; ' +
  'streams of events are cut off after 0.3 s. Requests are counted by a proxy of our own before the gateway.';

export const fuzzEvidence: EvidenceRun = async ({ seed, say }) => {
  const result = await fuzz({ seed, scale: EXAMPLES, say });
  const violations = violationsIn(result);
  const verdict = violations.length === 0 ? ['Nothing went wrong.'] : violations.map((text) => `- ${text}`);
  return {
    title: 'Fuzzing: every answer is as documented',
    body: [
      METHOD,
      `${result.version}, ${total(result)} requests.`,
      runTable(result.runs),
      verdict.join('\n'),
      '## By operation',
      operationTable(result.tallies),
    ].join('\n\n'),
    shown: violations.length === 0,
  };
};

function violationsIn(result: FuzzResult): string[] {
  const { runs, tallies } = result;
  const failed = runs.flatMap(({ name, failures, trouble }) => [
    ...failures.map(
      ({ operation, title, message, request, answer }) =>
        `${name}, ${operation}: ${[title, message, request, answer].map(oneLine).join(' / ')}`,
    ),
    ...(trouble === null ? [] : [`${name}: ${oneLine(trouble)}`]),
  ]);
  const broken = [...tallies].flatMap(([operation, { statuses }]) =>
    [...statuses.keys()]
      .filter((status) => status >= 500 && status !== 503)
      .map((status) => `${operation} answered ${status}`),
  );
  const few = total(result) < REQUESTS ? [`only ${total(result)} requests`] : [];
  return [...few, ...broken, ...failed];
}

function total({ runs }: FuzzResult): number {
  return runs.reduce((sum, { requests }) => sum + requests, 0);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
}

function runTable(runs: readonly RunResult[]): string {
  const rows = runs.map(
    ({ name, seed, requests, failures }) => `| ${name} | ${seed} | ${requests} | ${failures.length} |`,
  );
  return ['| role | seed | requests | failures |', '|---|---|---|---|', ...rows].join('\n');
}

function operationTable(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, { statuses, codes }]) => {
      const count = (from: number, below: number) =>
        [...statuses].reduce((sum, [status, n]) => sum + (status >= from && status < below ? n : 0), 0);
      const [all, good, refused] = [count(0, 600), count(200, 400), count(400, 500)];
      return `| \`${operation}\` | ${all} | ${good} | ${refused} | ${count(500, 600)} | ${codes.size} |`;
    });
  return [
    '| operation | requests | 2xx, 304 | 4xx | 503 | different codes |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
