import type { Change } from '../change';
import type { ConnectionPoint } from '../connection-point/connection-point';

/** Connection points as a list of commands about their devices changes them, item after item. */
export class PointsBehind {
  readonly #current: Map<string, ConnectionPoint>;
  readonly #changed = new Set<string>();

  constructor(stored: ReadonlyMap<string, ConnectionPoint>) {
    this.#current = new Map(stored);
  }

  get(id: string): ConnectionPoint | undefined {
    return this.#current.get(id);
  }

  set(point: ConnectionPoint): void {
    this.#current.set(point.id, point);
    this.#changed.add(point.id);
  }

  /** Each changed point once, as it is after the whole list. */
  changes(): Change[] {
    return [...this.#changed].flatMap((id) => {
      const value = this.#current.get(id);
      return value === undefined ? [] : [{ type: 'point', value }];
    });
  }
}
