import type { Sentence } from '../sentence.js';

/** The sentences that say why a column is held to mean something. */
export const evidence = {
  form: (matching: number, filled: number): Sentence => ({
    key: 'collect.proposal.evidence.form',
    values: { matching, filled },
  }),
  checkDigit: (matching: number, filled: number): Sentence => ({
    key: 'collect.proposal.evidence.check-digit',
    values: { matching, filled },
  }),
  words: (matching: number, filled: number): Sentence => ({
    key: 'collect.proposal.evidence.words',
    values: { matching, filled },
  }),
  ownNumber: (distinct: number, filled: number): Sentence => ({
    key: 'collect.proposal.evidence.own-number',
    values: { distinct, filled },
  }),
  repeated: (distinct: number, filled: number): Sentence => ({
    key: 'collect.proposal.evidence.repeated',
    values: { distinct, filled },
  }),
  range: (from: number, to: number): Sentence => ({ key: 'collect.proposal.evidence.range', values: { from, to } }),
  goesWith: (column: string): Sentence => ({ key: 'collect.proposal.evidence.goes-with', values: { column } }),
  header: (column: string): Sentence => ({ key: 'collect.proposal.evidence.header', values: { column } }),
  length: (words: number): Sentence => ({ key: 'collect.proposal.evidence.length', values: { words } }),
  answer: (): Sentence => ({ key: 'collect.proposal.evidence.answer', values: {} }),
  none: (): Sentence => ({ key: 'collect.proposal.evidence.nothing-else', values: {} }),
};
