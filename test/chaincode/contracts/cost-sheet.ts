import type { MethodDescription, Response } from '@commonwatt/chaincode/domain';
import type { Argument, OperationCount, TestIdentity } from '../../ledger/index.ts';
import type { Market } from './market.ts';

/** What one transaction asks of its endorsers, and what every peer stores of it. */
export interface Cost extends OperationCount {
  readonly method: string;
  /** Of what the line is an example. */
  readonly example: string;
  readonly argumentBytes: number;
  readonly responseBytes: number;
  readonly eventBytes: number;
}

type Called = Pick<MethodDescription, 'name' | 'kind'>;

/** Calls methods and writes down what each call costs. */
export class CostSheet {
  readonly market: Market;
  readonly #costs: Cost[] = [];

  constructor(market: Market) {
    this.market = market;
  }

  /** In the order of the calls; what was called again as the same example only once. */
  get costs(): readonly Cost[] {
    const distinct = new Map(this.#costs.map((cost) => [JSON.stringify(cost), cost]));
    return [...distinct.values()];
  }

  /** Endorses the call, notes its cost, and commits it if the method is one that writes. */
  async call<Result = { id: string }>(
    { name, kind }: Called,
    example: string,
    identity: TestIdentity,
    command: unknown = {},
  ): Promise<Response<Result>> {
    const argument: Argument = command instanceof Uint8Array ? command : JSON.stringify(command);
    const proposal = await this.market.ledger.endorse(identity, name, [argument]);
    this.#costs.push({
      method: name,
      example,
      ...proposal.operations,
      argumentBytes: argument.length,
      responseBytes: proposal.result.length,
      eventBytes: proposal.event?.payload.length ?? 0,
    });
    if (kind === 'submit') await proposal.submit();
    return JSON.parse(proposal.result.toString()) as Response<Result>;
  }
}

const COLUMNS: readonly (readonly [title: string, valueOf: (cost: Cost) => string | number])[] = [
  ['method', ({ method }) => `\`${method}\``],
  ['example', ({ example }) => example],
  ['gets', ({ gets }) => gets],
  ['puts', ({ puts }) => puts],
  ['deletes', ({ deletes }) => deletes],
  ['scans', ({ scans }) => scans],
  ['bytes put', ({ bytesPut }) => bytesPut],
  ['argument', ({ argumentBytes }) => argumentBytes],
  ['response', ({ responseBytes }) => responseBytes],
  ['event', ({ eventBytes }) => eventBytes],
];

/** The costs as a Markdown table. */
export function costTable(costs: readonly Cost[]): string {
  const rows = [
    COLUMNS.map(([title]) => title),
    COLUMNS.map(() => '---'),
    ...costs.map((cost) => COLUMNS.map(([, valueOf]) => valueOf(cost))),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
