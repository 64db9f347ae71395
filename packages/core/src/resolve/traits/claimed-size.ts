import { compareText } from '../compare-text.js';
import type { JsonValue } from '../json-value.js';

/**
 * By how much a value is more than another of its trait: numbers (as text, too), then days and instants, then other texts by their letters.
 * What says nothing comes last under either order, and so does what cannot be compared.
 */
export function compareHighest(a: JsonValue, b: JsonValue): number {
  return compareSizes(sizeOf(a), sizeOf(b), -1);
}

export function compareLowest(a: JsonValue, b: JsonValue): number {
  return compareSizes(sizeOf(a), sizeOf(b), 1);
}

/** What has more fields filled comes first, then what is longer. */
export function compareCompleteness(a: JsonValue, b: JsonValue): number {
  return filledFields(b) - filledFields(a) || lettersIn(b) - lettersIn(a);
}

/** Whether a value says nothing: that it is empty is a claim, but none about the person. */
export function isEmptyValue(value: JsonValue): boolean {
  return filledFields(value) === 0;
}

interface Size {
  readonly kind: 0 | 1 | 2 | 3 | 4;
  readonly amount: number;
  readonly text: string;
}

function compareSizes(a: Size, b: Size, direction: 1 | -1): number {
  return a.kind - b.kind || direction * (a.amount - b.amount || compareText(a.text, b.text));
}

const amountPattern = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function sizeOf(value: JsonValue): Size {
  if (isEmptyValue(value)) return { kind: 4, amount: 0, text: '' };
  if (typeof value === 'number') return { kind: 0, amount: value, text: '' };
  if (typeof value === 'boolean') return { kind: 0, amount: value ? 1 : 0, text: '' };
  if (typeof value !== 'string') return { kind: 3, amount: 0, text: '' };
  const text = value.trim();
  if (amountPattern.test(text)) return { kind: 0, amount: Number(text), text: '' };
  const at = dayPattern.test(text) ? Date.parse(inUtc(text)) : Number.NaN;
  if (!Number.isNaN(at)) return { kind: 1, amount: at, text: '' };
  return { kind: 2, amount: 0, text: text.normalize('NFC').toLowerCase() };
}

/** An instant without a zone is read as UTC everywhere, wherever this runs. */
function inUtc(text: string): string {
  return text.includes('T') && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? `${text}Z` : text;
}

function filledFields(value: JsonValue): number {
  if (value === null) return 0;
  if (typeof value === 'string') return value.trim() === '' ? 0 : 1;
  if (typeof value === 'object')
    return Object.values(value).reduce((sum: number, field) => sum + filledFields(field), 0);
  return 1;
}

function lettersIn(value: JsonValue): number {
  if (typeof value === 'object') {
    return value === null ? 0 : Object.values(value).reduce((sum: number, field) => sum + lettersIn(field), 0);
  }
  return [...String(value).trim()].length;
}
