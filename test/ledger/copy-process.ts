/** The program of one copy: a child process that holds the state of each ledger and executes its transactions. */
import process from 'node:process';
import { COPY_SURROUNDINGS, type CopySurroundings } from './copy-surroundings.ts';
import type { CopyAnswer, CopyRequest } from './copy-protocol.ts';
import { Endorser, type Endorsement, type EndorsementRequest } from './endorser.ts';
import { DEFAULT_BLOCKS_KEPT, WorldState, type CommittedWrite } from './world-state.ts';

const [, , folder, chaincodeName, copy] = process.argv;
const surroundings = COPY_SURROUNDINGS[Number(copy)];
if (folder === undefined || chaincodeName === undefined || surroundings === undefined) {
  throw new Error('usage: copy-process.ts FOLDER CHAINCODE COPY');
}

skewClock(surroundings.clockSkewSec);
const loading = Endorser.load(folder, chaincodeName);
const states = new Map<number, WorldState>();

process.on('message', (message) => receive(message as CopyRequest, surroundings));
process.on('disconnect', () => process.exit());

function receive(request: CopyRequest, { insertion, runs }: CopySurroundings): void {
  switch (request.type) {
    case 'open':
      states.set(request.ledger, new WorldState(DEFAULT_BLOCKS_KEPT));
      return;
    case 'close':
      states.delete(request.ledger);
      return;
    case 'commit':
      stateOf(request.ledger).commit(request.block, reorder(request.writes, insertion, request.block));
      return;
    case 'endorse':
      void answer(request.call, () => endorse(request.request, stateOf(request.ledger), runs));
  }
}

async function answer(call: number, work: () => Promise<Endorsement>): Promise<void> {
  let reply: CopyAnswer;
  try {
    reply = { call, endorsement: await work() };
  } catch (error) {
    reply = { call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(reply);
}

async function endorse(request: EndorsementRequest, state: WorldState, runs: number): Promise<Endorsement> {
  const endorser = await loading;
  for (let run = 1; run < runs; run += 1) await endorser.endorse(request, state);
  return endorser.endorse(request, state);
}

function stateOf(ledger: number): WorldState {
  const state = states.get(ledger);
  if (state === undefined) throw new Error(`ledger ${ledger} is not open`);
  return state;
}

/** Writes to one key keep their order, for the last one is the one that counts. */
function reorder(
  writes: readonly CommittedWrite[],
  insertion: CopySurroundings['insertion'],
  block: number,
): readonly CommittedWrite[] {
  if (insertion === 'forwards') return writes;
  const last = [...new Map(writes.map((write) => [write.key, write])).values()];
  if (insertion === 'backwards') return last.reverse();
  const start = block % Math.max(last.length, 1);
  return [...last.slice(start), ...last.slice(0, start)];
}

/** Gives this process another time of day than the machine's. */
function skewClock(skewSec: number): void {
  const MachineDate = Date;
  const now = (): number => MachineDate.now() + skewSec * 1000;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new MachineDate(now()).toString(),
    get: (target, property, receiver): unknown =>
      property === 'now' ? now : Reflect.get(target, property, receiver),
  });
}
