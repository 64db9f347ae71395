import type { InteractionRow } from './interaction-row.js';

/**
 * Rows that resolving made and nobody has sent yet, so that sending need not read and parse the log once more. Only what was committed
 * comes here, batch by batch. There may be none: rows beyond `mostChars` are left out, and a process that starts has nothing; whoever finds
 * none makes them from the log, byte for byte the same.
 */
export class RowsAtHand {
  readonly #mostChars: number;
  readonly #workspaces = new Map<number, Map<number, readonly InteractionRow[]>>();
  #chars = 0;

  constructor(mostChars = 24 * 1024 * 1024) {
    this.#mostChars = mostChars;
  }

  put(workspace: number, batch: number, rows: readonly InteractionRow[]): void {
    const chars = charsOf(rows);
    if (this.#chars + chars > this.#mostChars) return;
    const batches = this.#workspaces.get(workspace) ?? new Map<number, readonly InteractionRow[]>();
    this.#workspaces.set(workspace, batches);
    batches.set(batch, rows);
    this.#chars += chars;
  }

  /** The rows of a batch, which leave; older ones of the workspace leave too, as batches are sent in order. */
  take(workspace: number, batch: number): readonly InteractionRow[] | undefined {
    const batches = this.#workspaces.get(workspace);
    const rows = batches?.get(batch);
    for (const [older, leaving] of batches ?? []) {
      if (older > batch) break;
      batches?.delete(older);
      this.#chars -= charsOf(leaving);
    }
    return rows;
  }

  forget(): void {
    this.#workspaces.clear();
    this.#chars = 0;
  }
}

function charsOf(rows: readonly InteractionRow[]): number {
  let chars = 0;
  for (const { line } of rows) chars += line.length;
  return chars;
}
