import type { Diary } from '../diary.js';
import { noteCall } from '../note-call.js';
import { noteAnswer, noteComplaint } from '../note-feedback.js';
import { hurts, shareOf } from '../pain-points.js';
import type { StageSpan } from '../stage.js';
import { dayMs, midnight } from '../times.js';
import type { Held } from './contracts.js';

/** The letter with the new premium, once a year, and what comes of it. */
export function payYearly(diary: Diary, { toMs }: StageSpan, { contract, product, signedMs }: Held): void {
  const { chance, around } = diary;
  for (let atMs = midnight(signedMs) + 180 * dayMs; atMs < toMs; atMs += 365 * dayMs) {
    const unclear =
      product === 'car' && hurts('unclear-premium', atMs, around.untilMs) && chance.hits(shareOf('unclear-premium'));
    const pain = unclear ? { pain: 'unclear-premium' as const, feeling: 'annoyed' as const } : {};
    if (unclear) diary.moves(-0.8);
    diary.note(
      { atMs: atMs + 9 * 3_600_000, touchpoint: 'Premium letter', cause: 'sent by us', ...pain },
      { kind: 'letter', what: 'premium change', contract },
    );
    if (!unclear) continue;
    const why = {
      topic: 'premium-unclear',
      cause: 'unclear-premium',
      pain: 'unclear-premium',
      about: contract,
    } as const;
    if (chance.hits(0.3)) noteCall(diary, atMs + 4 * dayMs, { ...why, solved: chance.hits(0.6) });
    if (chance.hits(0.12)) noteComplaint(diary, atMs + 6 * dayMs, why);
    if (chance.hits(0.15)) noteAnswer(diary, atMs + 12 * dayMs, 'Premium letter', why);
  }
}
