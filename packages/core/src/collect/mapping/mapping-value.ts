import { readAmount } from '../amount.js';
import { type ParsedTime, parseTime } from '../parse-time.js';
import { type DateReader, dateFormat } from './date-format.js';
import { decimalOfText } from './decimal-of-text.js';
import { lineFault } from './line-fault.js';
import type { Mapping, MappingTime, MappingValue } from './mapping.js';
import type { CellValue, MappingRow } from './mapping-row.js';
import type { MappingScope, Template } from './mapping-scope.js';
import type { Merge } from './merge-values.js';
import { productOfDecimals } from './product-of-decimals.js';

/** A compiled value: what one line says. A value that cannot be read leaves a fault on the row and is undefined. */
export interface CompiledValue {
  /** The columns it is made of; empty for constants. */
  readonly columns: string;
  /** True if it reads decimal texts ("12.50"); they become numbers when the message is built. */
  readonly isNumber: boolean;
  readonly merge: Merge;
  readonly read: (row: MappingRow) => CellValue | undefined;
}

type Kind = 'text' | 'number' | 'boolean';

interface Defaults {
  readonly zone: string;
  readonly dates: readonly DateReader[];
  readonly datesText: string;
}

/** Compiles the values and times of one mapping. Throws SyntaxError for templates and date formats that mean nothing. */
export function valueCompiler(mapping: Mapping, scope: MappingScope) {
  const defaults = { zone: mapping.zone, ...dateReaders(mapping.dates) };
  return {
    value: (value: MappingValue, as?: Kind): CompiledValue => compiledValue(value, scope, defaults, as),
    time: (time: MappingTime): CompiledTime => compiledTime(time, scope, defaults),
  };
}

/** Reads when something happened; undefined with a fault if the cells are empty or no time. */
export type CompiledTime = (row: MappingRow) => ParsedTime | undefined;

function compiledTime(time: MappingTime, scope: MappingScope, defaults: Defaults): CompiledTime {
  const given = typeof time === 'string' ? { from: time } : time;
  const template = scope.template(given.from);
  const readers = given.format === undefined ? defaults : dateReaders(given.format);
  const zone = given.zone ?? defaults.zone;
  return (row) => {
    const known = row.faults.length;
    const written = template.read(row);
    if (written === undefined) {
      if (row.faults.length === known) row.faults.push(lineFault('line.time-missing', row.line, template.columns));
      return undefined;
    }
    return readDate(written, readers, zone, row, template);
  };
}

type DateReaders = Pick<Defaults, 'dates' | 'datesText'>;

function dateReaders(formats: string | readonly string[] | undefined): DateReaders {
  if (formats === undefined) return { dates: [parseTime], datesText: 'yyyy-MM-dd' };
  const texts = typeof formats === 'string' ? [formats] : formats;
  return { dates: texts.map(dateFormat), datesText: texts.join(', ') };
}

function readDate(
  written: CellValue,
  readers: DateReaders,
  zone: string,
  row: MappingRow,
  template: Template,
): ParsedTime | undefined {
  if (typeof written === 'number') {
    const time = parseTime(written, zone);
    if (time !== undefined) return time;
  }
  for (const reader of readers.dates) {
    const time = reader(String(written), zone);
    if (time !== undefined) return time;
  }
  row.faults.push(lineFault('line.date-unreadable', row.line, template.columns, { format: readers.datesText }));
  return undefined;
}

