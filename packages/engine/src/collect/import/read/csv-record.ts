import { longestRecordBytes, type UnreadableReason } from './file-record.js';
import { linesIn } from './line-end.js';
import type { DecodeBytes } from './text-decoder.js';

export interface CsvDialect {
  /** One ASCII character each. */
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnd: '\n' | '\r';
  readonly decode: DecodeBytes;
}

/** One record found in a text; `end` is where the next begins, `lines` how many lines it spans. */
export type FoundRecord = { readonly end: number; readonly lines: number } & (
  | { readonly type: 'read'; readonly cells: readonly string[] }
  | { readonly type: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly type: 'blank' }
);

/** The record that begins at `at` of a one-character-per-byte text; undefined if more text is needed to know where it ends. */
export function csvRecord(text: string, at: number, isEnd: boolean, dialect: CsvDialect): FoundRecord | undefined {
  const { lineEnd, quote, delimiter, decode } = dialect;
  const newLine = text.indexOf(lineEnd, at);
  const lineStop = newLine < 0 ? text.length : newLine;
  const end = newLine < 0 ? text.length : newLine + 1;
  const line = text.slice(
    at,
    lineEnd === '\n' && text.charCodeAt(lineStop - 1) === 13 && lineStop > at ? lineStop - 1 : lineStop,
  );
  if (line.includes(quote)) {
    const quoted = quotedRecord(text, at, isEnd, dialect);
    if (quoted === 'open') return { type: 'unreadable', reason: 'quote-open', end, lines: 1 };
    return quoted;
  }
  if (newLine < 0 && !isEnd && text.length - at <= longestRecordBytes) return undefined;
  if (end - at > longestRecordBytes) return tooLong(text, isEnd, newLine);
  if (line.trim() === '') return { type: 'blank', end, lines: 1 };
  const decoded = decode(line);
  if (decoded === undefined) return { type: 'unreadable', reason: 'not-text', end, lines: 1 };
  return { type: 'read', cells: decoded.split(delimiter), end, lines: 1 };
}

/** Hands on what there is of a line without end, so that memory stays bounded; the rest is further such pieces. */
function tooLong(text: string, isEnd: boolean, newLine: number): FoundRecord {
  const isWhole = newLine >= 0 || isEnd;
  const end = isWhole && newLine >= 0 ? newLine + 1 : text.length;
  return { type: 'unreadable', reason: 'too-long', end, lines: isWhole ? 1 : 0 };
}

/**
 * `open`: a quoted cell does not end, or ends on a later line before something that cannot follow: then that quote is more likely the
 * beginning of another cell, and the first one was never closed.
 */
function quotedRecord(
  text: string,
  start: number,
  isEnd: boolean,
  { delimiter, quote, lineEnd, decode }: CsvDialect,
): FoundRecord | 'open' | undefined {
  const cells: string[] = [];
  let isText = true;
  let at = start;
  const add = (raw: string) => {
    const cell = decode(raw);
    if (cell === undefined) isText = false;
    cells.push(cell ?? '');
  };
  const finish = (end: number): FoundRecord => {
    const lines = linesIn(text.slice(start, end), lineEnd);
    const spanned = { end, lines: text[end - 1] === lineEnd ? lines : lines + 1 };
    return isText ? { type: 'read', cells, ...spanned } : { type: 'unreadable', reason: 'not-text', ...spanned };
  };
  for (;;) {
    if (text.length - at > 0 && at - start > longestRecordBytes) return 'open';
    if (text[at] === quote) {
      const closed = closingQuote(text, at + 1, quote, isEnd);
      if (closed === undefined) return isEnd || text.length - start > longestRecordBytes ? 'open' : undefined;
      if (closed - start > longestRecordBytes) return 'open';
      add(text.slice(at + 1, closed).replaceAll(quote + quote, quote));
      at = closed + 1;
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== lineEnd) at += 1;
      if (at === text.length && !isEnd) return text.length - start > longestRecordBytes ? 'open' : undefined;
      const stop = lineEnd === '\n' && text[at - 1] === '\r' && text[at] !== delimiter && at > from ? at - 1 : at;
      add(text.slice(from, stop));
    }
    if (lineEnd === '\n' && text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length)) {
      if (at + 1 === text.length && !isEnd) return undefined;
      at += 1;
    }
    if (at >= text.length) return isEnd ? finish(text.length) : undefined;
    if (text[at] === lineEnd) return finish(at + 1);
    if (text[at] !== delimiter) {
      const newLine = text.indexOf(lineEnd, at);
      if (text.slice(start, at).includes(lineEnd)) return 'open';
      if (newLine < 0 && !isEnd && text.length - start <= longestRecordBytes) return undefined;
      return { type: 'unreadable', reason: 'after-quote', end: newLine < 0 ? text.length : newLine + 1, lines: 1 };
    }
    at += 1;
  }
}

/** The place of the quote that ends a cell begun before `from`; undefined if it is not in the text (yet). */
function closingQuote(text: string, from: number, quote: string, isEnd: boolean): number | undefined {
  let at = text.indexOf(quote, from);
  while (at >= 0) {
    if (at + 1 === text.length) return isEnd ? at : undefined;
    if (text[at + 1] !== quote) return at;
    at = text.indexOf(quote, at + 2);
  }
  return undefined;
}
