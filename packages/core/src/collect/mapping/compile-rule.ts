import { nestingDepth } from '../nesting-depth.js';
import { parseTime } from '../parse-time.js';
import { lineFault, unreadableLine } from './line-fault.js';
import {
  isRecordRule,
  type Mapping,
  type MappingMark,
  type MappingRule,
  type MappingScore,
  type MappingValue,
  type RecordRule,
} from './mapping.js';
import { mappingCondition } from './mapping-condition.js';
import type { MappingDraft } from './mapping-draft.js';
import type { CellValue, MappingRow } from './mapping-row.js';
import type { MappingScope } from './mapping-scope.js';
import { type CompiledTime, type CompiledValue, valueCompiler } from './mapping-value.js';

/** Where in the message a value goes. */
export interface RuleField {
  readonly part:
    | 'message'
    | 'identifiers'
    | 'interaction'
    | 'about'
    | 'marks'
    | 'properties'
    | 'scores'
    | 'traits'
    | 'item'
    | 'record';
  readonly name: string;
  readonly value: CompiledValue;
}

export interface CompiledRule {
  readonly name: string;
  readonly make: MappingRule['make'];
  readonly isGrouped: boolean;
  readonly groupColumns: string;
  /** The columns that say when it happened; empty if none does. */
  readonly timeColumns: string;
  readonly fields: readonly RuleField[];
  readonly items: readonly RuleField[];
  /** Scales and questions of the fields of the part `scores`, by name. */
  readonly scores: ReadonlyMap<string, MappingScore>;
  /** What the line gives to a message of this rule; undefined if the rule is not for this line. */
  readonly draft: (row: MappingRow) => MappingDraft | undefined;
}

/** Compiles one rule of a mapping. Throws SyntaxError for what the schema cannot see: templates, date formats, times. */
export function compileRule(mapping: Mapping, rule: MappingRule, place: number, scope: MappingScope): CompiledRule {
  const compile = valueCompiler(mapping, scope);
  const groupBy = rule.make === 'interaction' ? listOf(rule['group by']) : [];
  const fields = [...fieldsOf(mapping, rule, compile.value), ...markFields(rule, compile.value, scope)];
  const items = rule.make === 'interaction' ? recordFields('item', rule.items, compile.value) : [];
  const scores = new Map(rule.make === 'interaction' ? Object.entries(rule.scores ?? {}) : []);
  const group = keyReader(groupBy, scope);
  const key = keyReader(isRecordRule(rule) ? [] : listOf(rule.key), scope);
  const time = timeReader(mapping, rule, compile.time);
  const timeOfLine = groupBy.length === 0 ? time : orOfItsGroup(time);
  const isForLine = mappingCondition(rule.when ?? [], scope);
  return {
    name: rule.rule,
    make: rule.make,
    isGrouped: groupBy.length > 0,
    groupColumns: groupBy.join(' and '),
    timeColumns: timeColumns(rule, scope),
    fields,
    items,
    scores,
    draft: (row) => {
      if (!isForLine(row)) return undefined;
      const groupText = group?.(row) ?? null;
      const keyText = key?.(row) ?? groupText;
      const at = timeOfLine(row);
      const values = fields.map((field) => shallowValue(field, row));
      const added = items.map((item) => shallowValue(item, row));
      checkNeeded(fields, values, rule, row);
      return {
        rule: place,
        line: row.line,
        group: groupText,
        key: keyText,
        atMs: at?.atMs ?? null,
        isDay: at?.precision === 'day',
        values,
        items: added,
        faults: withoutRepetition(row),
      };
    },
  };
}

/** Exports write the time of an order on its first line only: a line without one is not at fault while another of its group has it. */
function orOfItsGroup(time: CompiledTime): CompiledTime {
  return (row) => {
    const known = row.faults.length;
    const at = time(row);
    if (at === undefined && row.faults.slice(known).every(({ code }) => code === 'line.time-missing'))
      row.faults.length = known;
    return at;
  };
}

