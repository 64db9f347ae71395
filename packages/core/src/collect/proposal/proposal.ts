import type { Mapping } from '../mapping/mapping.js';
import type { ColumnProposal } from './column-proposal.js';
import type { LineKind } from './line-kind.js';
import type { Notice } from './notice.js';
import type { Question } from './question.js';

/** How a file would be read, column by column, and what has to be asked first. Plain JSON. */
export interface Proposal {
  readonly lineKind: LineKind;
  readonly columns: readonly ColumnProposal[];
  /** All that were worth asking, in the order to ask them; those with `chosen: null` are open. */
  readonly questions: readonly Question[];
  readonly notices: readonly Notice[];
  /** Always a valid mapping; what is still open stands in it as the likelier guess. */
  readonly mapping: Mapping;
  /** True if no question is open. */
  readonly isReady: boolean;
}
