import type { SampleRow } from '@throughline/core/collect/proposal/file-sample';

const mostRows = 1_500;
const blockRows = 40;
const mostBlocks = 12;

/**
 * Samples rows that come one after the other and whose number is not known: every n-th of them, n doubling as they come, and blocks of
 * neighbours at ever greater distances.
 */
export class RowSampler {
  #rows: SampleRow[] = [];
  readonly #blocks: SampleRow[][] = [];
  #every = 1;
  #count = 0;
  #nextBlock = 0;

  get count(): number {
    return this.#count;
  }

  get rows(): readonly SampleRow[] {
    return this.#rows;
  }

  get blocks(): readonly (readonly SampleRow[])[] {
    return this.#blocks;
  }

  /** True if `add` would keep the row that comes next; of others only `pass` need be told. */
  get wantsNext(): boolean {
    return this.#count % this.#every === 0 || this.#isInBlock();
  }

  pass(): void {
    this.#count += 1;
  }

  add(row: SampleRow): void {
    if (this.#count % this.#every === 0) {
      this.#rows.push(row);
      if (this.#rows.length > mostRows) {
        this.#rows = this.#rows.filter((_, at) => at % 2 === 0);
        this.#every *= 2;
      }
    }
    if (this.#isInBlock()) this.#toBlock(row);
    this.#count += 1;
  }

  #isInBlock(): boolean {
    return (
      this.#count >= this.#nextBlock && this.#count < this.#nextBlock + blockRows && this.#blocks.length <= mostBlocks
    );
  }

  #toBlock(row: SampleRow): void {
    const isFirst = this.#count === this.#nextBlock;
    if (isFirst) this.#blocks.push([]);
    this.#blocks.at(-1)?.push(row);
    if (this.#count === this.#nextBlock + blockRows - 1) {
      this.#nextBlock = Math.max(this.#nextBlock + blockRows, this.#nextBlock * 2);
      if (this.#blocks.length === mostBlocks) this.#nextBlock = Number.POSITIVE_INFINITY;
    }
  }
}
