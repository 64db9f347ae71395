import type { Diary } from './diary.js';
import type { StageSpan } from './stage.js';
import { awakeTime, dayMs } from './times.js';

/** Calls `happens` at waking times that are `days` apart on average. */
export function every(diary: Diary, { fromMs, toMs }: StageSpan, days: number, happens: (atMs: number) => void): void {
  let atMs = fromMs;
  for (;;) {
    atMs += diary.chance.wait(days * dayMs);
    if (atMs >= toMs) return;
    happens(awakeTime(diary.chance, atMs));
  }
}

/** The first days of a stretch: who stays in it for ever does not go on for ever as she began. */
export function early(span: StageSpan, days: number): StageSpan {
  return { ...span, toMs: Math.min(span.toMs, span.fromMs + days * dayMs) };
}
