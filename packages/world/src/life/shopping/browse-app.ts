import { deviceOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';
import { noteCall } from '../note-call.js';
import { hurts, shareOf } from '../pain-points.js';
import { hourMs } from '../times.js';
import { assortment } from './goods.js';

/** A visit in the app; while its sign-in is broken, some end there, and some of those at the telephone. */
export function browseApp(diary: Diary, atMs: number): void {
  const { chance, person, around } = diary;
  const fails = hurts('app-sign-in', atMs, around.untilMs) && chance.hits(shareOf('app-sign-in'));
  const { group, sku } = chance.pick(assortment);
  if (fails) diary.moves(-0.7);
  diary.note(
    {
      atMs,
      touchpoint: fails ? 'App sign-in' : 'App',
      cause: 'looking around',
      ...(fails ? { pain: 'app-sign-in' as const, feeling: 'annoyed' as const } : {}),
    },
    {
      kind: 'visit',
      on: 'app',
      browser: deviceOf(person, around.seed),
      signedIn: !fails,
      steps: fails ? ['Home', 'Sign in'] : ['Home', `Category ${group}`, `Product ${sku}`],
      ...(fails ? { fails: 'Sign In Failed' } : {}),
    },
  );
  if (!fails || !chance.hits(0.3)) return;
  noteCall(diary, atMs + chance.between(0.3, 20) * hourMs, {
    topic: 'sign-in-fails',
    cause: 'app-sign-in',
    pain: 'app-sign-in',
    solved: chance.hits(0.5),
  });
}
