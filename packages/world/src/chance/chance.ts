/**
 * A stream of draws that follows from its path alone: the seed, then numbers that say what is drawn. Two paths give streams that know nothing of
 * each other, so a draw more in one place changes nothing in another. The generator is splitmix32 (public domain, Steele, Lea and Flood 2014).
 */
export class Chance {
  #state: number;

  constructor(...path: readonly number[]) {
    let state = 0x9e3779b9;
    for (const step of path)
      state = mixed(state ^ mixed((step >>> 0) + Math.imul(Math.floor(step / 2 ** 32), 0x85ebca6b)));
    this.#state = state;
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return (mixed(this.#state) >>> 0) / 2 ** 32;
  }

  /** A whole number of at least 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(least: number, limit: number): number {
    return least + this.next() * (limit - least);
  }

  hits(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  /** Exponential: how long until something happens that happens at a steady rate. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
}

function mixed(state: number): number {
  let mix = state | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a2d97);
  return mix ^ (mix >>> 15);
}
