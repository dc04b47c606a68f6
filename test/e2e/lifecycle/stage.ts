import assert from 'node:assert/strict';
import type { SchemeTerms } from '@commonwatt/chaincode/domain';
import type { MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import { runningNetwork } from '../../network/running-network.ts';
import { Market, PURPOSE } from '../market.ts';
import type { Party } from '../party.ts';

/** What the scheme of the suite certifies, in Wh. */
export const UNIT_WH = 1000;
/** Units that the seller begins with. */
export const SUPPLY = 40;
/** Money that buyers begin with, in billionths of the currency. */
export const DEPOSIT = 1_000_000_000n;
/** Another use of certificates than {@link PURPOSE}. */
export const GIFT = 'gift';

/** Whoever acts in more than one chapter. */
export interface Cast {
  /** Owner of a roof, and of the first certificates (Riverside). */
  readonly seller: Party;
  /** Owner of a roof that a chapter connects (Hillside). */
  readonly newcomer: Party;
  /** Buys for its household (Riverside). */
  readonly neighbour: Party;
  /** Buys as a third party (Utility). */
  readonly company: Party;
  /** Those whose offers and bids run out of time (Riverside, Utility): nobody else is to notice. */
  readonly tardy: { readonly seller: Party; readonly buyer: Party };
}

/** The market of the suite, and who and what is there before its chapters begin. */
export class Stage {
  #market: Market | undefined;
  #cast: Cast | undefined;
  #scheme: SchemeTerms | undefined;
  #roof: MeteredRoof | undefined;

  async open(): Promise<void> {
    const market = await Market.open(await runningNetwork());
    this.#market = market;
    const { riverside, hillside, supplier } = market.offices;
    const [[seller, neighbour, tardySeller], [newcomer], [company, tardyBuyer], scheme] = await Promise.all([
      market.enrol(riverside, ['prosumer', 'consumer', 'prosumer']),
      market.enrol(hillside, ['prosumer']),
      market.enrol(supplier, ['thirdParty', 'thirdParty']),
      market.addScheme({ unitWh: UNIT_WH, retirementPurposes: [PURPOSE, GIFT] }),
    ]);
    assert.ok(seller && neighbour && tardySeller && newcomer && company && tardyBuyer);
    const tardy = { seller: tardySeller, buyer: tardyBuyer };
    this.#cast = { seller, newcomer, neighbour, company, tardy };
    this.#scheme = scheme;
    const [roof] = await Promise.all([
      this.#supply(market, seller),
      market.mint(neighbour, DEPOSIT),
      market.mint(company, DEPOSIT),
      market.mint(tardyBuyer, DEPOSIT),
    ]);
    this.#roof = roof;
  }

  get market(): Market {
    return opened(this.#market);
  }

  get cast(): Cast {
    return opened(this.#cast);
  }

  /** Units of 1 kWh; sun in the valley. */
  get scheme(): SchemeTerms {
    return opened(this.#scheme);
  }

  /** As commands name it. */
  get schemeRef(): { id: string; version: number } {
    const { id, version } = this.scheme;
    return { id, version };
  }

  /** The seller's. */
  get roof(): MeteredRoof {
    return opened(this.#roof);
  }

  /** Gives the seller's roof and its first certificates. */
  async #supply(market: Market, owner: Party): Promise<MeteredRoof> {
    const { riverside } = market.offices;
    const roof = await market.connectRoof(riverside, owner);
    await market.report(riverside, roof.deviceMeter, Array<number>(4).fill((SUPPLY / 4) * UNIT_WH));
    const body = { device: roof.device, scheme: this.schemeRef };
    const { units } = await riverside.command('/v1/issuances', { body });
    assert.equal(units, SUPPLY);
    return roof;
  }
}

function opened<Value>(value: Value | undefined): Value {
  assert.ok(value !== undefined, 'the stage is not open');
  return value;
}

/** A time so many seconds from now. */
export function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}
