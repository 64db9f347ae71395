import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Archive } from './archive.js';
import { joined, unescaped } from './cell-text.js';
import { readXml } from './read-xml.js';
import { type DateKind, serialDate } from './serial-date.js';
import type { SharedStrings } from './shared-strings.js';

export type SheetCell = string | number | boolean | { readonly type: 'date'; readonly iso: string };

/** A row that has cells. `cells` may have gaps; `row` counts from 1, as Excel shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface SheetParts {
  readonly part: string;
  readonly strings: SharedStrings;
  readonly styles: readonly (DateKind | undefined)[];
  readonly is1904: boolean;
}

/** Rows of one piece of the sheet, and how many inflated bytes were read so far. */
export interface SheetPiece {
  readonly rows: readonly SheetRow[];
  readonly bytes: number;
}

export const mostColumns = 10_000;
const mostRows = 1_048_576;

/**
 * The rows of a sheet, as they are read. A formula gives the value it had when the file was saved; an error in a cell (#N/A) is an empty cell;
 * what the cell's format shows as a date is one; of a number 15 digits count, as in Excel. Errors: `import.too-many-columns`, `import.file-unreadable`.
 */
export async function* sheetRows(archive: Archive, sheet: SheetParts): AsyncGenerator<SheetPiece, void, undefined> {
  const pieces = archive.read(sheet.part);
  if (pieces === undefined) return;
  let rows: SheetRow[] = [];
  let cells: (SheetCell | undefined)[] = [];
  let row = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let text = '';
  let hasValue = false;
  let isText = false;
  const listener = {
    open: (name: string, attributes: Readonly<Record<string, string>>, isEmpty: boolean) => {
      switch (name) {
        case 'row':
          row = rowOf(attributes.r, row);
          column = -1;
          cells = [];
          return;
        case 'c':
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
          if (column >= mostColumns) throw tooManyColumns();
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          text = '';
          hasValue = false;
          return;
        case 'v':
        case 't':
          isText = !isEmpty;
          hasValue = true;
          return;
        case 'rPh':
          type = type === 'inlineStr' ? 'aided' : type;
      }
    },
    text: (piece: string) => {
      if (isText && type !== 'aided') text = joined(text, piece);
    },
    close: (name: string) => {
      switch (name) {
        case 'v':
        case 't':
          isText = false;
          return;
        case 'rPh':
          type = 'inlineStr';
          return;
        case 'c': {
          const value = hasValue ? cellOf(type, text, sheet, style) : undefined;
          if (value !== undefined) cells[column] = value;
          return;
        }
        case 'row':
          if (cells.length > 0) rows.push({ row, cells });
      }
    },
  };
  for await (const bytes of readXml(pieces, listener)) {
    yield { rows, bytes };
    rows = [];
  }
}

function cellOf(type: string, text: string, sheet: SheetParts, style: number): SheetCell | undefined {
  switch (type) {
    case 's':
      return filled(sheet.strings.at(Number(text)));
    case 'str':
    case 'inlineStr':
      return filled(unescaped(text));
    case 'b':
      return text.trim() === '1';
    case 'e':
      return undefined;
    case 'd':
      return { type: 'date', iso: text.trim() };
    default: {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(number)) return undefined;
      const kind = sheet.styles[style];
      const iso = kind === undefined ? undefined : serialDate(number, kind, sheet.is1904);
      if (iso === undefined) return Number.isInteger(number) ? number : Number(number.toPrecision(15));
      return kind === 'time' && !iso.includes('-') ? iso : { type: 'date', iso };
    }
  }
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Rows stand in order; one that does not say a place behind the former stands directly behind it. */
function rowOf(said: string | undefined, before: number): number {
  const row = Number(said);
  return Number.isInteger(row) && row > before && row <= mostRows ? row : before + 1;
}

/** `C7` is 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

const tooManyColumns = () =>
  new ThroughlineError(
    'import.too-many-columns',
    `the sheet has more than ${mostColumns.toLocaleString('en')} columns; a file with one line for each interaction or customer has far fewer`,
  );
