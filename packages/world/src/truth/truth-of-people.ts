import { csvLine } from '../writing/csv-line.js';
import { isoTime } from '../writing/written-times.js';
import { personKey } from './person-key.js';
import type { TruthOfLives } from './truth-design.js';

/** Who there is. */
export const truthOfPeople: TruthOfLives = {
  grows: 'with people',
  name: 'truth/people.csv',
  about: 'each human: her real name, home, stage and preferred channel',
  format: 'csv',
  columns: [
    { name: 'person', means: 'how the truth calls her' },
    { name: 'first_name', means: 'as in her passport' },
    { name: 'family_name', means: 'at the beginning' },
    { name: 'married_name', means: 'since she married, if she took another' },
    { name: 'birthday', means: 'yyyy-MM-dd' },
    { name: 'language', means: 'de or en' },
    { name: 'country', means: 'DE or GB' },
    { name: 'household', means: 'people with the same number live together' },
    { name: 'postcode', means: 'at the end' },
    { name: 'stage', means: 'lifecycle stage at the end' },
    { name: 'stage_since', means: 'UTC' },
    { name: 'prefers', means: 'the channel she likes best, whatever the company uses' },
    { name: 'twin', means: 'another human with her name and birthday' },
    { name: 'moments', means: 'how much happened between her and the company' },
  ],
  speaksOfRecords: false,
  tell: ({ person, prefers, stages, moments }) => {
    const { number, household, married, twin } = person;
    const last = stages.at(-1);
    return [
      csvLine([
        personKey(number),
        person.firstName,
        person.familyName,
        married?.familyName,
        person.birthday,
        person.language,
        household.country,
        `H-${household.number}`,
        household.address.postcode,
        last?.stage,
        last === undefined ? undefined : isoTime(last.fromMs),
        prefers,
        twin === undefined ? undefined : personKey(twin),
        moments.length,
      ]),
    ];
  },
};
