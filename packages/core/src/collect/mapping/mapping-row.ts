import type { LineFault } from './line-fault.js';
import type { LookupTable } from './lookup-table.js';

/** One line of a file while it is read. `cells` stand in the order of the compiled mapping's `columns`. */
export interface MappingRow {
  readonly cells: readonly unknown[];
  readonly line: number;
  readonly tables: ReadonlyMap<string, LookupTable>;
  /** Grows while the line is read. */
  readonly faults: LineFault[];
}

/** What a message can hold; objects and lists come from JSON lines and Parquet only. */
export type CellValue = string | number | boolean | readonly unknown[] | { readonly [name: string]: unknown };
