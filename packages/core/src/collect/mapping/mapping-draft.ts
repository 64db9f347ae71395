import type { LineFault } from './line-fault.js';
import type { CellValue } from './mapping-row.js';

/**
 * What one line gives to one message. Plain JSON, so that drafts can be written aside until all lines of their group have been seen.
 */
export interface MappingDraft {
  /** Place of the rule in the mapping. */
  readonly rule: number;
  readonly line: number;
  /** Drafts of a grouped rule with the same group belong to one message; `null`: this line alone makes it. */
  readonly group: string | null;
  /** The natural key, if the mapping declares one. */
  readonly key: string | null;
  readonly atMs: number | null;
  readonly isDay: boolean;
  /** In the order of the compiled rule's fields. */
  readonly values: readonly (CellValue | null)[];
  /** What the line adds to the list of items, in the order of the rule's items. */
  readonly items: readonly (CellValue | null)[];
  readonly faults: readonly LineFault[];
}
