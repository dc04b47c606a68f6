import type { ReadingsResult, VerdictList } from '@commonwatt/chaincode/domain';
import { GatewayError } from '@hyperledger/fabric-gateway';
import { Discrepancy } from '../../audit/discrepancy.ts';
import { auditMemoryLedger } from '../audit/ledger-auditor.ts';
import type { MemoryLedger } from '../ledger/index.ts';
import { nextAct } from './acts.ts';
import { audit } from './auditor.ts';
import { begin, makeBeginning, type Beginning } from './beginning.ts';
import { endorse, refusalOf, type Answer } from './market-call.ts';
import type { Act, World } from './world.ts';

export interface SimulationOptions {
  /** Sequences are seeded `seed`, `seed` + 1, ... */
  readonly seed: number;
  readonly sequences: number;
  /** Commands of one sequence. */
  readonly commands: number;
  /** Every so many sequences one runs on three copies of the chaincode; never by default. */
  readonly comparedEvery?: number;
  /** Is told after each sequence how many are done. */
  readonly progress?: (sequences: number) => void;
}

export interface SimulationResult {
  readonly sequences: number;
  readonly commands: number;
  readonly seconds: number;
  /** What is wrong, with the seed of its sequence. */
  readonly violations: readonly string[];
  /** How often each method was answered how: `done`, `exists`, an error's code (of an item, too), or `invalid` for a lost race. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const VALID = 0;
const MAX_BLOCK = 3;
/** Longest time between two blocks. */
const MAX_PAUSE_SEC = 1200;
const EVALUATED = 'statements:statement';

/** Runs random sequences of commands, each on a ledger of its own, and has each judged by two auditors. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const beginning = await makeBeginning();
  const answers = new Tally();
  const violations: string[] = [];
  const started = performance.now();
  for (let sequence = 0; sequence < options.sequences; sequence += 1) {
    const seed = options.seed + sequence;
    const isCompared = options.comparedEvery !== undefined && sequence % options.comparedEvery === 0;
    const found = await runSequence(
      beginning,
      { seed, copies: isCompared ? 3 : 1, commands: options.commands },
      answers,
    );
    violations.push(...found.map((violation) => `seed ${seed}: ${violation}`));
    options.progress?.(sequence + 1);
  }
  return {
    sequences: options.sequences,
    commands: options.sequences * options.commands,
    seconds: (performance.now() - started) / 1000,
    violations,
    answers: answers.counts,
  };
}

interface SequenceOptions {
  readonly seed: number;
  readonly copies: 1 | 3;
  readonly commands: number;
}

async function runSequence(
  beginning: Beginning,
  { seed, copies, commands }: SequenceOptions,
  answers: Tally,
): Promise<string[]> {
  const world = await begin(beginning, seed, copies);
  const violations: string[] = [];
  for (let sent = 0; sent < commands;) {
    if (world.random.chance(0.4)) world.ledger.clock.advance(world.random.below(MAX_PAUSE_SEC));
    const size = Math.min(world.random.between(1, MAX_BLOCK), commands - sent);
    violations.push(...(await runBlock(world, size, answers)));
    sent += size;
  }
  world.ledger.close();
  return [...violations, ...audit(world.ledger.blocks), ...standAloneAudit(world.ledger)];
}

/** The books that `npm run audit` keeps must find nothing where nothing is: a false alarm is a violation, too. */
function standAloneAudit(ledger: MemoryLedger): string[] {
  try {
    auditMemoryLedger(ledger);
    return [];
  } catch (error) {
    if (!(error instanceof Discrepancy)) throw error;
    const { rule, place, expected, found } = error;
    return [`${rule} (${place.key ?? 'no key'}): expected ${expected}, found ${found}`];
  }
}

/** Endorses some commands on the same state, and orders those that were endorsed into one block. */
async function runBlock(world: World, size: number, answers: Tally): Promise<string[]> {
  const violations: string[] = [];
  const endorsed: { act: Act; answer: Answer }[] = [];
  for (let count = size; count > 0; count -= 1) {
    const act = nextAct(world);
    const answer =
      act.method === EVALUATED
        ? await evaluate(world, act)
        : await endorse(world.ledger, act.identity, act.method, act.command);
    const wrong = act.judge?.(answer);
    if (wrong !== undefined) violations.push(`${act.method}: ${wrong}`);
    if (answer.proposal === undefined) answers.count(act.method, [answer.code]);
    else endorsed.push({ act, answer });
  }
  const ordered = world.random.shuffle(endorsed);
  const { transactions } = world.ledger.commit(ordered.flatMap(({ answer: { proposal } }) => proposal ?? []));
  ordered.forEach(({ act, answer }, position) => {
    const isValid = transactions[position]?.validationCode === VALID;
    answers.count(act.method, isValid ? [answer.code, ...refusalsIn(answer.result)] : ['invalid']);
    if (!isValid) return;
    world.view.apply(answer.changes);
    if (answer.code === 'done') act.settle?.(answer);
  });
  return violations;
}

async function evaluate({ ledger }: World, { identity, method, command }: Act): Promise<Answer> {
  try {
    const result: unknown = JSON.parse(
      (await ledger.evaluate(identity, method, [JSON.stringify(command)])).toString(),
    );
    return { code: 'done', detail: '', result, changes: [], proposal: undefined };
  } catch (error) {
    if (error instanceof GatewayError) return refusalOf(error);
    throw error;
  }
}

/** Codes of the items of a list, or blocks of a submission, that were refused. */
function refusalsIn(result: unknown): string[] {
  const { verdicts, refused } = (result ?? {}) as Partial<VerdictList & ReadingsResult>;
  return [...(verdicts ?? []), ...(refused ?? [])].flatMap(({ code }) => code ?? []);
}

class Tally {
  readonly counts = new Map<string, Map<string, number>>();

  count(method: string, codes: readonly string[]): void {
    const counts = this.counts.get(method) ?? new Map<string, number>();
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    this.counts.set(method, counts);
  }
}
