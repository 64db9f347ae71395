import { Chance } from '../chance/chance.js';
import { dirtOfRecords } from '../dirt/dirt-kinds.js';
import type { Life } from '../life/life.js';
import type { Surroundings } from '../people/surroundings.js';
import type { Entry, LifeFile } from './system-design.js';

/** An entry as it stands in the file in the end. */
export interface RecordedEntry {
  readonly entry: Entry;
  /** How many times it stands there. */
  readonly copies: 1 | 2;
  /** It came after others that happened later. */
  readonly late: boolean;
}

/** What a file holds of a life, in its order: by time, then what came late. `salt` tells files apart. */
export function recorded(file: LifeFile, life: Life, around: Surroundings, salt: number): readonly RecordedEntry[] {
  const chance = new Chance(around.seed, 51, salt, life.person.number);
  const inTime: RecordedEntry[] = [];
  const afterwards: RecordedEntry[] = [];
  file.record(
    life,
    (entry) => {
      const copies = file.mayDouble && chance.hits(dirtOfRecords.doubled.rate) ? 2 : 1;
      const late = chance.hits(dirtOfRecords.late.rate);
      (late ? afterwards : inTime).push({ entry, copies, late });
    },
    around,
  );
  return afterwards.length === 0 ? inTime : inTime.concat(afterwards);
}
