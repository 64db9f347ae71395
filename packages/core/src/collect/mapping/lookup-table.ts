import { ThroughlineError } from '../../errors/throughline-error.js';
import { mostLookupRows } from './mapping.js';

/** What a compiled mapping wants to know of a look-up file: each row as the cells of `columns`, of which the first is the key. */
export interface LookupNeed {
  readonly name: string;
  readonly file: string;
  readonly format: 'csv' | 'jsonl';
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/** The rows of a look-up file by their key. */
export type LookupTable = ReadonlyMap<string, readonly unknown[]>;

/** Holds a look-up file in memory. A key that comes twice, or too many rows, make the mapping wrong: it would be chance what is found. */
export function lookupTable(need: LookupNeed, rows: Iterable<readonly unknown[]>): LookupTable {
  const table = new Map<string, readonly unknown[]>();
  for (const row of rows) {
    const key = lookupKey(row[0]);
    if (key === undefined) continue;
    if (table.has(key)) {
      throw new ThroughlineError(
        'mapping.lookup-ambiguous',
        `the look-up ${need.name} has several rows with the same ${need.columns[0]}: name a column that is unique in ${need.file}`,
      );
    }
    if (table.size >= mostLookupRows) {
      throw new ThroughlineError(
        'mapping.lookup-too-large',
        `the look-up ${need.name} has more than ${mostLookupRows} rows: join ${need.file} into the file before importing it`,
      );
    }
    table.set(key, row);
  }
  return table;
}

/** The text a key is compared by: 7 and " 7 " are the same; undefined for empty cells and what is no text or number. */
export function lookupKey(cell: unknown): string | undefined {
  if (typeof cell === 'number' || typeof cell === 'bigint') return String(cell);
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  return text === '' ? undefined : text;
}
