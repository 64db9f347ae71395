import type { Words } from '../words/words.js';
import type { RegroupingCounts } from './regrouping-counts.js';

/** What other rules would do, before anybody decides: "31 people would become 12, since they are joined; 4 would be taken apart into 11." */
export function whatIfInWords({ joined, split }: RegroupingCounts, { say }: Words): string {
  if (joined.people === 0 && split.people === 0) return say('resolve.what-if.nothing');
  return [
    ...(joined.people === 0 ? [] : [say('resolve.what-if.joined', joined)]),
    ...(split.people === 0 ? [] : [say('resolve.what-if.split', split)]),
  ].join(' ');
}
