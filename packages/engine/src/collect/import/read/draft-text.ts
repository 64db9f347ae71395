import type { MappingDraft } from '@throughline/core/collect/mapping/mapping-draft';

/** A draft and the bytes of the file it was made from. */
export interface SpilledDraft {
  readonly draft: MappingDraft;
  readonly start: number;
  readonly end: number;
}

/** One line of JSON. */
export function draftText({ draft, start, end }: SpilledDraft): string {
  const { rule, line, group, key, atMs, isDay, values, items, faults } = draft;
  return `${JSON.stringify([group, rule, line, key === group ? 0 : key, atMs, isDay ? 1 : 0, values, items, faults, start, end])}\n`;
}

type Fields = readonly [
  MappingDraft['group'],
  number,
  number,
  MappingDraft['key'] | 0,
  number | null,
  0 | 1,
  MappingDraft['values'],
  MappingDraft['items'],
  MappingDraft['faults'],
  number,
  number,
];

/** Safe to cast: only `draftText` writes these files. */
export function draftOfText(text: string): SpilledDraft {
  const [group, rule, line, key, atMs, isDay, values, items, faults, start, end] = JSON.parse(text) as Fields;
  return {
    draft: { rule, line, group, key: key === 0 ? group : key, atMs, isDay: isDay === 1, values, items, faults },
    start,
    end,
  };
}
