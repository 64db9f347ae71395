import type { ChosenColumn } from '../columns/chosen-column.js';

/** What in one column tells tests or staff from customers. */
export interface Sign {
  readonly mark: 'test' | 'internal';
  readonly column: ChosenColumn;
  /** As the mapping's `like` reads them. */
  readonly patterns: readonly string[];
}