/** Nested cells come from JSON lines and Parquet; JSON.stringify has no room for very deep ones. */
function shallowValue({ value }: RuleField, row: MappingRow): CellValue | null {
  const said = value.read(row) ?? null;
  if (typeof said !== 'object' || nestingDepth(said) <= deepestCell) return said;
  const { columns } = value;
  row.faults.push(
    unreadableLine(row.line, columns, { key: 'collect.unreadable-line.too-deep', values: { column: columns } }),
  );
  return null;
}

const deepestCell = 90;

function listOf(columns: string | readonly string[] | undefined): readonly string[] {
  if (columns === undefined) return [];
  return typeof columns === 'string' ? [columns] : columns;
}

/** The cells of some columns as one text that is different for different cells. */
function keyReader(
  columns: readonly string[],
  scope: MappingScope,
): ((row: MappingRow) => string | undefined) | undefined {
  if (columns.length === 0) return undefined;
  const cells = columns.map((column) => ({ column, read: scope.cell(column) }));
  return (row) => {
    const texts: string[] = [];
    for (const { column, read } of cells) {
      const cell = read(row);
      if (cell === undefined || typeof cell === 'object') {
        row.faults.push(lineFault('line.key-missing', row.line, column));
        return undefined;
      }
      texts.push(String(cell).replace(/[\\|]/g, '\\$&'));
    }
    return texts.join('|');
  };
}

function timeReader(
  mapping: Mapping,
  rule: MappingRule,
  compile: (time: NonNullable<MappingRule['time']>) => CompiledTime,
): CompiledTime {
  if (rule.time !== undefined) return compile(rule.time);
  const asOf = mapping['as of'];
  const declared = parseTime(asOf, mapping.zone);
  if (declared === undefined)
    throw new SyntaxError(`the rule ${rule.rule} has no time: name one, or the time of the file in "as of"`);
  return () => declared;
}

function timeColumns({ time }: MappingRule, scope: MappingScope): string {
  return time === undefined ? '' : scope.template(typeof time === 'string' ? time : time.from).columns;
}

type ValueKind = 'text' | 'number' | 'boolean';
type CompileValue = (value: MappingValue, as?: ValueKind) => CompiledValue;

function recordFields(
  part: RuleField['part'],
  record: Readonly<Record<string, MappingValue | undefined>> | undefined,
  compile: CompileValue,
  as?: ValueKind,
): RuleField[] {
  return Object.entries(record ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [{ part, name, value: compile(value, as) }],
  );
}

function fieldsOf(mapping: Mapping, rule: MappingRule, compile: CompileValue): readonly RuleField[] {
  if (isRecordRule(rule)) return companyFields(mapping, rule, compile);
  const identifiers = recordFields('identifiers', rule.identifiers, compile, 'text');
  for (const { name, value } of identifiers) {
    if (value.columns === '')
      throw new SyntaxError(`the identifier ${name} names no column: all lines would be one customer`);
  }
  switch (rule.make) {
    case 'interaction':
      return [...identifiers, ...interactionFields(mapping, rule, compile)];
    case 'traits':
      return [...identifiers, ...recordFields('traits', rule.traits, compile)];
    case 'group':
      return [
        ...identifiers,
        { part: 'message', name: 'groupId', value: compile(rule.id, 'text') },
        ...recordFields('traits', rule.traits, compile),
      ];
  }
}

function companyFields(mapping: Mapping, rule: RecordRule, compile: CompileValue): readonly RuleField[] {
  if (rule.make === 'happening') {
    const { what, kind, id, location, until } = rule;
    const texts = { what, kind, id, location, knownFrom: rule['known from'], zone: mapping.zone };
    return [
      ...recordFields('record', texts, compile, 'text'),
      ...recordFields('record', { until: until === undefined ? undefined : asDate(until) }, compile),
    ];
  }
  if (rule.make === 'cost') {
    const { campaign, channel = mapping.channel, currency = mapping.currency } = rule;
    return [
      ...recordFields('record', { campaign, channel, currency, zone: mapping.zone }, compile, 'text'),
      { part: 'record', name: 'amount', value: compile(rule.amount, 'number') },
    ];
  }
  const { measure, number, location, touchpoint, per, adds } = rule;
  return [
    ...recordFields('record', { measure, location, touchpoint, per, zone: mapping.zone }, compile, 'text'),
    ...recordFields('record', { adds }, compile, 'boolean'),
    { part: 'record', name: 'value', value: compile(number, 'number') },
  ];
}

