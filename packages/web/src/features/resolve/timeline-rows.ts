import type { Interaction } from '../../api/interactions.js';

export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string; readonly count: number }
  | { readonly kind: 'entry'; readonly key: string; readonly position: number; readonly interaction: Interaction };

/**
 * The flat list a windowed timeline draws: a heading before the entries of each calendar day, entries in the order given.
 * `position` counts entries from 1. `count` of a day is of those given, so that of the last day may still grow.
 */
export function timelineRows(
  interactions: readonly Interaction[],
  dayKey: (at: string) => string,
): readonly TimelineRow[] {
  const rows: TimelineRow[] = [];
  let day = '';
  let heading = -1;
  interactions.forEach((interaction, index) => {
    const key = dayKey(interaction.at);
    if (key !== day) {
      day = key;
      heading = rows.length;
      rows.push({ kind: 'day', key: `day ${key}`, at: interaction.at, count: 0 });
    }
    const row = rows[heading];
    if (row?.kind === 'day') rows[heading] = { ...row, count: row.count + 1 };
    rows.push({ kind: 'entry', key: interaction.id, position: index + 1, interaction });
  });
  return rows;
}
