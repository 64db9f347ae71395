import type { CompiledRule, RuleField } from './compile-rule.js';
import type { MappingDraft } from './mapping-draft.js';
import type { CellValue } from './mapping-row.js';
import { mergeValues } from './merge-values.js';

/** A message as a client of the tracking API would send it. */
export type ImportedMessage = Readonly<Record<string, unknown>>;

/** Builds the message of some drafts of one rule, which are in line order and without faults. It has no messageId yet. */
export function buildMessage(rule: CompiledRule, drafts: readonly MappingDraft[]): ImportedMessage {
  const merged = rule.fields.map(({ value }, at) =>
    plain(
      mergeValues(
        drafts.map((draft) => draft.values[at] ?? null),
        value.merge,
      ),
      value.isNumber,
    ),
  );
  const part = (name: RuleField['part']) =>
    rule.fields.flatMap((field, at): [string, CellValue][] => {
      const value = merged[at];
      return field.part === name && value !== undefined ? [[field.name, value]] : [];
    });
  const externalIds = part('identifiers').map(([type, id]) => ({ type, id }));
  const timestamp = earliest(drafts);
  switch (rule.make) {
    case 'interaction':
      return {
        type: 'track',
        timestamp,
        ...Object.fromEntries(part('message')),
        properties: Object.fromEntries([...part('properties'), ...itemList(rule, drafts)]),
        context: { externalIds, interaction: interaction(part, drafts) },
      };
    case 'traits':
      return { type: 'identify', timestamp, traits: Object.fromEntries(part('traits')), context: { externalIds } };
    case 'group':
      return {
        type: 'group',
        timestamp,
        ...Object.fromEntries(part('message')),
        traits: Object.fromEntries(part('traits')),
        context: { externalIds },
      };
  }
}

function earliest(drafts: readonly MappingDraft[]): string {
  const times = drafts.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  return new Date(times.reduce((least, one) => Math.min(least, one))).toISOString();
}

function interaction(part: (name: RuleField['part']) => [string, CellValue][], drafts: readonly MappingDraft[]) {
  const about = part('about');
  const marks = part('marks');
  // The value is money: it goes on as decimal text.
  const fields = part('interaction').map(([name, value]) => [name, name === 'value' ? String(value) : value] as const);
  return {
    ...(drafts.some(({ isDay }) => isDay) ? { precision: 'day' } : {}),
    ...Object.fromEntries(fields),
    ...(about.length === 2 ? { about: Object.fromEntries(about) } : {}),
    ...(marks.length > 0 ? { marks: Object.fromEntries(marks) } : {}),
  };
}

function itemList(rule: CompiledRule, drafts: readonly MappingDraft[]): [string, unknown][] {
  if (rule.items.length === 0) return [];
  const list = drafts.map((draft) =>
    Object.fromEntries(
      rule.items.flatMap(({ name, value }, at): [string, CellValue][] => {
        const said = plain(draft.items[at] ?? undefined, value.isNumber);
        return said === undefined ? [] : [[name, said]];
      }),
    ),
  );
  return [['items', list]];
}

/** Decimal texts become JSON numbers. */
function plain(value: CellValue | undefined, isNumber: boolean): CellValue | undefined {
  if (!isNumber || value === undefined) return value;
  return Array.isArray(value) ? value.map(Number) : Number(value);
}
