import type { Topic } from '../talk/topic.js';
import type { Diary } from './diary.js';
import type { PainKey } from './pain-points.js';
import { openingTime } from './times.js';

interface Reason {
  readonly topic: Topic;
  /** What really brought it about. */
  readonly cause: string;
  readonly pain?: PainKey;
  readonly about?: string;
  readonly solved: boolean;
}

/** She rings up. A call that solves nothing leaves her worse than she was. */
export function noteCall(diary: Diary, afterMs: number, { cause, pain, ...said }: Reason): void {
  const { chance } = diary;
  diary.moves(said.solved ? 0.2 : -0.5);
  diary.note(
    { atMs: openingTime(chance, afterMs), touchpoint: 'Call centre', cause, ...(pain === undefined ? {} : { pain }) },
    {
      kind: 'call',
      ...said,
      minutes: 1 + Math.floor(chance.wait(5)),
      waitedSeconds: Math.floor(chance.wait(95)),
      hidesNumber: chance.hits(0.12),
    },
  );
}
