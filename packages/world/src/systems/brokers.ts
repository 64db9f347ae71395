import type { Life } from '../life/life.js';
import type { BrokerVisit, Moment } from '../life/moment.js';
import { addressTo, emailTo, familyNameTo, firstNameTo, phoneTo } from '../people/known-as.js';
import { brokerNumberOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { nationalPhone } from '../writing/national-phone.js';
import { germanDay, wallDay } from '../writing/written-times.js';
import { orPlaceholder } from './placeholder.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';

const customers: LifeFile = {
  grows: 'with people',
  name: 'brokers/customers.csv',
  about: 'the brokers’ own list of whom they look after, under their own numbers; never told of a new name or home',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'number', means: 'the broker’s number of the customer' },
    { name: 'broker', means: 'number of the broker' },
    { name: 'name', means: 'family name, first name' },
    { name: 'email', means: 'e-mail address, or what stands there instead' },
    { name: 'phone', means: 'telephone as dialled from Germany' },
    { name: 'postcode', means: 'when she came first' },
    { name: 'since', means: 'dd.MM.yyyy' },
  ],
  mapping: {
    version: 1,
    source: 'Brokers',
    file: { format: 'csv' },
    zone,
    country: 'DE',
    channel: 'partner',
    dates: 'dd.MM.yyyy',
    rows: [
      {
        rule: 'broker-customer',
        make: 'traits',
        key: 'number',
        identifiers: { 'crm:brokers': '{number}', email: '{email}', phone: '{phone}' },
        time: '{since}',
        traits: { name: '{name}', postcode: '{postcode}', broker: '{broker}' },
      },
    ],
  },
  record: (life, write, { seed }) => {
    const moment = firstVisit(life);
    if (moment === undefined) return;
    const { person } = life;
    const number = brokerNumberOf(person);
    const cells = [
      number,
      moment.broker,
      `${familyNameTo('broker', person, moment.atMs)}, ${firstNameTo('broker', person)}`,
      orPlaceholder(emailTo('broker', person), seed, moment, person),
      nationalPhone(phoneTo('broker', person)),
      addressTo('broker', person, moment.atMs).postcode,
      germanDay(wallDay(moment.atMs, zone)),
    ];
    const { atMs } = moment;
    write({ record: `broker-customer:${number}`, what: 'traits', moment, atMs, lines: [csvLine(cells)] });
  },
};

const visits: LifeFile = {
  grows: 'with people',
  name: 'brokers/visits.csv',
  about: 'one line for each talk with a customer; days only',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'visit', means: 'number of the talk' },
    { name: 'number', means: 'the broker’s number of the customer' },
    { name: 'day', means: 'dd.MM.yyyy' },
    { name: 'occasion', means: 'advice, yearly talk or claim' },
    { name: 'broker', means: 'number of the broker' },
  ],
  mapping: {
    version: 1,
    source: 'Brokers',
    file: { format: 'csv' },
    zone,
    channel: 'partner',
    dates: 'dd.MM.yyyy',
    rows: [
      {
        rule: 'visit',
        make: 'interaction',
        key: 'visit',
        identifiers: { 'crm:brokers': '{number}' },
        name: 'Broker visit',
        time: '{day}',
        direction: 'from-customer',
        touchpoint: 'Broker',
        location: 'Broker {broker}',
        reason: '{occasion}',
      },
    ],
  },
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'broker-visit') continue;
      const { atMs, occasion, broker } = moment;
      const id = recordNumber('K', life, moment);
      const cells = [id, brokerNumberOf(life.person), germanDay(wallDay(atMs, zone)), occasion, broker];
      write({ record: `visit:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells)] });
    }
  },
};

function firstVisit({ moments }: Life): (Moment & BrokerVisit) | undefined {
  for (const moment of moments) if (moment.kind === 'broker-visit') return moment;
  return undefined;
}

export const brokers: SystemDesign = {
  key: 'brokers',
  kind: 'import',
  about: 'forty brokers who look after four customers in ten',
  source: sourceNamed('Brokers', { channel: 'partner', team: 'Broker sales', trust: 45, zone }),
  files: [customers, visits],
};
