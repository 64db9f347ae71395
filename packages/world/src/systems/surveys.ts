import { emailTo } from '../people/known-as.js';
import { wordsOf } from '../talk/words-of.js';
import { csvLine } from '../writing/csv-line.js';
import { americanTime } from '../writing/written-times.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'America/New_York';

const answers: LifeFile = {
  grows: 'with people',
  name: 'surveys/answers.csv',
  about: 'one line for each answer; an American tool with American dates in its own zone',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'ResponseID', means: 'number of the answer' },
    { name: 'Submitted', means: `MM/dd/yyyy h:mm AM/PM in ${zone}` },
    { name: 'Email', means: 'address, if she gave one' },
    { name: 'About', means: 'touchpoint that was asked about' },
    { name: 'Score', means: '0 to 10: would you recommend us?' },
    { name: 'Comment', means: 'what she wrote' },
  ],
  mapping: {
    version: 1,
    source: 'Surveys',
    file: { format: 'csv' },
    zone,
    channel: 'web',
    dates: 'MM/dd/yyyy h:mm a',
    rows: [
      {
        rule: 'answer',
        make: 'interaction',
        key: 'ResponseID',
        identifiers: { email: '{Email}' },
        name: 'Survey answered',
        time: '{Submitted}',
        direction: 'from-customer',
        touchpoint: '{About}',
        properties: { score: { from: '{Score}', as: 'number' }, comment: '{Comment}' },
      },
    ],
  },
  record: (life, write, { seed }) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'answer') continue;
      const id = recordNumber('R', life, moment);
      const { atMs, namesHerself, touchpoint, score } = moment;
      const email = namesHerself ? emailTo('mail', life.person) : '';
      const cells = [id, americanTime(atMs, zone), email, touchpoint, score, wordsOf(life.person, moment, seed)];
      write({ record: `answer:${id}`, what: 'interaction', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    }
  },
};

export const surveys: SystemDesign = {
  key: 'surveys',
  kind: 'import',
  about: 'answers to the question whether one would recommend us, some without a name',
  source: sourceNamed('Surveys', { channel: 'web', team: 'Marketing', trust: 30, zone }),
  files: [answers],
};
