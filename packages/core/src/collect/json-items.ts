import { isPlainObject, type PlainObject } from './plain-object.js';

/** One item of a request body: its exact text, what JSON.parse makes of it, and how deep it nests (an object without objects is 1). */
export interface JsonItem {
  readonly text: string;
  readonly value: unknown;
  readonly depth: number;
}

/** The top-level object of a request body; what it says once (`context`, `sentAt`) holds for every item that does not say otherwise. */
export type Envelope = PlainObject;

export type JsonItems =
  | { readonly type: 'items'; readonly items: readonly JsonItem[]; readonly envelope: Envelope }
  | { readonly type: 'unreadable'; readonly reason: 'not-json' | 'not-an-object' | 'no-batch' };

/**
 * Cuts the body of a batch or import call into its items, each with the very text the client sent.
 *
 * - The meaning is that of JSON.parse: of several `batch` keys the last one counts.
 * - A byte order mark before the body is ignored. Depth is bounded by memory only.
 */
export function batchItems(body: string): JsonItems {
  const text = withoutMark(body);
  const root = parsed(text);
  if (root === unreadable) return { type: 'unreadable', reason: 'not-json' };
  if (!isPlainObject(root)) return { type: 'unreadable', reason: 'not-an-object' };
  const values = Object.hasOwn(root, 'batch') ? root.batch : undefined;
  if (!Array.isArray(values)) return { type: 'unreadable', reason: 'no-batch' };
  const spans = itemSpans(text);
  if (spans.length !== values.length * 3) throw new Error('the scanner and JSON.parse disagree about a batch');
  const items = values.map((value: unknown, index) => ({
    text: text.slice(spans[index * 3], spans[index * 3 + 1]),
    value,
    depth: spans[index * 3 + 2] ?? 0,
  }));
  return { type: 'items', items, envelope: root };
}

/** The whole body of a single call as one item (without byte order mark and surrounding white space). It is its own envelope. */
export function singleItem(body: string): JsonItems {
  const text = withoutMark(body).trim();
  const root = parsed(text);
  if (root === unreadable) return { type: 'unreadable', reason: 'not-json' };
  if (!isPlainObject(root)) return { type: 'unreadable', reason: 'not-an-object' };
  const cursor = { at: 0, depth: 0 };
  skipValue(text, cursor);
  return { type: 'items', items: [{ text, value: root, depth: cursor.depth }], envelope: root };
}

const unreadable = Symbol('unreadable');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}

function withoutMark(body: string): string {
  return body.charCodeAt(0) === 0xfeff ? body.slice(1) : body;
}

interface Cursor {
  at: number;
  /** Depth of the value that was skipped last. */
  depth: number;
}

/** Start, end, depth of each element of the last top-level `batch` array, flat. `text` is known to be one valid JSON object. */
function itemSpans(text: string): readonly number[] {
  const cursor: Cursor = { at: 0, depth: 0 };
  let spans: number[] = [];
  skipSpace(text, cursor);
  cursor.at += 1;
  for (;;) {
    skipSpace(text, cursor);
    if (text.charCodeAt(cursor.at) !== quote) return spans;
    const keyStart = cursor.at;
    cursor.at = afterString(text, cursor.at);
    const isBatch = keyIs(text.slice(keyStart, cursor.at), 'batch');
    skipSpace(text, cursor);
    cursor.at += 1;
    skipSpace(text, cursor);
    if (isBatch && text.charCodeAt(cursor.at) === openBracket) spans = elementSpans(text, cursor);
    else skipValue(text, cursor);
    skipSpace(text, cursor);
    if (text.charCodeAt(cursor.at) !== comma) return spans;
    cursor.at += 1;
  }
}

function elementSpans(text: string, cursor: Cursor): number[] {
  const spans: number[] = [];
  cursor.at += 1;
  skipSpace(text, cursor);
  if (text.charCodeAt(cursor.at) === closeBracket) {
    cursor.at += 1;
    return spans;
  }
  for (;;) {
    skipSpace(text, cursor);
    const start = cursor.at;
    skipValue(text, cursor);
    spans.push(start, cursor.at, cursor.depth);
    skipSpace(text, cursor);
    const next = text.charCodeAt(cursor.at);
    cursor.at += 1;
    if (next !== comma) return spans;
  }
}

function keyIs(raw: string, name: string): boolean {
  return raw.includes('\\') ? JSON.parse(raw) === name : raw.length === name.length + 2 && raw.startsWith(name, 1);
}

function skipValue(text: string, cursor: Cursor): void {
  const first = text.charCodeAt(cursor.at);
  cursor.depth = 0;
  if (first === quote) cursor.at = afterString(text, cursor.at);
  else if (first === openBrace || first === openBracket) skipNested(text, cursor);
  else skipWord(text, cursor);
}

function skipNested(text: string, cursor: Cursor): void {
  let open = 0;
  let deepest = 0;
  let at = cursor.at;
  const end = text.length;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = afterString(text, at);
      continue;
    }
    at += 1;
    if (code === openBrace || code === openBracket) {
      open += 1;
      if (open > deepest) deepest = open;
    } else if (code === closeBrace || code === closeBracket) {
      open -= 1;
      if (open === 0) break;
    }
  }
  cursor.at = at;
  cursor.depth = deepest;
}

/** Numbers, true, false, null: up to what cannot belong to them. */
function skipWord(text: string, cursor: Cursor): void {
  while (cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (code === comma || code === closeBrace || code === closeBracket || isSpace(code)) return;
    cursor.at += 1;
  }
}

/** The position after the string that starts at `start`; a quote ends it if an even number of backslashes stands before it. */
function afterString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at > 0) {
    let before = at - 1;
    while (before > start && text.charCodeAt(before) === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}

function skipSpace(text: string, cursor: Cursor): void {
  while (isSpace(text.charCodeAt(cursor.at))) cursor.at += 1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
