import type { Topic } from '../talk/topic.js';
import type { Diary } from './diary.js';
import type { PainKey } from './pain-points.js';
import { awakeTime, dayMs, openingTime } from './times.js';

interface Reason {
  readonly topic: Topic;
  /** What really brought it about. */
  readonly cause: string;
  readonly pain?: PainKey;
  readonly about?: string;
}

/** She complains in writing. Most complaints are answered within two weeks; one in eight never is. */
export function noteComplaint(diary: Diary, afterMs: number, { cause, pain, ...said }: Reason): void {
  const { chance } = diary;
  const atMs = awakeTime(chance, afterMs);
  const answeredMs = chance.hits(0.875) ? openingTime(chance, atMs + (1 + chance.wait(6)) * dayMs) : undefined;
  const { untilMs } = diary.around;
  diary.note(
    {
      atMs,
      touchpoint: 'Complaints',
      cause,
      feeling: diary.mood < 0 ? 'angry' : 'annoyed',
      ...(pain === undefined ? {} : { pain }),
    },
    { kind: 'complaint', ...said, ...(answeredMs === undefined || answeredMs >= untilMs ? {} : { answeredMs }) },
  );
  diary.moves(answeredMs === undefined ? -0.6 : 0.3);
}

/** She answers a survey; the score follows from her mood and a draw. One in seven gives no name. */
export function noteAnswer(diary: Diary, afterMs: number, touchpoint: string, { cause, pain, topic }: Reason): void {
  const { chance } = diary;
  const score = Math.max(0, Math.min(10, Math.round(6.6 + diary.mood * 1.9 + (chance.next() - 0.5) * 4)));
  diary.note(
    { atMs: awakeTime(chance, afterMs), touchpoint, cause, ...(pain === undefined ? {} : { pain }) },
    { kind: 'answer', score, topic, namesHerself: !chance.hits(1 / 7) },
  );
}
