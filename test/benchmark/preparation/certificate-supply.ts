/** Certificates of small units, issued from the readings of a roof, cut into as many holdings as are needed. */
import {
  encodeSubmission,
  MAX_PIECES,
  type Holding,
  type Piece,
  type ReadingsResult,
  type SchemeRef,
  type SchemeTerms,
} from '@commonwatt/chaincode/domain';
import { INTERVAL_SEC, MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import type { LedgerIdentity } from '../../ledger/index.ts';
import { accountOf, type MarketClients } from '../market-clients.ts';
import type { RunId } from '../run-id.ts';
import { agree } from './agreement.ts';
import { submitList } from './submit-list.ts';

const SCHEME: SchemeTerms = {
  id: 'BENCHMARK',
  version: 1,
  name: 'Granular certificates of the benchmark',
  aliases: [],
  unitWh: 1,
  sources: ['solar'],
  regions: ['valley'],
  expirySec: null,
  reportingWindowSec: 31_536_000,
  retirementPurposes: ['compliance'],
  beneficiaryRequired: false,
  issuingBody: 'Regulator',
  emissionFactors: { solar: 0 },
};
export const SCHEME_REF: SchemeRef = { id: SCHEME.id, version: SCHEME.version };
export const RETIREMENT_PURPOSE = 'compliance';

const DAY_SEC = 86_400;
/** As many issuances: one command can cut a piece from each of their holdings. */
const ISSUANCES = MAX_PIECES;
/** Generated in each of the roof's intervals. */
const INTERVAL_WH = 15_000;

export class CertificateSupply {
  readonly #market: MarketClients;
  readonly #run: RunId;
  readonly #issuer: LedgerIdentity;
  /** What is left of each issuance. */
  readonly #left: Piece[];

  private constructor(market: MarketClients, run: RunId, issuer: LedgerIdentity, left: Piece[]) {
    this.#market = market;
    this.#run = run;
    this.#issuer = issuer;
    this.#left = left;
  }

  /** Registers a roof of the first co-operative, takes its readings and issues certificates of them. */
  static async open(market: MarketClients, run: RunId): Promise<CertificateSupply> {
    const registrar = market.officer('regulator', 'registrar');
    const manager = market.officer('community', 'manager');
    await agree(market, `benchmark-scheme-${SCHEME.version}`, { kind: 'scheme', scheme: SCHEME }, [
      registrar,
      manager,
    ]);
    const roof = new MeteredRoof(accountOf(manager), run.text);
    await build(market, manager, roof);
    await generate(market, manager, roof);
    const left: Piece[] = [];
    for (let index = 0; index < ISSUANCES; index += 1)
      left.push(await issue(market, run, manager, roof, index));
    return new CertificateSupply(market, run, manager, left);
  }

  /**
   * New holdings of `units` units each.
   *
   * @returns what names all of each holding
   */
  async take(count: number, units: number, owner: LedgerIdentity): Promise<Piece[]> {
    const taken: Piece[] = [];
    while (taken.length < count) {
      const from = this.#left.filter((piece) => piece.units > units).slice(0, count - taken.length);
      if (from.length === 0) throw new Error('more certificates are needed than were issued');
      const pieces = from.map(({ batch, start }) => ({ batch, start, units }));
      await this.#market.submit(this.#issuer, 'certificates:transfer', {
        idempotencyKey: this.#run.key(),
        to: accountOf(owner),
        pieces,
      });
      for (const piece of from) {
        const rest = { ...piece, start: piece.start + units, units: piece.units - units };
        this.#left[this.#left.indexOf(piece)] = rest;
      }
      taken.push(...pieces);
    }
    return taken;
  }
}

async function build(market: MarketClients, manager: LedgerIdentity, roof: MeteredRoof): Promise<void> {
  const [gridOperator, registrar] = [
    market.officer('utility', 'gridOperator'),
    market.officer('regulator', 'registrar'),
  ];
  await submitList(market, manager, 'points:submit', { points: [roof.pointSubmission(market.channel)] });
  await submitList(market, manager, 'devices:submit', { devices: [roof.deviceSubmission(market.channel)] });
  for (const [kind, id] of [
    ['points', roof.point],
    ['devices', roof.device],
  ] as const) {
    await submitList(market, gridOperator, `${kind}:confirm`, { ids: [id] });
    await submitList(market, registrar, `${kind}:approve`, { ids: [id] });
  }
}

/** One block of the roof's generation that ends with the last full day. */
async function generate(market: MarketClients, manager: LedgerIdentity, roof: MeteredRoof): Promise<void> {
  const end = Math.floor(Date.now() / 1000 / DAY_SEC) * DAY_SEC;
  const values = Array.from({ length: ISSUANCES }, () => INTERVAL_WH);
  const { signed } = roof.deviceMeter.signNext(market.channel, {
    start: end - ISSUANCES * INTERVAL_SEC,
    intervalSec: INTERVAL_SEC,
    registers: [{ register: 'generation', values, estimated: [] }],
  });
  const gateway = market.gateway(manager.mspId);
  const { result } = await market.submit<ReadingsResult>(
    gateway,
    'readings:submit',
    encodeSubmission([signed]),
  );
  if (result.refused.length > 0)
    throw new Error(`the roof's readings were refused: ${JSON.stringify(result)}`);
}

/** Issues the certificates of one interval. */
async function issue(
  market: MarketClients,
  run: RunId,
  manager: LedgerIdentity,
  { device }: MeteredRoof,
  index: number,
): Promise<Piece> {
  const { changes } = await market.submit(manager, 'certificates:issue', {
    idempotencyKey: run.key(),
    device,
    scheme: SCHEME_REF,
    from: { sequence: 1, index },
    to: { sequence: 1, index: index + 1 },
  });
  const [holding] = changes.flatMap((change): Holding[] => (change.type === 'holding' ? [change.value] : []));
  if (holding === undefined) throw new Error('nothing was issued');
  return { batch: holding.batch, start: holding.start, units: holding.end - holding.start };
}
