import { simulate, type SimulationResult } from '../simulation/simulate.ts';
import type { EvidenceRun } from './evidence.ts';

const SEQUENCES = 10_000;
const COMMANDS = 50;
/** Sequences that also run on three differing copies of the chaincode. */
const COMPARED_EVERY = 100;
const PROGRESS_EVERY = 500;
const VIOLATIONS_SHOWN = 20;

/** Random sequences of commands on the in-memory ledger, each judged by the independent auditor. */
export const simulationEvidence: EvidenceRun = async ({ seed, say }) => {
  const result = await simulate({
    seed,
    sequences: SEQUENCES,
    commands: COMMANDS,
    comparedEvery: COMPARED_EVERY,
    progress: (done) => {
      if (done % PROGRESS_EVERY === 0) say(`${done} of ${SEQUENCES} sequences`);
    },
  });
  return {
    title: `${count(SEQUENCES)} random sequences of ${COMMANDS} commands against an independent auditor`,
    body: bodyOf(result, seed),
    shown: result.violations.length === 0,
  };
};

function bodyOf({ sequences, seconds, violations, answers }: SimulationResult, seed: number): string {
  return [
    `Violations found: **${violations.length}**.`,
    '',
    `Every sequence runs on an in-memory ledger of its own, one in ${COMPARED_EVERY} on three copies of the chaincode with`,
    `differing surroundings; its seed is ${seed} plus its number. Commands are right and wrong, repeated, meddled with,`,
    'sent by the wrong people and ordered up to three to a block. After each sequence the auditor of `test/simulation`,',
    'which shares no code with the chaincode, judges the whole ledger by the writes of its blocks: energy, ranges,',
    'coins, escrow, signatures, and what may never change.',
    '',
    `Took ${Math.round(seconds)} s, ${(sequences / seconds).toFixed(1)} sequences/s.`,
    '',
    ...violations.slice(0, VIOLATIONS_SHOWN).map((violation) => `- ${violation}`),
    '| method | answers |',
    '|---|---|',
    ...[...answers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([method, codes]) => `| ${method} | ${answersOf(codes)} |`),
  ].join('\n');
}

/** How often each answer was given, the most frequent first; lists and submissions count each refused item, too. */
function answersOf(codes: ReadonlyMap<string, number>): string {
  return [...codes]
    .sort(([, a], [, b]) => b - a)
    .map(([code, times]) => `${code} ${count(times)}`)
    .join(', ');
}

function count(value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