function compiledValue(
  value: MappingValue,
  scope: MappingScope,
  defaults: Defaults,
  as: Kind | undefined,
): CompiledValue {
  const given = typeof value === 'object' ? value : { from: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') {
    const constant = as === 'text' || as === 'number' ? String(value) : value;
    return { columns: '', isNumber: as === 'number', merge: 'first', read: () => constant };
  }
  const template = scope.template(given.from);
  const type = given.as ?? as;
  const factor = given.times === undefined ? undefined : scope.template(given.times);
  const convert = converter(factor === undefined ? type : 'number', given, defaults, template);
  const table = tableReader(given, template);
  const recased = given.case === 'lower' ? lower : given.case === 'upper' ? upper : undefined;
  const merge = given.merge ?? 'first';
  return {
    columns: factor === undefined ? template.columns : `${template.columns} and ${factor.columns}`,
    isNumber: type === 'number' || factor !== undefined || numericMerges.has(merge) || merge === 'count',
    merge,
    read: (row) => {
      let cell = template.read(row);
      if (cell !== undefined && table !== undefined) cell = table(cell, row);
      if (cell !== undefined && recased !== undefined && typeof cell === 'string') cell = recased(cell);
      if (cell !== undefined && convert !== undefined) cell = convert(cell, row);
      return cell === undefined || factor === undefined ? cell : multiplied(cell, factor, given.decimal ?? '.', row);
    },
  };
}

/** A line without the number it is multiplied by is at fault: its worth is not known. */
function multiplied(cell: CellValue, factor: Template, decimal: '.' | ',', row: MappingRow): CellValue | undefined {
  const written = factor.read(row);
  const number = typeof written === 'number' ? String(written) : decimalOfText(String(written ?? ''), decimal);
  const product = number === undefined ? undefined : productOfDecimals(String(cell), number);
  if (product === undefined || readAmount(product) === undefined) {
    row.faults.push(lineFault('line.number-unreadable', row.line, factor.columns, { decimal }));
    return undefined;
  }
  return product;
}

const numericMerges: ReadonlySet<Merge> = new Set(['sum', 'min', 'max']);
const lower = (text: string): string => text.toLowerCase();
const upper = (text: string): string => text.toUpperCase();

type Convert = (cell: CellValue, row: MappingRow) => CellValue | undefined;
type Detailed = Exclude<MappingValue, string | number | boolean>;

function tableReader({ table, otherwise }: Detailed, template: Template): Convert | undefined {
  if (table === undefined) return undefined;
  const entries = new Map(Object.entries(table));
  return (cell, row) => {
    const found = entries.get(String(cell)) ?? otherwise;
    if (found === undefined) row.faults.push(lineFault('line.value-not-in-table', row.line, template.columns));
    return found;
  };
}

function converter(type: Detailed['as'], given: Detailed, defaults: Defaults, template: Template): Convert | undefined {
  const isAmount = given.merge !== undefined && numericMerges.has(given.merge);
  switch (isAmount ? 'number' : type) {
    case 'number':
      return numberReader(given.decimal ?? '.', isAmount, template);
    case 'date': {
      const readers = given.format === undefined ? defaults : dateReaders(given.format);
      return (cell, row) =>
        dateText(readDate(cell, readers, 'UTC', row, template), row, readers, defaults, cell, template);
    }
    case 'boolean':
      return (cell) => (typeof cell === 'boolean' ? cell : truths.has(String(cell).toLowerCase()));
    case 'text':
      return (cell) => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
    default:
      return undefined;
  }
}

const truths: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'ja', 'oui', 'si', 'sí', 't']);

/** Amounts must also be of a size that can be added up. */
function numberReader(decimal: '.' | ',', isAmount: boolean, template: Template): Convert {
  return (cell, row) => {
    const written = typeof cell === 'number' ? String(cell) : decimalOfText(String(cell), decimal);
    const text = isAmount && readAmount(written) === undefined ? undefined : written;
    if (text === undefined)
      row.faults.push(lineFault('line.number-unreadable', row.line, template.columns, { decimal }));
    return text;
  };
}

/** A day stays the day that is written, whatever the zone; an instant becomes UTC. */
function dateText(
  day: ParsedTime | undefined,
  row: MappingRow,
  readers: DateReaders,
  defaults: Defaults,
  cell: CellValue,
  template: Template,
): string | undefined {
  if (day === undefined) return undefined;
  if (day.precision === 'day') return new Date(day.atMs).toISOString().slice(0, 10);
  const time = readDate(cell, readers, defaults.zone, row, template);
  return time === undefined ? undefined : new Date(time.atMs).toISOString();
}
