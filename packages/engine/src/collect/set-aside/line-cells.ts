import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { uniqueColumns } from '@throughline/core/collect/mapping/unique-columns';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { cellsOfObject } from '../import/read/cells-of-object.js';
import { exactJson } from '../import/read/exact-json.js';

/** A cell of a line that was set aside and where it stands in its text, in UTF-16 units. */
export interface LineCell {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** The cells of one line of a file by the names of their columns; undefined for a column that it has not. */
export type LineCells = (column: string) => LineCell | undefined;

/** `header`: the columns of a CSV file. A line that cannot be taken apart has no cells. */
export function lineCells(text: string, file: Mapping['file'], header: readonly string[]): LineCells {
  if (file.format !== 'csv') return objectCells(text);
  const places = new Map(uniqueColumns(header).map((name, at) => [name, at]));
  const spans = cellSpans(text, file.delimiter ?? ',', file.quote ?? '"');
  return (column) => {
    const span = spans[places.get(column.trim()) ?? -1];
    return span === undefined ? undefined : { ...span, value: text.slice(span.start, span.end) };
  };
}

/** Of the first record; quotes around a cell are no part of it. */
function cellSpans(text: string, delimiter: string, quote: string): readonly { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === quote) {
      const start = at + 1;
      let end = text.indexOf(quote, start);
      while (end >= 0 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
      if (end < 0) return spans;
      spans.push({ start, end });
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
      spans.push({ start, end: at });
    }
    if (text[at] !== delimiter) return spans;
    at += 1;
  }
}

function objectCells(text: string): LineCells {
  const object = parsed(text.trim());
  if (object === undefined) return () => undefined;
  return (column) => {
    const [value] = cellsOfObject([column])(object);
    if (value === undefined) return undefined;
    const name = Object.hasOwn(object, column) ? column : (column.split('.').at(-1) ?? column);
    const key = `${JSON.stringify(name)}:`;
    const found = text.indexOf(key);
    const written = JSON.stringify(value);
    const at = text.indexOf(written, found < 0 ? 0 : found + key.length);
    if (at < 0) return { value, start: 0, end: 0 };
    const inset = typeof value === 'string' ? 1 : 0;
    return { value, start: at + inset, end: at + written.length - inset };
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = exactJson(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
