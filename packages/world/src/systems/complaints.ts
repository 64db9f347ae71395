import type { Life } from '../life/life.js';
import type { Complaint, Moment } from '../life/moment.js';
import { emailTo, familyNameTo, firstNameTo } from '../people/known-as.js';
import type { Surroundings } from '../people/surroundings.js';
import { wordsOf } from '../talk/words-of.js';
import { csvLine } from '../writing/csv-line.js';
import { isoTime } from '../writing/written-times.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign, Write } from './system-design.js';

const steps: LifeFile = {
  grows: 'with people',
  name: 'complaints/steps.csv',
  about: 'one line for each step of each complaint; times in UTC',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'step_id', means: 'complaint and step' },
    { name: 'complaint', means: 'number of the complaint' },
    { name: 'step', means: 'received or answered' },
    { name: 'at', means: 'ISO 8601, UTC' },
    { name: 'email', means: 'address she wrote from' },
    { name: 'name', means: 'name she signed with' },
    { name: 'language', means: 'de or en' },
    { name: 'concerns', means: 'order, contract or claim' },
    { name: 'text', means: 'what she wrote' },
  ],
  mapping: {
    version: 1,
    source: 'Complaints',
    file: { format: 'csv' },
    zone: 'UTC',
    channel: 'email',
    rows: [
      {
        rule: 'received',
        make: 'interaction',
        when: [{ value: '{step}', is: 'received' }],
        key: 'step_id',
        identifiers: { email: '{email}' },
        name: 'Complaint received',
        time: '{at}',
        direction: 'from-customer',
        touchpoint: 'Complaints',
        about: { kind: 'complaint', id: '{complaint}' },
        outcome: 'badly',
        properties: { text: '{text}', language: '{language}', concerns: '{concerns}' },
      },
      {
        rule: 'answered',
        make: 'interaction',
        when: [{ value: '{step}', is: 'answered' }],
        key: 'step_id',
        identifiers: { email: '{email}' },
        name: 'Complaint closed',
        time: '{at}',
        direction: 'to-customer',
        touchpoint: 'Complaints',
        about: { kind: 'complaint', id: '{complaint}' },
      },
    ],
  },
  record: (life, write, around) => {
    for (const moment of life.moments) if (moment.kind === 'complaint') recordSteps(life, moment, write, around);
  },
};

function recordSteps(life: Life, moment: Moment & Complaint, write: Write, { seed }: Surroundings): void {
  const { person } = life;
  const complaint = recordNumber('B', life, moment);
  const name = `${firstNameTo('account', person)} ${familyNameTo('account', person, moment.atMs)}`;
  const step = (rule: 'received' | 'answered', atMs: number, text: string) => {
    const id = `${complaint}-${rule.charAt(0)}`;
    const { about = '' } = moment;
    const cells = [id, complaint, rule, isoTime(atMs), emailTo('account', person), name, person.language, about, text];
    write({ record: `${rule}:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells)] });
  };
  step('received', moment.atMs, wordsOf(person, moment, seed));
  if (moment.answeredMs !== undefined) step('answered', moment.answeredMs, '');
}

export const complaints: SystemDesign = {
  key: 'complaints',
  kind: 'import',
  about: 'complaints in writing; some are never answered',
  source: sourceNamed('Complaints', { channel: 'email', team: 'Service', trust: 50, zone: 'UTC' }),
  files: [steps],
};
