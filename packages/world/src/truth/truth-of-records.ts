import { isoTime } from '../writing/written-times.js';
import { personKey } from './person-key.js';
import type { TruthOfLives } from './truth-design.js';

/**
 * Whose record it is, when it really happened, what she felt, and what really caused it. As long as all other files together, so it is written
 * without looking for what must be quoted: no touchpoint or cause holds a comma.
 */
export const truthOfRecords: TruthOfLives = {
  grows: 'with people',
  name: 'truth/records.csv',
  about: 'each record of each system, with the human whose it is',
  format: 'csv',
  columns: [
    { name: 'system', means: 'key of the system' },
    { name: 'file', means: 'file it stands in' },
    { name: 'record', means: 'its message id: that of the message, or rule:key of an imported record' },
    { name: 'what', means: 'interaction, traits, group; row in files that have no import yet' },
    { name: 'person', means: 'the human whose record it is' },
    { name: 'happened_at', means: 'when it really happened, UTC' },
    { name: 'stage', means: 'her lifecycle stage then' },
    { name: 'touchpoint', means: 'where it really happened' },
    { name: 'feeling', means: 'angry, annoyed, indifferent, pleased, delighted' },
    { name: 'cause', means: 'what really brought it about' },
    { name: 'pain_point', means: 'the planted pain point it comes from' },
    { name: 'copies', means: 'how many times it stands in the file' },
    { name: 'late', means: '1 if it came after others that happened later' },
  ],
  speaksOfRecords: true,
  tell: ({ person }, told) => {
    const key = personKey(person.number);
    const rows: string[] = [];
    for (const { system, file, entries } of told) {
      for (const { entry, copies, late } of entries) {
        const { record, what, atMs, moment } = entry;
        const { stage, touchpoint, feeling, cause = '', pain = '' } = moment;
        rows.push(
          `${system},${file},${record},${what},${key},${isoTime(atMs)},${stage},${touchpoint},${feeling},${cause},${pain},${copies},${late ? 1 : 0}`,
        );
      }
    }
    return rows;
  },
};
