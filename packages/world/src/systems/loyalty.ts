import { addressTo, emailTo, familyNameTo, firstNameTo, phoneTo } from '../people/known-as.js';
import { cardOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { germanDay, wallTime } from '../writing/written-times.js';
import { orPlaceholder } from './placeholder.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';

const members: LifeFile = {
  grows: 'with people',
  name: 'loyalty/members.csv',
  about: 'one line for each loyalty card, typed in from a paper form in the shop',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'card_no', means: 'number of the card' },
    { name: 'first_name', means: 'as written on the form' },
    { name: 'last_name', means: 'as written on the form; never changed later' },
    { name: 'born', means: 'dd.MM.yyyy' },
    { name: 'email', means: 'e-mail address, or what the form said instead' },
    { name: 'mobile', means: 'telephone, as written' },
    { name: 'postcode', means: 'when the card was issued' },
    { name: 'town', means: 'when the card was issued' },
    { name: 'issued', means: 'dd.MM.yyyy' },
  ],
  mapping: {
    version: 1,
    source: 'Loyalty cards',
    file: { format: 'csv' },
    zone,
    country: 'DE',
    channel: 'store',
    dates: 'dd.MM.yyyy',
    rows: [
      {
        rule: 'member',
        make: 'traits',
        key: 'card_no',
        identifiers: { loyalty_card: '{card_no}', email: '{email}', phone: '{mobile}' },
        time: '{issued}',
        traits: {
          firstName: '{first_name}',
          lastName: '{last_name}',
          birthday: { from: '{born}', as: 'date' },
          postcode: '{postcode}',
          town: '{town}',
        },
      },
    ],
  },
  record: ({ person, moments }, write, { seed }) => {
    for (const moment of moments) {
      if (moment.kind !== 'card-issued') continue;
      const card = cardOf(person);
      const { postcode, name: town } = addressTo('loyalty', person, moment.atMs);
      const email = orPlaceholder(emailTo('loyalty', person), seed, moment, person);
      const cells = [
        card,
        firstNameTo('loyalty', person),
        familyNameTo('loyalty', person, moment.atMs),
        germanDay(person.birthday),
        email,
        phoneTo('loyalty', person),
        postcode,
        town,
        germanDay(wallTime(moment.atMs, zone)),
      ];
      write({ record: `member:${card}`, what: 'traits', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    }
  },
};

export const loyalty: SystemDesign = {
  key: 'loyalty',
  kind: 'import',
  about: 'the loyalty programme; knows names and addresses as people wrote them on a form',
  source: sourceNamed('Loyalty cards', { channel: 'store', team: 'Shops', trust: 50, zone }),
  files: [members],
};
