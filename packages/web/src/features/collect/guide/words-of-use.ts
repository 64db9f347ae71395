import type { ColumnProposal } from '@throughline/core/collect/proposal/column-proposal';
import type { Meaning } from '@throughline/core/collect/proposal/meaning';
import type { WordKey } from '../../../words/en.js';

/** The words of what a column is taken for, or would be if it were not left out. */
export function wordsOfUse({ use, meaning }: Pick<ColumnProposal, 'use' | 'meaning'>): WordKey {
  switch (use?.type) {
    case 'identifier':
      return 'guide.use.identifier';
    case 'trait':
      return 'guide.use.trait';
    case 'field':
      return timeMeanings.has(meaning) ? 'guide.use.time' : 'guide.use.field';
    case 'property':
      return 'guide.use.property';
    case 'item':
      return 'guide.use.item';
    case undefined:
      return identifying.has(meaning) ? 'guide.use.identifier' : 'guide.use.keep';
  }
}

const timeMeanings: ReadonlySet<Meaning> = new Set(['date', 'date-time', 'time-of-day']);
const identifying: ReadonlySet<Meaning> = new Set(['email', 'phone', 'customer-number', 'loyalty-card']);
