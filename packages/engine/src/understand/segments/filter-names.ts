import type { InteractionFilter } from '@throughline/core/understand/segments/interaction-filter';
import type { BoundValues } from './bound-values.js';
import { interactionFilterSql } from './interaction-filter.sql.js';
import type { SegmentCodes } from './segment-codes.js';

/** Writes each filter of a query out once, under a name that stands for it afterwards. */
export class FilterNames {
  readonly #codes: SegmentCodes;
  readonly #values: BoundValues;
  readonly #names = new Map<string, string>();

  constructor(codes: SegmentCodes, values: BoundValues) {
    this.#codes = codes;
    this.#values = values;
  }

  /** Must be written into the query in the order in which it is asked for. */
  nameOf(filter: InteractionFilter): string {
    const text = interactionFilterSql(filter, this.#codes, this.#values);
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `f${this.#names.size}`;
    this.#names.set(text, name);
    return `(${text} as ${name})`;
  }

  /** A condition over rows: any of the filters so far. */
  get any(): string {
    return [...this.#names.keys()].join(' or ');
  }
}
