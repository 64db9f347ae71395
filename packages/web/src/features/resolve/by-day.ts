import type { TimelineRow } from './timeline-rows.js';

type DayRow = Extract<TimelineRow, { kind: 'day' }>;
type EntryRow = Extract<TimelineRow, { kind: 'entry' }>;

interface DayGroup {
  /** Missing when the window begins amid a day. */
  readonly heading: { readonly row: DayRow; readonly index: number } | null;
  readonly entries: readonly { readonly row: EntryRow; readonly index: number }[];
}

/** Folds the rows of a window back into days, each row with its index in the whole list. */
export function byDay(rows: readonly { readonly row: TimelineRow; readonly index: number }[]): readonly DayGroup[] {
  const groups: { heading: DayGroup['heading']; entries: { row: EntryRow; index: number }[] }[] = [];
  for (const { row, index } of rows) {
    if (row.kind === 'day') groups.push({ heading: { row, index }, entries: [] });
    else {
      if (groups.length === 0) groups.push({ heading: null, entries: [] });
      groups.at(-1)?.entries.push({ row, index });
    }
  }
  return groups;
}
