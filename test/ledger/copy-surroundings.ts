/**
 * How the copies of a peer differ in everything a chaincode must not depend on. Each is a child process; a result that
 * depends on its surroundings then differs between them, as it would between organisations.
 */
export interface CopySurroundings {
  readonly env: {
    readonly TZ: string;
    readonly LANG: string;
    readonly LC_ALL: string;
    /** The peer's own organisation, which a stub tells. */
    readonly CORE_PEER_LOCALMSPID: string;
  };
  /** Added to the machine's clock. */
  readonly clockSkewSec: number;
  /** How the writes of a block are ordered before they enter the state. */
  readonly insertion: 'forwards' | 'backwards' | 'shuffled';
  /**
   * Runs of each transaction, of which the last one counts: what a chaincode remembers from one run to the next shows.
   */
  readonly runs: number;
}

const surroundings = (
  mspId: string,
  timeZone: string,
  locale: string,
  others: Omit<CopySurroundings, 'env'>,
): CopySurroundings => ({
  env: { TZ: timeZone, LANG: locale, LC_ALL: locale, CORE_PEER_LOCALMSPID: mspId },
  ...others,
});

const DAY_SEC = 86_400;

export const COPY_SURROUNDINGS: readonly CopySurroundings[] = [
  surroundings('Copy0MSP', 'UTC', 'en_US.UTF-8', { clockSkewSec: 0, insertion: 'forwards', runs: 1 }),
  surroundings('Copy1MSP', 'Asia/Kathmandu', 'tr_TR.UTF-8', {
    clockSkewSec: -401 * DAY_SEC,
    insertion: 'backwards',
    runs: 1,
  }),
  surroundings('Copy2MSP', 'America/St_Johns', 'ar_EG.UTF-8', {
    clockSkewSec: 45,
    insertion: 'shuffled',
    runs: 2,
  }),
];
