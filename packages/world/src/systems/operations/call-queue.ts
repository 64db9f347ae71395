import { Chance } from '../../chance/chance.js';
import { isSunday } from '../../life/times.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import type { CompanyFile } from '../system-design.js';
import { listMapping } from './operations.js';

const dayMs = 86_400_000;

/** How full the telephone was, whoever rang. */
export const callQueue: CompanyFile = {
  grows: 'with time',
  name: 'operations/call-queue.csv',
  about: 'how many calls came in and were given up before anybody answered, by day',
  format: 'csv',
  columns: [
    { name: 'day', means: 'yyyy-MM-dd' },
    { name: 'came_in', means: 'calls' },
    { name: 'given_up', means: 'calls that ended in the queue' },
  ],
  mapping: listMapping(
    {
      rule: 'calls',
      make: 'count',
      measure: 'calls',
      number: '{came_in}',
      time: '{day}',
      touchpoint: 'Call centre',
    },
    {
      rule: 'given-up',
      make: 'count',
      measure: 'calls given up',
      number: '{given_up}',
      time: '{day}',
      touchpoint: 'Call centre',
    },
  ),
  *list({ seed, sinceMs, untilMs }) {
    for (let atMs = sinceMs; atMs < untilMs; atMs += dayMs) {
      if (isSunday(atMs)) continue;
      const chance = new Chance(seed, 67, Math.floor(atMs / dayMs));
      const cameIn = Math.round(chance.between(220, 540));
      yield csvLine([isoTime(atMs).slice(0, 10), cameIn, Math.round(cameIn * chance.between(0.03, 0.14))]);
    }
  },
};
