import { Chance } from '../../chance/chance.js';
import { csvLine } from '../../writing/csv-line.js';
import { decimalPoint, isoTime } from '../../writing/written-times.js';
import type { CompanyFile } from '../system-design.js';
import { listMapping } from './operations.js';

const dayMs = 86_400_000;
const networks = ['search', 'social', 'television'] as const;

/** What advertising cost, by day; no click tells of what television cost. */
export const advertisingSpend: CompanyFile = {
  grows: 'with time',
  name: 'operations/advertising-spend.csv',
  about: 'what advertising cost, by day and network',
  format: 'csv',
  columns: [
    { name: 'day', means: 'yyyy-MM-dd' },
    { name: 'network', means: 'search, social or television' },
    { name: 'eur', means: 'what it cost' },
  ],
  mapping: listMapping({
    rule: 'spend',
    make: 'cost',
    amount: '{eur}',
    time: '{day}',
    channel: { from: '{network}', table: { search: 'paid_search', social: 'paid_social', television: 'television' } },
  }),
  *list({ seed, sinceMs, untilMs }) {
    for (let atMs = sinceMs; atMs < untilMs; atMs += dayMs) {
      for (const [at, network] of networks.entries()) {
        const chance = new Chance(seed, 68, at, Math.floor(atMs / dayMs));
        yield csvLine([isoTime(atMs).slice(0, 10), network, decimalPoint(Math.round(chance.between(9_000, 48_000)))]);
      }
    }
  },
};
