import { crmNumberOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { wallDay } from '../writing/written-times.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';

const sent: LifeFile = {
  grows: 'with people',
  name: 'letters/sent.csv',
  about: 'one line for each letter of the printing house; days only',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'letter', means: 'number of the letter' },
    { name: 'day', means: 'yyyy-MM-dd' },
    { name: 'customer', means: 'customer number, the new one' },
    { name: 'contract', means: 'contract it is about' },
    { name: 'kind', means: 'policy or premium change' },
    { name: 'cost_eur', means: 'printing and postage' },
  ],
  mapping: {
    version: 1,
    source: 'Letters',
    file: { format: 'csv' },
    zone,
    channel: 'post',
    rows: [
      {
        rule: 'letter',
        make: 'interaction',
        key: 'letter',
        identifiers: { 'crm:customers': '{customer}' },
        name: 'Letter sent',
        time: '{day}',
        direction: 'to-customer',
        touchpoint: { from: '{kind}', table: { 'premium change': 'Premium letter' }, otherwise: 'Letter' },
        about: { kind: 'contract', id: '{contract}' },
        reason: '{kind}',
        properties: { cost: { from: '{cost_eur}', as: 'number' } },
      },
    ],
  },
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'letter') continue;
      const { atMs, contract, what } = moment;
      const id = recordNumber('L', life, moment);
      const cells = [id, wallDay(atMs, zone), crmNumberOf(life.person), contract, what, '0.84'];
      write({ record: `letter:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells)] });
    }
  },
};

export const letters: SystemDesign = {
  key: 'letters',
  kind: 'import',
  about: 'the printing house that sends policies and premium letters',
  source: sourceNamed('Letters', { channel: 'post', team: 'Contracts', trust: 30, zone }),
  files: [sent],
};
