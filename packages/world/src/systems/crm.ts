import { Chance } from '../chance/chance.js';
import { dirtOfRecords } from '../dirt/dirt-kinds.js';
import type { Life } from '../life/life.js';
import type { MasterData, Moment } from '../life/moment.js';
import { addressTo, emailTo, familyNameTo, firstNameTo, phoneTo } from '../people/known-as.js';
import { crmNumberOf, oldCrmNumberOf } from '../people/known-numbers.js';
import type { Surroundings } from '../people/surroundings.js';
import { csvLine } from '../writing/csv-line.js';
import { nationalPhone } from '../writing/national-phone.js';
import { wallDay } from '../writing/written-times.js';
import { orPlaceholder } from './placeholder.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';
const migratedDays = 365;

/** When everybody got a new number. */
export function migratedAtMs({ untilMs }: Surroundings): number {
  return untilMs - migratedDays * 86_400_000;
}

const personColumns = [
  { name: 'first_name', means: 'first name' },
  { name: 'last_name', means: 'family name, as of the export' },
  { name: 'birthday', means: 'yyyy-MM-dd' },
  { name: 'email', means: 'e-mail address, or what was entered because the field must not be empty' },
  { name: 'phone', means: 'telephone as dialled from Germany' },
  { name: 'street', means: 'street and house' },
  { name: 'postcode', means: 'postcode' },
  { name: 'town', means: 'town' },
  { name: 'changed_on', means: 'day of the last change, yyyy-MM-dd' },
] as const;

const identifiers = { email: '{email}', phone: '{phone}' };
const traits = {
  firstName: '{first_name}',
  lastName: '{last_name}',
  birthday: '{birthday}',
  street: '{street}',
  postcode: '{postcode}',
  town: '{town}',
};

/** The company's list of customers: an export from before the migration, and one of today. `source` names it in mappings. */
export function crm(source: string, team: string): SystemDesign {
  const mapping = { version: 1, source, file: { format: 'csv' }, zone, country: 'DE', channel: 'call_centre' } as const;
  const before: LifeFile = {
    grows: 'with people',
    name: 'crm/contacts-before-migration.csv',
    about: 'the list as it was a year before the end, under the old numbers',
    format: 'csv',
    mayDouble: true,
    columns: [{ name: 'customer_no', means: 'old number; it is somebody else’s new number' }, ...personColumns],
    mapping: {
      ...mapping,
      rows: [
        {
          rule: 'contact-before',
          make: 'traits',
          key: 'customer_no',
          identifiers: { 'crm:before-migration': '{customer_no}', ...identifiers },
          time: '{changed_on}',
          traits,
        },
      ],
    },
    record: (life, write, around) => {
      const moment = lastChange(life, migratedAtMs(around));
      if (moment === undefined) return;
      const number = oldCrmNumberOf(life.person);
      const cells = [number, ...personCells(life, moment, around)];
      write({ record: `contact-before:${number}`, what: 'traits', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    },
  };
  const today: LifeFile = {
    grows: 'with people',
    name: 'crm/contacts.csv',
    about: 'the list at the end, under the new numbers',
    format: 'csv',
    mayDouble: true,
    columns: [
      { name: 'customer_no', means: 'new number' },
      { name: 'former_no', means: 'old number, where the migration kept it' },
      ...personColumns,
    ],
    mapping: {
      ...mapping,
      rows: [
        {
          rule: 'contact',
          make: 'traits',
          key: 'customer_no',
          identifiers: { 'crm:customers': '{customer_no}', 'crm:before-migration': '{former_no}', ...identifiers },
          time: '{changed_on}',
          traits,
        },
      ],
    },
    record: (life, write, around) => {
      const moment = lastChange(life, around.untilMs);
      if (moment === undefined) return;
      const number = crmNumberOf(life.person);
      const cells = [number, formerNumber(life, around), ...personCells(life, moment, around)];
      write({ record: `contact:${number}`, what: 'traits', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    },
  };
  return {
    key: 'crm',
    kind: 'import',
    about: 'the list of customers; everybody got a new number in a migration',
    source: sourceNamed(source, { channel: 'call_centre', team, trust: 80, zone }),
    files: [before, today],
  };
}

function lastChange({ moments }: Life, beforeMs: number): (Moment & MasterData) | undefined {
  let last: (Moment & MasterData) | undefined;
  for (const moment of moments) if (moment.kind === 'master-data' && moment.atMs < beforeMs) last = moment;
  return last;
}

/** Empty for whom the old list did not know, and where the migration lost it. */
function formerNumber(life: Life, around: Surroundings): string {
  if (lastChange(life, migratedAtMs(around)) === undefined) return '';
  const isLost = new Chance(around.seed, 62, life.person.number).hits(dirtOfRecords['former-number-lost'].rate);
  return isLost ? '' : oldCrmNumberOf(life.person);
}

function personCells({ person }: Life, moment: Moment, { seed }: Surroundings): readonly string[] {
  const { street, postcode, name: town } = addressTo('crm', person, moment.atMs);
  return [
    firstNameTo('crm', person),
    familyNameTo('crm', person, moment.atMs),
    person.birthday,
    orPlaceholder(emailTo('crm', person), seed, moment, person),
    nationalPhone(phoneTo('crm', person)),
    street,
    postcode,
    town,
    wallDay(moment.atMs, zone),
  ];
}
