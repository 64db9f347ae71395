import type { Diary } from './diary.js';
import { noteCall } from './note-call.js';
import { dayMs, openingTime } from './times.js';

/** The company's list of customers: from when she is in it, and what of her later life it is told. */
export function noteMasterData(diary: Diary): void {
  const { chance, person, stages } = diary;
  const kept = stages.find(({ stage }) => stage === 'Retention');
  if (kept === undefined) return;
  const told = { touchpoint: 'Customer list', cause: 'becoming a customer' };
  diary.note({ atMs: openingTime(chance, kept.fromMs), ...told }, { kind: 'master-data', change: 'new' });
  const moved = person.household.movedFrom?.atMs ?? 0;
  if (moved > kept.fromMs && chance.hits(0.6)) {
    if (chance.hits(0.5))
      noteCall(diary, moved - dayMs, { topic: 'address-change', cause: 'moved house', solved: true });
    diary.note({ atMs: moved, ...told, cause: 'moved house' }, { kind: 'master-data', change: 'moved' });
  }
  const married = person.married?.atMs ?? 0;
  if (married > kept.fromMs && chance.hits(0.6))
    diary.note({ atMs: married, ...told, cause: 'married' }, { kind: 'master-data', change: 'married' });
}
