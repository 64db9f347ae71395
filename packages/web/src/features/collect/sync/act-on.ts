import { word } from '../../../words/word.js';

/** What a button does, with the table it does it to: several of a list are called the same. */
export function actOn(act: string, table: string): string {
  return word('sync.act', { act, table });
}
