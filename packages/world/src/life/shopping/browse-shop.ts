import { scattered } from '../../chance/scattered.js';
import { browserOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';
import { assortment } from './goods.js';

/** A look around the web shop, on her own device or on the tablet of the home. */
export function browseShop(
  diary: Diary,
  atMs: number,
  how: { readonly signedIn: boolean; readonly fills: boolean },
): void {
  const { chance, person, around } = diary;
  const onTablet = person.dirt.has('shared-tablet') && chance.hits(0.5) ? person.household.tablet : undefined;
  const { group, sku } = chance.pick(assortment);
  const steps = chance.hits(0.35) ? ['/', `/c/${group}`] : [`/c/${group}`, `/p/${sku}`];
  if (chance.hits(0.2)) steps.push('/shops');
  if (how.fills) steps.push('basket');
  diary.note(
    { atMs, touchpoint: 'Web shop', ...(how.fills ? {} : { cause: 'looking around' }) },
    {
      kind: 'visit',
      on: 'web',
      browser: onTablet ?? browserOf(person, around.seed, atMs),
      signedIn: how.signedIn,
      steps,
    },
  );
}

/** The number of her next order. */
export function orderNumber(diary: Diary): string {
  return `LW${scattered(diary.person.number, 17)}${String(diary.count('order')).padStart(2, '0')}`;
}
