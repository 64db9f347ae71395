import type { MappingRule } from '../../mapping/mapping.js';
import type { ColumnUse } from '../column-proposal.js';
import type { Question } from '../question.js';

/** A part of the mapping with the questions it raised and where it put which column. */
export interface Drafted {
  readonly rules: readonly MappingRule[];
  readonly uses: ReadonlyMap<number, ColumnUse>;
  readonly questions: readonly Question[];
  readonly channel: string | null;
  /** The time of lines that have none, or null if they have one. */
  readonly asOf: string | null;
  /** A column of prices of one piece that could not be the value. */
  readonly priceOnly: string | null;
}
