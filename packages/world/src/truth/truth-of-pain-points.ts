import { painPoints } from '../life/pain-points.js';
import type { Profile } from '../profile.js';
import { csvLine } from '../writing/csv-line.js';
import { isoTime } from '../writing/written-times.js';
import type { TruthOfCompany } from './truth-design.js';

/** What was made worse on purpose, and what was mended. */
export function truthOfPainPoints(profile: Profile): TruthOfCompany {
  return {
    grows: 'with time',
    name: 'truth/pain-points.csv',
    about: 'where it hurts, since when, why and whom; and where the company mended it',
    format: 'csv',
    columns: [
      { name: 'key', means: 'how records name it' },
      { name: 'touchpoint', means: 'where' },
      { name: 'since', means: 'UTC; the first day of the records if it was always so' },
      { name: 'fixed', means: 'when the company mended it; empty: it still hurts' },
      { name: 'cause', means: 'what really brings it about' },
      { name: 'whom', means: 'who can meet it' },
      { name: 'share', means: 'of those occasions, the share that it befalls' },
      { name: 'effect', means: 'what comes of it' },
    ],
    *list({ untilMs }) {
      const daysBefore = (days: number) => isoTime(untilMs - days * 86_400_000);
      for (const { key, profile: of, touchpoint, sinceDays, fixedDays, cause, whom, share, effect } of painPoints) {
        if (of !== profile) continue;
        const fixed = fixedDays === undefined ? '' : daysBefore(fixedDays);
        yield csvLine([key, touchpoint, daysBefore(sinceDays), fixed, cause, whom, share, effect]);
      }
    },
  };
}
