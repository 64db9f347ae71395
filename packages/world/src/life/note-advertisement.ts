import { browserOf } from '../people/known-numbers.js';
import type { Diary } from './diary.js';

/** An advertisement is shown to her, and she may click it; a click costs, a view next to nothing. */
export function noteAdvertisement(diary: Diary, atMs: number, campaign: string, clicked: boolean): void {
  const { chance, person, around } = diary;
  diary.note(
    { atMs, touchpoint: 'Advertisement', cause: 'advertisement' },
    {
      kind: 'advertisement',
      clicked,
      campaign,
      costCents: clicked ? 18 + chance.below(240) : 1,
      browser: browserOf(person, around.seed, atMs),
    },
  );
}
