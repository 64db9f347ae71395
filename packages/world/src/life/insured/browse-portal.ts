import { browserOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';

/** A look around the portal, on her own device or on the tablet of the home. */
export function browsePortal(diary: Diary, atMs: number, steps: readonly string[], signedIn?: 'signed in'): void {
  const { chance, person, around } = diary;
  const onTablet = person.dirt.has('shared-tablet') && chance.hits(0.5) ? person.household.tablet : undefined;
  diary.note(
    { atMs, touchpoint: 'Portal', cause: 'looking around' },
    {
      kind: 'visit',
      on: 'web',
      browser: onTablet ?? browserOf(person, around.seed, atMs),
      signedIn: signedIn !== undefined && diary.holds('account'),
      steps,
    },
  );
}
