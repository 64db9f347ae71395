import { personKey } from './person-key.js';
import type { TruthOfLives } from './truth-design.js';

/** What is odd about how systems know each person. */
export const truthOfDirt: TruthOfLives = {
  grows: 'with people',
  name: 'truth/dirt.csv',
  about: 'what is odd about how systems know each human; the rates stand in the README',
  format: 'csv',
  columns: [
    { name: 'person', means: 'how the truth calls her' },
    { name: 'kind', means: 'kind of dirt' },
  ],
  speaksOfRecords: false,
  tell: ({ person }) => [...person.dirt].sort().map((kind) => `${personKey(person.number)},${kind}`),
};
