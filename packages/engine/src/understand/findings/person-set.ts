/** A set of person numbers, 48 to a word: a million of them in a few hundred kilobytes. */
export class PersonSet {
  readonly #words: ReadonlyMap<number, number>;

  /** `word` is the person's number divided by 48, `bits` has one bit for the rest. */
  constructor(rows: readonly { readonly word: number; readonly bits: number }[]) {
    this.#words = new Map(rows.map(({ word, bits }) => [word, bits]));
  }

  has(person: number): boolean {
    const bits = this.#words.get(Math.floor(person / 48));
    return bits !== undefined && Math.floor(bits / 2 ** (person % 48)) % 2 === 1;
  }

  get size(): number {
    let size = 0;
    for (const bits of this.#words.values())
      for (let left = bits; left > 0; left = Math.floor(left / 2)) size += left % 2;
    return size;
  }
}
