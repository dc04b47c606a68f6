import { readFileSync, writeFileSync } from 'node:fs';
import { processorSeconds } from '../benchmark/node-cpu.ts';
import type { Market } from './market.ts';

const KIB_PER_MIB = 1024;
/** Tells Linux to begin anew with the peak of a process's resident memory. */
const RESET_PEAK = '5';

/** The process of an organisation's gateway, with its database in it, as Linux tells of it. */
export class GatewayProcess {
  /** Resident memory at the beginning. */
  readonly firstMiB: number;
  readonly #pid: number;

  private constructor(pid: number) {
    this.#pid = pid;
    writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
    this.firstMiB = memoryMiB(pid, 'VmRSS');
  }

  /** The peak of its memory counts from now on. */
  static async of({ consortium }: Market, organisation: string): Promise<GatewayProcess> {
    const name = `gateway.${organisation.toLowerCase()}`;
    const { nodes } = await consortium.status();
    const pid = nodes.find(({ node }) => node === name)?.pid;
    if (pid === undefined) throw new Error(`${name} does not run`);
    return new GatewayProcess(pid);
  }

  /** Of resident memory, since the beginning. */
  get peakMiB(): number {
    return memoryMiB(this.#pid, 'VmHWM');
  }

  /** Processor time that all its threads have used since its start. */
  get processorSeconds(): number {
    return processorSeconds(this.#pid);
  }
}

/** The process must be the one that it was, or there is no such file. */
function memoryMiB(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kib === undefined) throw new Error(`Linux tells no ${name}`);
  return Math.round(Number(kib) / KIB_PER_MIB);
}
