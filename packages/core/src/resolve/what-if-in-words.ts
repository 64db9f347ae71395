import type { Words } from '../words/words.js';
import type { RegroupingCounts } from './regrouping-counts.js';

/**
 * What other rules would do, before anybody decides: "31 people would become 12. 4 people would be taken apart into 11." `values`: how many
 * persons would have another value of any trait, if that was asked.
 */
export function whatIfInWords({ joined, split }: RegroupingCounts, values: number | undefined, { say }: Words): string {
  const regrouped = [
    ...(joined.people === 0 ? [] : [say('resolve.what-if.joined', joined)]),
    ...(split.people === 0 ? [] : [say('resolve.what-if.split', split)]),
  ];
  if (values === undefined) return regrouped.length === 0 ? say('resolve.what-if.nothing') : regrouped.join(' ');
  return [...regrouped, say('resolve.what-if.values', { people: values })].join(' ');
}
