import { Chance } from '../../chance/chance.js';
import type { Life } from '../../life/life.js';
import type { Moment } from '../../life/moment.js';
import { emailTo } from '../../people/known-as.js';
import { csvLine } from '../../writing/csv-line.js';
import { isoTime } from '../../writing/written-times.js';
import { recordNumber } from '../record-number.js';
import type { LifeFile } from '../system-design.js';

/** What was promised to customers with a day, and whether it was kept. */
export const promises: LifeFile = {
  grows: 'with people',
  name: 'commitments/promises.csv',
  about: 'what was promised to customers by when, and when it was kept',
  format: 'csv',
  mayDouble: false,
  columns: [
    { name: 'promise', means: 'number of the promise' },
    { name: 'email', means: 'address of whom it was promised to' },
    { name: 'what', means: 'parcel, call back' },
    { name: 'matter', means: 'order, contract or claim' },
    { name: 'made_at', means: 'ISO 8601, UTC' },
    { name: 'due_at', means: 'ISO 8601, UTC' },
    { name: 'kept_at', means: 'ISO 8601, UTC; empty: not kept by the end' },
  ],
  record: (life, write, { seed, untilMs }) => {
    for (const moment of life.moments) {
      const promise = promisedAt(life, moment, seed);
      if (promise === undefined) continue;
      const { what, matter, dueMs, keptMs } = promise;
      const kept = keptMs !== undefined && keptMs < untilMs ? isoTime(keptMs) : '';
      const id = recordNumber('Z', life, moment);
      const email = emailTo('account', life.person);
      const cells = [id, email, what, matter, isoTime(moment.atMs), isoTime(dueMs), kept];
      write({ record: id, what: 'row', moment, atMs: moment.atMs, lines: [csvLine(cells)] });
    }
  },
};

interface Promised {
  readonly what: 'parcel' | 'call back';
  readonly matter: string | undefined;
  readonly dueMs: number;
  readonly keptMs?: number;
}

const dayMs = 86_400_000;

/** A parcel by a day; a call back within two days after a call that solved nothing, which half the time nobody makes. */
function promisedAt({ person }: Life, moment: Moment, seed: number): Promised | undefined {
  if (moment.kind === 'online-order') {
    const { order, promisedMs, deliveredMs } = moment;
    return { what: 'parcel', matter: order, dueMs: promisedMs + dayMs, keptMs: deliveredMs };
  }
  if (moment.kind !== 'call' || moment.solved) return undefined;
  const dueMs = moment.atMs + 2 * dayMs;
  const chance = new Chance(seed, 65, person.number, moment.place);
  const isKept = chance.hits(0.5);
  const keptMs = moment.atMs + chance.between(0.2, 3) * dayMs;
  return { what: 'call back', matter: moment.about, dueMs, ...(isKept ? { keptMs } : {}) };
}
