import { type SetAside, setAside } from '../set-aside.js';

export const longestRecordText = 200;

/** A short text of a record without outer white space; a number as it is written, empty if there is none. */
export function recordText(value: unknown, field: string): string | SetAside {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number') return setAside('message.field-invalid', { field });
  const text = String(value).trim();
  return text.length > longestRecordText ? setAside('message.name-too-long', { field, most: longestRecordText }) : text;
}
