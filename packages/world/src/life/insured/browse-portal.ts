import { browserOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';
import { minuteMs } from '../times.js';

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

/** A click on an advertisement, and the look around that follows it. */
export function clickAd(diary: Diary, atMs: number, campaign: string): void {
  const { chance, person, around } = diary;
  diary.note(
    { atMs, touchpoint: 'Advertisement', cause: 'advertisement' },
    { kind: 'ad-click', campaign, costCents: 60 + chance.below(420), browser: browserOf(person, around.seed, atMs) },
  );
  browsePortal(diary, atMs + Math.floor(chance.between(0.05, 0.5) * minuteMs), ['/', '/products']);
}