function asDate(value: MappingValue): MappingValue {
  return typeof value === 'object' ? { ...value, as: 'date' } : { from: String(value), as: 'date' };
}

type InteractionRule = Extract<MappingRule, { make: 'interaction' }>;

function interactionFields(mapping: Mapping, rule: InteractionRule, compile: CompileValue): readonly RuleField[] {
  const { precision, direction, channel = mapping.channel, touchpoint, location, reason, outcome } = rule;
  const said = { precision, direction, channel, touchpoint, location, reason, outcome };
  const amount: RuleField[] =
    rule.value === undefined
      ? []
      : [
          { part: 'interaction', name: 'value', value: compile(rule.value, 'number') },
          ...recordFields('interaction', { currency: rule.currency ?? mapping.currency }, compile, 'text'),
        ];
  return [
    { part: 'message', name: 'event', value: compile(rule.name, 'text') },
    ...recordFields('interaction', said, compile, 'text'),
    ...amount,
    ...recordFields('about', rule.about, compile, 'text'),
    ...recordFields('properties', rule.properties, compile),
    ...Object.entries(rule.scores ?? {}).map(
      ([name, { value }]): RuleField => ({
        part: 'scores',
        name,
        value: compile(value, 'number'),
      }),
    ),
  ];
}

/** A mark by conditions is true or not said, so that one line of a group is enough. */
function markFields(rule: MappingRule, compile: CompileValue, scope: MappingScope): readonly RuleField[] {
  if (rule.make !== 'interaction') return [];
  return Object.entries(rule.marks ?? {}).flatMap(([name, mark]) =>
    mark === undefined ? [] : [{ part: 'marks', name, value: compiledMark(mark, compile, scope) }],
  );
}

function compiledMark(mark: MappingMark, compile: CompileValue, scope: MappingScope): CompiledValue {
  if (typeof mark !== 'object' || 'from' in mark) return compile(mark, 'boolean');
  const conditions = mark.any.map((condition) => mappingCondition([condition], scope));
  return {
    columns: mark.any.map(({ value }) => scope.template(value).columns).join(' and '),
    isNumber: false,
    merge: 'first',
    read: (row) => (conditions.some((holds) => holds(row)) ? true : undefined),
  };
}

function checkNeeded(
  fields: readonly RuleField[],
  values: readonly unknown[],
  rule: MappingRule,
  row: MappingRow,
): void {
  const hasFault = row.faults.length > 0;
  if (
    !hasFault &&
    rule.make !== 'interaction' &&
    !isRecordRule(rule) &&
    !fields.some(({ part }, at) => part === 'identifiers' && values[at] !== null)
  ) {
    row.faults.push(lineFault('line.nobody', row.line, columnsOf(fields, 'identifiers')));
  }
  fields.forEach(({ part, name, value }, at) => {
    if (part !== 'message' || values[at] !== null || hasFault) return;
    const code = name === 'event' ? 'line.name-missing' : 'line.key-missing';
    row.faults.push(lineFault(code, row.line, value.columns));
  });
}

function columnsOf(fields: readonly RuleField[], part: RuleField['part']): string {
  return fields.flatMap((field) => (field.part === part ? [field.value.columns] : [])).join(', ');
}

/** Several values may be made of one faulty cell. */
function withoutRepetition(row: MappingRow): MappingDraft['faults'] {
  if (row.faults.length < 2) return row.faults;
  return [...new Map(row.faults.map((fault) => [JSON.stringify([fault.code, fault.values]), fault])).values()];
}
