import type { InteractionRow } from './interaction-row.js';

export interface InsertLimits {
  readonly rows: number;
  readonly partitions: number;
  readonly chars: number;
}

/** The engine refuses an insert over 100 partitions whole, and de-duplicates by blocks: each insert must stay one block. */
export const insertLimits: InsertLimits = { rows: 50_000, partitions: 60, chars: 64 * 1024 * 1024 };

/** Sorts rows by partition, then as the table is sorted, and cuts them; the same rows in any order give the same inserts. */
export function cutIntoInserts(
  rows: readonly InteractionRow[],
  limits: InsertLimits = insertLimits,
): readonly (readonly InteractionRow[])[] {
  const sorted = [...rows].sort(
    (a, b) => a.month - b.month || a.person - b.person || a.atMs - b.atMs || a.batch - b.batch || a.offset - b.offset,
  );
  const inserts: InteractionRow[][] = [];
  let current: InteractionRow[] = [];
  let partitions = 0;
  let chars = 0;
  for (const row of sorted) {
    const isNewPartition = current.at(-1)?.month !== row.month;
    const overflows =
      current.length >= limits.rows ||
      (isNewPartition && partitions >= limits.partitions) ||
      chars + row.line.length > limits.chars;
    if (overflows && current.length > 0) {
      inserts.push(current);
      current = [];
      partitions = 0;
      chars = 0;
    }
    if (current.at(-1)?.month !== row.month) partitions += 1;
    chars += row.line.length;
    current.push(row);
  }
  if (current.length > 0) inserts.push(current);
  return inserts;
}
