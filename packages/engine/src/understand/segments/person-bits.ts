/** A word of 32 persons, as the database tells them: `word` is the person's number divided by 32, `bits` has one bit for the rest. */
export interface PersonWord {
  readonly word: number;
  readonly bits: number;
}

/**
 * A set of persons, one bit for each number: of three million numbers 375 kilobytes, put together word by word. It is filled while it is
 * gathered, and afterwards only read. Sets that are put together must be of one size; numbers beyond it are not taken.
 */
export class PersonBits {
  readonly #words: Uint32Array;

  private constructor(words: Uint32Array) {
    this.#words = words;
  }

  static of(words: readonly PersonWord[]): PersonBits {
    const size = words.reduce((most, { word }) => Math.max(most, word + 1), 0);
    const bits = new PersonBits(new Uint32Array(size));
    bits.addWords(words);
    return bits;
  }

  /** An empty set of the same size. */
  emptied(): PersonBits {
    return new PersonBits(new Uint32Array(this.#words.length));
  }

  add(person: number): void {
    const word = Math.floor(person / 32);
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (person % 32));
  }

  addWords(words: readonly PersonWord[]): void {
    for (const { word, bits } of words) this.#words[word] = (this.#words[word] ?? 0) | bits;
  }

  and(other: PersonBits): PersonBits {
    return new PersonBits(this.#words.map((bits, at) => bits & (other.#words[at] ?? 0)));
  }

  or(other: PersonBits): PersonBits {
    return new PersonBits(this.#words.map((bits, at) => bits | (other.#words[at] ?? 0)));
  }

  /** Those who are not in the other set. */
  without(other: PersonBits): PersonBits {
    return new PersonBits(this.#words.map((bits, at) => bits & ~(other.#words[at] ?? 0)));
  }

  has(person: number): boolean {
    return (((this.#words[Math.floor(person / 32)] ?? 0) >>> (person % 32)) & 1) === 1;
  }

  get size(): number {
    let size = 0;
    for (const bits of this.#words) for (let left = bits; left !== 0; left &= left - 1) size += 1;
    return size;
  }

  /** Their numbers, ascending. */
  *[Symbol.iterator](): Iterator<number> {
    for (const [word, bits] of this.#words.entries())
      for (let left = bits; left !== 0; left &= left - 1) yield word * 32 + 31 - Math.clz32(left & -left);
  }
}
