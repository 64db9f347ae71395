import {
  isRecordRule,
  type Mapping,
  type MappingMark,
  type MappingRule,
  type MappingTime,
  type MappingValue,
  type RecordRule,
} from '../mapping/mapping.js';
import { templateParts } from '../mapping/mapping-template.js';
import type { MendAnswer } from './mend-answer.js';

/**
 * The mapping by which lines that were set aside are read again: as it was, but for what the answer says of one column (as faults name it: several
 * columns of one value are joined by ` and `). What the column could be read by before still holds for dates in other forms.
 */
export function mendMapping(mapping: Mapping, column: string, answer: MendAnswer): Mapping {
  const lookups = new Set(Object.keys(mapping.lookups ?? {}));
  const isMeant = (template: string) => columnsOf(template, lookups) === column;
  const value = (one: MappingValue): MappingValue => mendedValue(one, isMeant, answer);
  const values = <T extends Readonly<Record<string, MappingValue>>>(all: T | undefined): T | undefined =>
    all === undefined ? undefined : (mapValues(all, value) as T);
  const rows = mapping.rows.map((rule): MappingRule => {
    const time = rule.time === undefined ? undefined : mendedTime(rule.time, isMeant, answer, mapping.dates);
    if (isRecordRule(rule)) return defined({ ...rule, time, ...mapValues(recordValues(rule), value) });
    const common = { time, identifiers: values(rule.identifiers) };
    if (rule.make !== 'interaction') return defined({ ...rule, ...common, traits: values(rule.traits) });
    const fields = mapValues(valuesAmong(rule, fieldNames), value);
    const { marks, properties, scores, items } = rule;
    return defined({
      ...rule,
      ...common,
      ...fields,
      marks: marks === undefined ? undefined : mapValues(marks, (mark) => mendedMark(mark, value)),
      properties: values(properties),
      scores:
        scores === undefined ? undefined : mapValues(scores, (score) => ({ ...score, value: value(score.value) })),
      items: values(items),
    });
  });
  return { ...mapping, rows };
}

const fieldNames = [
  'name',
  'precision',
  'direction',
  'channel',
  'touchpoint',
  'location',
  'reason',
  'outcome',
  'value',
] as const;
const recordNames = {
  count: ['measure', 'number', 'location', 'touchpoint'],
  happening: ['what', 'kind', 'id', 'location', 'until', 'known from'],
  cost: ['amount', 'currency', 'channel', 'campaign'],
} as const;

function valuesAmong<Name extends string>(
  rule: { readonly [Field in Name]?: MappingValue | undefined },
  names: readonly Name[],
): Readonly<Record<string, MappingValue>> {
  return Object.fromEntries(
    names.flatMap((name): [string, MappingValue][] => {
      const value = rule[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Conditions read cells as they stand: there is nothing to mend in them. */
function mendedMark(mark: MappingMark, mended: (value: MappingValue) => MappingValue): MappingMark {
  return typeof mark === 'object' && 'any' in mark ? mark : mended(mark);
}

function recordValues(rule: RecordRule): Readonly<Record<string, MappingValue>> {
  switch (rule.make) {
    case 'count':
      return valuesAmong(rule, recordNames.count);
    case 'happening':
      return valuesAmong(rule, recordNames.happening);
    case 'cost':
      return valuesAmong(rule, recordNames.cost);
  }
}

function mapValues<Value>(
  all: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));
}

/** Without what is undefined. Safe to cast: a rule was given, and what is left out of it was not there. */
function defined(given: object): MappingRule {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as MappingRule;
}

function mendedTime(
  time: MappingTime,
  isMeant: (template: string) => boolean,
  answer: MendAnswer,
  dates: Mapping['dates'],
): MappingTime {
  const given = typeof time === 'string' ? { from: time } : time;
  if (!isMeant(given.from)) return time;
  if (answer.type === 'year') return { ...given, from: `${answer.year} ${given.from}`, format: [...answer.formats] };
  if (answer.type === 'date') return { ...given, format: [...listOf(given.format ?? dates), ...answer.formats] };
  return time;
}

function mendedValue(value: MappingValue, isMeant: (template: string) => boolean, answer: MendAnswer): MappingValue {
  const given = typeof value === 'object' ? value : { from: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean' || !isMeant(given.from)) return value;
  switch (answer.type) {
    case 'year':
      return given.as === 'date'
        ? { ...given, from: `${answer.year} ${given.from}`, format: [...answer.formats] }
        : value;
    case 'date':
      return given.as === 'date' ? { ...given, format: [...listOf(given.format), ...answer.formats] } : value;
    case 'decimal':
      return { ...given, decimal: answer.decimal };
    case 'value':
      return given.table === undefined ? value : { ...given, table: { ...given.table, [answer.from]: answer.to } };
  }
}

function listOf(formats: string | readonly string[] | undefined): readonly string[] {
  if (formats === undefined) return [];
  return typeof formats === 'string' ? [formats] : formats;
}

/** As `mappingScope` names them. */
function columnsOf(template: string, lookups: ReadonlySet<string>): string {
  return templateParts(template, lookups)
    .flatMap((part) => {
      if (part.type === 'text') return [];
      return [part.lookup === undefined ? part.column : `${part.lookup}.${part.column}`];
    })
    .join(' and ');
}
