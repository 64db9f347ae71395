import { crmNumberOf } from '../people/known-numbers.js';
import { csvLine } from '../writing/csv-line.js';
import { decimalPoint, wallTime } from '../writing/written-times.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/Berlin';

const stepNames = {
  reported: 'Claim reported',
  news: 'News of the claim',
  paid: 'Claim paid and closed',
  refused: 'Claim refused and closed',
};

const steps: LifeFile = {
  grows: 'with people',
  name: 'claims/steps.csv',
  about: 'one line for each step of each claim',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'step_id', means: 'claim and step' },
    { name: 'claim', means: 'claim' },
    { name: 'contract', means: 'contract it is under' },
    { name: 'customer', means: 'customer number, the new one' },
    { name: 'at', means: `yyyy-MM-dd HH:mm:ss in ${zone}` },
    { name: 'step', means: 'reported, news, paid, refused' },
    { name: 'through', means: 'broker, web, app or call_centre' },
    { name: 'amount', means: 'EUR, once it is paid' },
  ],
  mapping: {
    version: 1,
    source: 'Claims',
    file: { format: 'csv' },
    zone,
    currency: 'EUR',
    channel: 'post',
    rows: [
      {
        rule: 'step',
        make: 'interaction',
        key: 'step_id',
        identifiers: { 'crm:customers': '{customer}' },
        name: { from: '{step}', table: stepNames },
        time: '{at}',
        direction: { from: '{step}', table: { reported: 'from-customer' }, otherwise: 'to-customer' },
        channel: {
          from: '{through}',
          table: { broker: 'partner', web: 'web', app: 'app', call_centre: 'call_centre' },
        },
        touchpoint: 'Claim',
        about: { kind: 'claim', id: '{claim}' },
        properties: { contract: '{contract}', amount: { from: '{amount}', as: 'number' } },
      },
    ],
  },
  record: ({ person, moments }, write) => {
    for (const moment of moments) {
      if (moment.kind !== 'claim-step') continue;
      const { atMs, claim, contract, step, through, cents } = moment;
      const id = `${claim}-${step.slice(0, 4)}`;
      const amount = step === 'paid' ? decimalPoint(cents) : '';
      const cells = [id, claim, contract, crmNumberOf(person), wallTime(atMs, zone), step, through, amount];
      write({ record: `step:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells)] });
    }
  },
};

export const claims: SystemDesign = {
  key: 'claims',
  kind: 'import',
  about: 'claims as cases, from report to decision',
  source: sourceNamed('Claims', { channel: 'post', team: 'Claims', trust: 60, zone }),
  files: [steps],
};
