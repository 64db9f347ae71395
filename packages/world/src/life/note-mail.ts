import type { Diary } from './diary.js';
import type { Mail } from './moment.js';
import { hourMs } from './times.js';

/** News of an order or a claim. Hardly anybody fails to open them. */
export function noteServiceMail(diary: Diary, atMs: number, said: Pick<Mail, 'subject' | 'about'>): void {
  note(diary, atMs, { platform: 'service', ...said }, { opens: 0.7, clicks: 0.2 });
}

/** What marketing sends; answers whether she clicked, and when. */
export function noteMarketingMail(
  diary: Diary,
  atMs: number,
  said: Pick<Mail, 'platform' | 'subject'>,
): number | undefined {
  return note(diary, atMs, said, { opens: 0.25 + 0.08 * diary.mood, clicks: 0.2 });
}

/** One mailbox in three belongs to a provider that fetches the pictures of each message at once. */
const prefetchShare = 0.33;

function note(
  diary: Diary,
  atMs: number,
  said: Pick<Mail, 'platform' | 'subject' | 'about'>,
  likely: { readonly opens: number; readonly clicks: number },
): number | undefined {
  const { chance } = diary;
  const bounced = chance.hits(0.01);
  const opens = !bounced && chance.hits(likely.opens);
  const openedMs = opens ? Math.floor(atMs + chance.wait(9 * hourMs)) : undefined;
  const clickedMs = openedMs !== undefined && chance.hits(likely.clicks) ? openedMs + 30_000 : undefined;
  const { untilMs } = diary.around;
  diary.note(
    { atMs, touchpoint: said.platform === 'newsletter' ? 'Newsletter' : 'Service e-mail', cause: 'sent by us' },
    {
      kind: 'mail',
      ...said,
      bounced,
      ...(openedMs !== undefined && openedMs < untilMs ? { openedMs } : {}),
      ...(!bounced && chance.hits(prefetchShare) ? { prefetchedMs: atMs + 20_000 } : {}),
      ...(clickedMs !== undefined && clickedMs < untilMs ? { clickedMs } : {}),
    },
  );
  return clickedMs;
}
