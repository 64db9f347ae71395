import type { Score } from '../score.js';
import type { CompiledRule, RuleField } from './compile-rule.js';
import type { MappingDraft } from './mapping-draft.js';
import type { CellValue } from './mapping-row.js';
import { mergeValues } from './merge-values.js';

/** A message as a client of the tracking API would send it. */
export type ImportedMessage = Readonly<Record<string, unknown>>;

/** Builds the message of some drafts of one rule, which are in line order and without faults. It has no messageId yet. */
export function buildMessage(rule: CompiledRule, drafts: readonly MappingDraft[]): ImportedMessage {
  const said = partsOf(rule.fields, drafts);
  const externalIds = said.identifiers.map(([type, id]) => ({ type, id }));
  const timestamp = earliest(drafts);
  switch (rule.make) {
    case 'interaction':
      return {
        type: 'track',
        timestamp,
        ...Object.fromEntries(said.message),
        properties: Object.fromEntries([
          ...said.properties,
          ...scoreList(rule, said.scores),
          ...itemList(rule, drafts),
        ]),
        context: { externalIds, interaction: interaction(said, drafts) },
      };
    case 'traits':
      return { type: 'identify', timestamp, traits: Object.fromEntries(said.traits), context: { externalIds } };
    case 'group':
      return {
        type: 'group',
        timestamp,
        ...Object.fromEntries(said.message),
        traits: Object.fromEntries(said.traits),
        context: { externalIds },
      };
    case 'count':
    case 'happening':
    case 'cost':
      return {
        type: rule.make,
        timestamp,
        ...(drafts.some(({ isDay }) => isDay) ? { precision: 'day' } : {}),
        ...Object.fromEntries(said.record),
      };
  }
}

type Entry = [name: string, value: CellValue];
type Parts = Readonly<Record<RuleField['part'], Entry[]>>;

function partsOf(fields: readonly RuleField[], drafts: readonly MappingDraft[]): Parts {
  const parts: Parts = {
    message: [],
    identifiers: [],
    interaction: [],
    about: [],
    marks: [],
    properties: [],
    scores: [],
    traits: [],
    item: [],
    record: [],
  };
  fields.forEach(({ part, name, value }, at) => {
    const [first] = drafts;
    const lines = drafts.length === 1 ? [first?.values[at] ?? null] : drafts.map((draft) => draft.values[at] ?? null);
    const merged = plain(mergeValues(lines, value.merge), value.isNumber);
    if (merged !== undefined) parts[part].push([name, merged]);
  });
  return parts;
}

function earliest(drafts: readonly MappingDraft[]): string {
  const times = drafts.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  return new Date(times.reduce((least, one) => Math.min(least, one))).toISOString();
}

function interaction({ about, marks, interaction: declared }: Parts, drafts: readonly MappingDraft[]) {
  // The value is money: it goes on as decimal text.
  const fields = declared.map(([name, value]) => [name, name === 'value' ? String(value) : value] as const);
  return {
    ...(drafts.some(({ isDay }) => isDay) ? { precision: 'day' } : {}),
    ...Object.fromEntries(fields),
    ...(about.length === 2 ? { about: Object.fromEntries(about) } : {}),
    ...(marks.length > 0 ? { marks: Object.fromEntries(marks) } : {}),
  };
}

/** What lies outside its scale (99 for no answer) is a property, and no score. */
function scoreList(rule: CompiledRule, said: readonly Entry[]): [string, unknown][] {
  const scores = said.flatMap(([name, value]): readonly Score[] => {
    const asked = rule.scores.get(name);
    if (asked === undefined || typeof value !== 'number') return [];
    const { from, to, question, about } = asked;
    return value < from || value > to ? [] : [{ name, value, from, to, question, about }];
  });
  return scores.length === 0 ? [] : [['scores', scores]];
}

function itemList(rule: CompiledRule, drafts: readonly MappingDraft[]): [string, unknown][] {
  if (rule.items.length === 0) return [];
  const list = drafts.map((draft) =>
    Object.fromEntries(
      rule.items.flatMap(({ name, value }, at): Entry[] => {
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
