import { Chance } from '../../chance/chance.js';
import { emailTo } from '../../people/known-as.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import { recordNumber } from '../record-number.js';
import { sourceNamed } from '../source-named.js';
import type { LifeFile, SystemDesign } from '../system-design.js';

const permissions: LifeFile = {
  grows: 'with people',
  name: 'consent/permissions.csv',
  about: 'what people permitted, as two systems have it; for some nothing is known, for some the two disagree',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'entry', means: 'number of the entry' },
    { name: 'email', means: 'address' },
    { name: 'channel', means: 'email' },
    { name: 'purpose', means: 'marketing' },
    { name: 'basis', means: 'consent, or soft opt-in after a purchase' },
    { name: 'state', means: 'granted or withdrawn' },
    { name: 'since', means: 'ISO 8601, UTC' },
    { name: 'known_by', means: 'the system that says so' },
  ],
  record: (life, write, { seed }) => {
    const { person, moments } = life;
    const moment = moments.find(
      ({ kind }) => kind === 'registration' || kind === 'card-issued' || kind === 'master-data',
    );
    if (moment === undefined || person.dirt.has('permission-missing')) return;
    const chance = new Chance(seed, 64, person.number);
    const granted = chance.hits(0.7);
    const basis = chance.hits(0.6) ? 'consent' : 'soft opt-in';
    const entry = (knownBy: string, state: boolean, afterMs: number) => {
      const id = `${recordNumber('P', life, moment)}-${knownBy.charAt(0)}`;
      const since = isoTime(moment.atMs + afterMs);
      const said = state ? 'granted' : 'withdrawn';
      const cells = [id, emailTo('mail', person), 'email', 'marketing', basis, said, since, knownBy];
      write({ record: id, what: 'row', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    };
    entry('newsletter', granted, 60_000);
    if (person.dirt.has('permission-mixed')) entry('customer list', !granted, 120_000);
  },
};

export const consent: SystemDesign = {
  key: 'consent',
  kind: 'later',
  about: 'the register of permissions',
  source: sourceNamed('Consent register', { channel: 'email', team: 'Legal', trust: 60, zone: 'UTC' }),
  files: [permissions],
};
