import { type Estimate, z95 } from './estimate.js';

/**
 * A share over things of which one person has many: p = Σx/Σn over persons, and its error from how far persons lie apart,
 * SE² = Σ(x − n·p)²/(Σn)². What one person does often counts as one person. `x` may be a difference, and so negative.
 */
export class ClusteredShare {
  #persons = 0;
  #x = 0;
  #n = 0;
  #xx = 0;
  #xn = 0;
  #nn = 0;

  add(x: number, n: number): void {
    if (n === 0) return;
    this.#persons += 1;
    this.#x += x;
    this.#n += n;
    this.#xx += x * x;
    this.#xn += x * n;
    this.#nn += n * n;
  }

  /** Undefined for fewer than two persons: nothing is known of how far they lie apart. */
  estimate(): Estimate | undefined {
    if (this.#persons < 2) return undefined;
    const value = this.#x / this.#n;
    const squares = Math.max(0, this.#xx - 2 * value * this.#xn + value ** 2 * this.#nn);
    const error = Math.sqrt((squares * this.#persons) / (this.#persons - 1)) / this.#n;
    return { value, low: value - z95 * error, high: value + z95 * error };
  }
}
