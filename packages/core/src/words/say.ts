import { IntlMessageFormat } from 'intl-messageformat';
import { en, type MessageKey } from './en.js';

const compiled = new Map<MessageKey, IntlMessageFormat>();

/** Formats one sentence of the catalogue. A missing value throws: a sentence with a hole is a defect. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(en[key], 'en');
    compiled.set(key, format);
  }
  return String(format.format({ ...values }));
}
