import type { Diary } from '../diary.js';
import { noteMarketingMail } from '../note-mail.js';
import { browseShop } from './browse-shop.js';

const issues = [
  'New for spring',
  'Ideas for small balconies',
  'Sale: up to 40 % off',
  'Made by hand',
  'Warm evenings',
] as const;

/** The newsletter of the web team; a click leads into the shop. */
export function readNewsletter(diary: Diary, atMs: number): void {
  followed(diary, noteMarketingMail(diary, atMs, { platform: 'newsletter', subject: diary.chance.pick(issues) }));
}

/** The sales team's mail to those who stopped buying, on the platform that was bought for order mails. */
export function readWinBackMail(diary: Diary, atMs: number): void {
  followed(
    diary,
    noteMarketingMail(diary, atMs, { platform: 'service', subject: 'We miss you: 10 % on your next order' }),
  );
}

function followed(diary: Diary, clickedMs: number | undefined): void {
  if (clickedMs !== undefined) browseShop(diary, clickedMs + 5_000, { signedIn: false, fills: diary.chance.hits(0.1) });
}
