import { scattered } from '../../chance/scattered.js';
import { browserOf, deviceOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';
import { every } from '../every.js';
import type { ClaimStep } from '../moment.js';
import { noteCall } from '../note-call.js';
import { noteAnswer, noteComplaint } from '../note-feedback.js';
import { noteServiceMail } from '../note-mail.js';
import { hurts, shareOf } from '../pain-points.js';
import type { StageSpan } from '../stage.js';
import { dayMs, hourMs, openingTime } from '../times.js';
import type { Held } from './contracts.js';
import { visitBroker } from './visit-broker.js';

/** Claims under a contract: one in fourteen months on average. */
export function haveClaims(diary: Diary, span: StageSpan, held: Held, broker: number | undefined): void {
  every(diary, { ...span, fromMs: held.signedMs }, 420, (atMs) => haveClaim(diary, atMs, held, broker));
}

type Claim = Pick<ClaimStep, 'claim' | 'contract' | 'through' | 'cents'>;

function haveClaim(diary: Diary, atMs: number, { contract }: Held, broker: number | undefined): void {
  const { chance, person } = diary;
  const claim: Claim = {
    claim: `S${scattered(person.number, 20)}${diary.count('claim')}`,
    contract,
    through: broker === undefined ? chance.pick(['web', 'web', 'app', 'call_centre']) : 'broker',
    cents: 15_000 + Math.floor(chance.wait(140_000)),
  };
  report(diary, atMs, claim, broker);
  const days = 4 + Math.floor(chance.wait(14));
  if (days > 14) wait(diary, atMs, days, claim);
  const paid = chance.hits(0.9);
  const decidedMs = openingTime(chance, atMs + days * dayMs);
  step(diary, decidedMs, claim, paid ? 'paid' : 'refused');
  noteServiceMail(diary, decidedMs + hourMs, { subject: 'Your claim is decided', about: claim.claim });
  diary.moves(paid ? 0.5 : -0.9);
  if (chance.hits(0.2))
    noteAnswer(diary, decidedMs + 2 * dayMs, 'Claim', {
      topic: diary.mood > 0.8 ? 'praise' : 'all-well',
      cause: 'claim decided',
    });
}

function report(diary: Diary, atMs: number, claim: Claim, broker: number | undefined): void {
  const { chance, around, person } = diary;
  if (claim.through === 'broker' && broker !== undefined) visitBroker(diary, atMs, broker, 'claim');
  if (claim.through === 'web' || claim.through === 'app') {
    const fails = hurts('upload-fails', atMs, around.untilMs) && chance.hits(shareOf('upload-fails'));
    diary.note(
      {
        atMs: atMs - 400_000,
        touchpoint: fails ? 'Portal upload' : 'Portal',
        cause: 'claim',
        ...(fails ? { pain: 'upload-fails' as const, feeling: 'annoyed' as const } : {}),
      },
      {
        kind: 'visit',
        on: claim.through,
        browser: claim.through === 'app' ? deviceOf(person, around.seed) : browserOf(person, around.seed, atMs),
        signedIn: diary.holds('account'),
        steps: claim.through === 'app' ? ['Claims', 'New claim'] : ['/claims', '/claims/new'],
        ...(fails ? { fails: 'Upload Failed' } : {}),
      },
    );
    if (fails && chance.hits(0.5)) {
      const why = { topic: 'upload-fails', cause: 'upload-fails', pain: 'upload-fails', about: claim.claim } as const;
      noteCall(diary, atMs + 2 * hourMs, { ...why, solved: true });
    }
  }
  step(diary, atMs, claim, 'reported');
}

/** A claim that takes more than two weeks: with news on the way, or without. */
function wait(diary: Diary, reportedMs: number, days: number, claim: Claim): void {
  const { chance, around } = diary;
  const silent = hurts('silent-claims', reportedMs, around.untilMs) && chance.hits(shareOf('silent-claims'));
  if (!silent) {
    step(diary, reportedMs + 7 * dayMs, claim, 'news');
    noteServiceMail(diary, reportedMs + 7 * dayMs, { subject: 'News of your claim', about: claim.claim });
    return;
  }
  const why = { topic: 'claim-silent', cause: 'silent-claims', pain: 'silent-claims', about: claim.claim } as const;
  diary.moves(-0.8);
  if (chance.hits(0.6)) {
    noteCall(diary, reportedMs + 10 * dayMs, { ...why, solved: false });
    if (days > 20 && chance.hits(0.5)) noteCall(diary, reportedMs + 15 * dayMs, { ...why, solved: false });
  }
  if (chance.hits(0.2)) noteComplaint(diary, reportedMs + 13 * dayMs, why);
  if (chance.hits(0.2)) noteAnswer(diary, reportedMs + 13 * dayMs, 'Claim', why);
}

function step(diary: Diary, atMs: number, claim: Claim, name: ClaimStep['step']): void {
  diary.note(
    { atMs, touchpoint: name === 'reported' ? 'Claim report' : 'Claim in work', cause: 'claim' },
    { kind: 'claim-step', step: name, ...claim },
  );
}
