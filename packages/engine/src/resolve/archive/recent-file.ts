import type { ArchivedRow } from './archived-row.js';

/**
 * The rows of the file that was read last. Batches of few rows are sent in the log's order, so that whoever sends many reads each file once
 * instead of once for each of them.
 */
export class RecentFile {
  #file: string | undefined;
  #rows: readonly ArchivedRow[] = [];

  /** All rows of a file; `read` is called unless it was the last one. */
  async rowsOf(file: string, read: () => Promise<readonly ArchivedRow[]>): Promise<readonly ArchivedRow[]> {
    if (this.#file === file) return this.#rows;
    this.forget();
    const rows = await read();
    this.#file = file;
    this.#rows = rows;
    return rows;
  }

  forget(): void {
    this.#file = undefined;
    this.#rows = [];
  }
}
