/** Before anything is learned; so many are always let in. */
const FIRST = 50;
const LEAST = 6;
/** A command may take so many times what it takes while few are under way. */
const PATIENCE = 2.5;
const FIRST_USUAL_MS = 250;
/** Of a command that has just ended, in the means. */
const WEIGHT = { usual: 0.02, recent: 0.1 };
/** Few are under way when they are less than this part of the limit, many from that part on. */
const FEW = 0.25;
const MANY = 0.5;
const CUT = 0.7;

/**
 * How many commands may be under way so that none takes much longer than usual, learned from how long they take:
 * additive increase while that is well and many want in, multiplicative decrease when it is not (AIMD, as TCP does for
 * the packets of a connection). A network that commits more a second has a higher limit by itself.
 */
export class CommandLimit {
  readonly #most: number;
  #limit: number;
  #underWay = 0;
  #usualMs = FIRST_USUAL_MS;
  #recentMs = FIRST_USUAL_MS;
  #cutAt = -Infinity;

  /** @param most the limit never gets higher */
  constructor(most: number) {
    this.#most = most;
    this.#limit = Math.min(FIRST, most);
  }

  get count(): number {
    return Math.floor(this.#limit);
  }

  /** Whether one more would make the others slow. */
  get isReached(): boolean {
    return this.#underWay >= this.count;
  }

  /**
   * @param begunAt when it came, a time of performance.now()
   * @returns to be called at its end
   */
  enter(begunAt: number): () => void {
    const among = this.#underWay;
    this.#underWay += 1;
    return () => {
      this.#underWay -= 1;
      this.#learn(begunAt, Math.max(among, this.#underWay));
    };
  }

  /** @param among how many others there were, when it came or when it ended */
  #learn(begunAt: number, among: number): void {
    const now = performance.now();
    const tookMs = now - begunAt;
    this.#recentMs += WEIGHT.recent * (tookMs - this.#recentMs);
    if (among < FEW * this.#limit) this.#usualMs += WEIGHT.usual * (tookMs - this.#usualMs);
    if (among < MANY * this.#limit) return;
    if (this.#recentMs <= PATIENCE * this.#usualMs) {
      this.#limit = Math.min(this.#most, this.#limit + 1 / this.#limit);
    } else if (begunAt > this.#cutAt) {
      // Those that came before the last cut tell nothing of what it has done.
      this.#limit = Math.max(Math.min(LEAST, this.#most), CUT * this.#limit);
      this.#cutAt = now;
    }
  }
}
