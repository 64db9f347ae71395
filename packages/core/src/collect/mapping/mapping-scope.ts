import { isPlainObject } from '../plain-object.js';
import { lineFault } from './line-fault.js';
import { type LookupNeed, lookupKey } from './lookup-table.js';
import type { Mapping, MappingLookup } from './mapping.js';
import type { CellValue, MappingRow } from './mapping-row.js';
import { templateParts } from './mapping-template.js';

/** A compiled template. `columns` says which cells it is made of, for messages; a constant has none. */
export interface Template {
  readonly columns: string;
  readonly read: (row: MappingRow) => CellValue | undefined;
}

/** Compiles templates and remembers which columns of which files they want. */
export interface MappingScope {
  readonly columns: readonly string[];
  readonly lookups: readonly LookupNeed[];
  readonly template: (text: string) => Template;
  /** A reader of one cell of the file by its column's name. */
  readonly cell: (column: string) => (row: MappingRow) => CellValue | undefined;
}

export function mappingScope(mapping: Pick<Mapping, 'lookups' | 'empty'>): MappingScope {
  const columns: string[] = [];
  const declared = new Map(Object.entries(mapping.lookups ?? {}));
  const lookups = new Map<string, LookupNeed & { readonly columns: string[] }>();
  const names = new Set(declared.keys());
  const empty = new Set(['', ...(mapping.empty ?? [])]);

  const cell = (column: string) => {
    const at = placeOf(columns, column);
    return (row: MappingRow) => cleanCell(row.cells[at], empty);
  };
  const lookupCell = (name: string, lookup: MappingLookup, column: string) => {
    const need = lookups.get(name) ?? lookupNeed(name, lookup);
    lookups.set(name, need);
    const at = placeOf(need.columns, column);
    const match = template(lookup.match);
    return (row: MappingRow) => {
      const key = lookupKey(match.read(row));
      const found = key === undefined ? undefined : row.tables.get(name)?.get(key);
      if (found !== undefined) return cleanCell(found[at], empty);
      if (lookup.required !== false)
        row.faults.push(lineFault('line.lookup-missing', row.line, match.columns, { lookup: name }));
      return undefined;
    };
  };
  const template = (text: string): Template => {
    const readers: (string | ((row: MappingRow) => CellValue | undefined))[] = [];
    const used: string[] = [];
    for (const part of templateParts(text, names)) {
      if (part.type === 'text') {
        readers.push(part.text);
        continue;
      }
      used.push(part.lookup === undefined ? part.column : `${part.lookup}.${part.column}`);
      const lookup = part.lookup === undefined ? undefined : declared.get(part.lookup);
      readers.push(lookup === undefined ? cell(part.column) : lookupCell(part.lookup ?? '', lookup, part.column));
    }
    const [only] = readers;
    const read = readers.length === 1 && typeof only === 'function' ? only : joined(readers);
    return { columns: used.join(' and '), read };
  };
  return {
    columns,
    get lookups() {
      return [...lookups.values()];
    },
    template,
    cell,
  };
}

function lookupNeed(name: string, lookup: MappingLookup): LookupNeed & { readonly columns: string[] } {
  const { file, format = 'csv', delimiter = ',' } = lookup;
  return { name, file, format, delimiter, columns: [lookup.key] };
}

function placeOf(columns: string[], column: string): number {
  const known = columns.indexOf(column);
  return known >= 0 ? known : columns.push(column) - 1;
}

/** Texts lose outer white space; what the mapping calls empty is undefined; numbers too large for JSON become text. */
function cleanCell(raw: unknown, empty: ReadonlySet<string>): CellValue | undefined {
  switch (typeof raw) {
    case 'string': {
      const text = raw.trim();
      return empty.has(text) ? undefined : text;
    }
    case 'number':
      return Number.isFinite(raw) ? raw : undefined;
    case 'boolean':
      return raw;
    case 'bigint':
      return raw.toString();
    case 'object':
      return Array.isArray(raw) || isPlainObject(raw) ? raw : undefined;
    default:
      return undefined;
  }
}

/** Texts and cells put together; undefined if a cell is empty or no plain value. */
function joined(readers: readonly (string | ((row: MappingRow) => CellValue | undefined))[]) {
  return (row: MappingRow): string | undefined => {
    let text = '';
    for (const reader of readers) {
      const piece = typeof reader === 'string' ? reader : reader(row);
      if (piece === undefined || typeof piece === 'object') return undefined;
      text += piece;
    }
    return text;
  };
}
