import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { crmNumberOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { decimalComma, germanDay, wallDay } from '../writing/written-times.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';

const mapping = {
  version: 1,
  source: 'Policies',
  file: { format: 'csv', delimiter: ';' },
  zone,
  country: 'DE',
  currency: 'EUR',
  channel: 'post',
  dates: 'dd.MM.yyyy',
} as const;

type Rule = Mapping['rows'][number];

const contractStep = (rule: 'signed' | 'ended', name: string): Rule => ({
  rule,
  make: 'interaction',
  when: [{ value: '{Vorgang}', is: rule }],
  key: 'Nr',
  identifiers: { 'crm:customers': '{Kunde}' },
  name,
  time: '{Datum}',
  direction: 'from-customer',
  channel: { from: '{Weg}', table: { broker: 'partner', web: 'web', call_centre: 'call_centre' }, otherwise: 'post' },
  touchpoint: 'Contract',
  about: { kind: 'contract', id: '{Vertrag}' },
  properties: {
    product: '{Sparte}',
    ...(rule === 'signed' ? { premium: { from: '{Beitrag}', as: 'number', decimal: ',' } } : {}),
  },
});

const contracts: LifeFile = {
  grows: 'with people',
  name: 'policies/contracts.csv',
  about: 'one line when a contract begins, one when it ends; days only',
  format: 'csv',
  delimiter: ';',
  mayDouble: true,
  columns: [
    { name: 'Nr', means: 'contract and step' },
    { name: 'Vorgang', means: 'signed or ended' },
    { name: 'Datum', means: 'dd.MM.yyyy' },
    { name: 'Vertrag', means: 'contract' },
    { name: 'Kunde', means: 'customer number, the new one: this system was converted' },
    { name: 'Sparte', means: 'car, home, liability or legal' },
    { name: 'Beitrag', means: 'yearly premium in EUR, decimal comma' },
    { name: 'Weg', means: 'broker, web or call_centre' },
  ],
  mapping: { ...mapping, rows: [contractStep('signed', 'Contract signed'), contractStep('ended', 'Contract ended')] },
  record: ({ person, moments }, write) => {
    const customer = crmNumberOf(person);
    for (const moment of moments) {
      if (moment.kind !== 'contract-signed' && moment.kind !== 'contract-ended') continue;
      const { atMs, contract, product } = moment;
      const rule = moment.kind === 'contract-signed' ? 'signed' : 'ended';
      const id = `${contract}-${rule === 'signed' ? 'A' : 'Z'}`;
      const [premium, way] =
        moment.kind === 'contract-signed' ? [decimalComma(moment.yearlyCents), moment.through] : ['', 'letter'];
      const cells = [id, rule, germanDay(wallDay(atMs, zone)), contract, customer, product, premium, way];
      write({ record: `${rule}:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells, ';')] });
    }
  },
};

const households: LifeFile = {
  grows: 'with people',
  name: 'policies/households.csv',
  about: 'which customer belongs to which household',
  format: 'csv',
  delimiter: ';',
  mayDouble: true,
  columns: [
    { name: 'Kunde', means: 'customer number' },
    { name: 'Haushalt', means: 'number of the household' },
    { name: 'Seit', means: 'dd.MM.yyyy' },
    { name: 'Ort', means: 'town' },
  ],
  mapping: {
    ...mapping,
    rows: [
      {
        rule: 'member',
        make: 'group',
        key: 'Kunde',
        identifiers: { 'crm:customers': '{Kunde}' },
        time: '{Seit}',
        id: '{Haushalt}',
        traits: { town: '{Ort}' },
      },
    ],
  },
  record: ({ person, moments }, write) => {
    const moment = moments.find(({ kind }) => kind === 'master-data');
    if (moment === undefined) return;
    const customer = crmNumberOf(person);
    const { number, address } = person.household;
    const cells = [customer, `H-${number}`, germanDay(wallDay(moment.atMs, zone)), address.name];
    write({ record: `member:${customer}`, what: 'group', moment, atMs: moment.atMs, lines: [csvLine(cells, ';')] });
  },
};

export const policies: SystemDesign = {
  key: 'policies',
  kind: 'import',
  about: 'contracts and the households that hold them',
  source: sourceNamed('Policies', { channel: 'post', team: 'Contracts', trust: 70, zone }),
  files: [contracts, households],
};
