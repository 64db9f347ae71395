import type { Diary } from '../diary.js';
import { noteCall } from '../note-call.js';
import { noteMarketingMail } from '../note-mail.js';
import { hurts, shareOf } from '../pain-points.js';
import { dayMs } from '../times.js';
import { browsePortal } from './browse-portal.js';

const issues = [
  'Ready for winter tyres?',
  'Ten per cent on home insurance',
  'Travelling this summer?',
  'Bring a friend',
] as const;

/** The newsletter of marketing, which does not know who has a broker. */
export function readNewsletter(diary: Diary, atMs: number, broker: number | undefined): void {
  const { chance, around } = diary;
  const contradicts =
    broker !== undefined && hurts('two-voices', atMs, around.untilMs) && chance.hits(shareOf('two-voices'));
  followed(diary, noteMarketingMail(diary, atMs, { platform: 'newsletter', subject: chance.pick(issues) }));
  if (!contradicts || !chance.hits(0.25)) return;
  noteCall(diary, atMs + dayMs, {
    topic: 'broker-and-company',
    cause: 'two-voices',
    pain: 'two-voices',
    solved: false,
  });
}

export function readWinBackMail(diary: Diary, atMs: number): void {
  followed(diary, noteMarketingMail(diary, atMs, { platform: 'service', subject: 'Come back: two months free' }));
}

function followed(diary: Diary, clickedMs: number | undefined): void {
  if (clickedMs !== undefined) browsePortal(diary, clickedMs + 5_000, ['/offers']);
}
