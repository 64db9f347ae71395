import type { MappingValue } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { templateOf } from './template-of.js';

/** A column through a table of the words that were seen; `otherwise` is for words the sample did not have. Undefined if too many words were seen. */
export function tableOf(
  column: ChosenColumn,
  meant: (word: string) => string | boolean,
  otherwise: string | boolean,
): MappingValue | undefined {
  const words = [...column.facts.counts.keys()].filter((word) => word !== '__proto__').sort();
  if (words.length > 60) return undefined;
  return { from: templateOf(column), table: Object.fromEntries(words.map((word) => [word, meant(word)])), otherwise };
}
