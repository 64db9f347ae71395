import { Chance } from '../../chance/chance.js';
import { shopCount } from '../../life/shopping/goods.js';
import { isSaturday, isSunday } from '../../life/times.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import type { CompanyFile } from '../system-design.js';
import { listMapping } from './operations.js';

const dayMs = 86_400_000;

/** Whoever comes in is counted at the door, and nobody knows who it was. */
export const footfall: CompanyFile = {
  grows: 'with time',
  name: 'operations/footfall.csv',
  about: 'how many came in, by shop and day; shops are closed on Sundays',
  format: 'csv',
  columns: [
    { name: 'shop', means: 'number of the shop' },
    { name: 'day', means: 'yyyy-MM-dd' },
    { name: 'came_in', means: 'counted at the door' },
    { name: 'longest_queue', means: 'people waiting at the tills at the worst moment' },
  ],
  mapping: listMapping(
    {
      rule: 'footfall',
      make: 'count',
      measure: 'footfall',
      number: '{came_in}',
      time: '{day}',
      location: 'Shop {shop}',
      touchpoint: 'Shop door',
    },
    {
      rule: 'queue',
      make: 'count',
      measure: 'longest queue',
      number: '{longest_queue}',
      adds: false,
      time: '{day}',
      location: 'Shop {shop}',
      touchpoint: 'Checkout',
    },
  ),
  *list({ seed, sinceMs, untilMs }) {
    for (let atMs = sinceMs; atMs < untilMs; atMs += dayMs) {
      if (isSunday(atMs)) continue;
      for (let shop = 1; shop <= shopCount; shop += 1) {
        const chance = new Chance(seed, 66, shop, Math.floor(atMs / dayMs));
        const busy = isSaturday(atMs) ? 1.8 : 1;
        const cameIn = Math.round((300 + 60 * shop) * busy * chance.between(0.7, 1.3));
        const queue = Math.round((cameIn / 90) * chance.between(0.6, 1.2) * (shop === 7 && busy > 1 ? 2.4 : 1));
        yield csvLine([shop, isoTime(atMs).slice(0, 10), cameIn, queue]);
      }
    }
  },
};
