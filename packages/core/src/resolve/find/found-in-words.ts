import type { Words } from '../../words/words.js';
import { identifierKind } from '../identifier-in-words.js';

/** Why somebody was found. */
export type FoundBecause =
  | { readonly type: 'name'; readonly how: 'is' | 'begins' | 'like' }
  | { readonly type: 'postcode'; readonly postcode: string }
  | { readonly type: 'identifier'; readonly how: 'is' | 'begins' | 'contains'; readonly namespace: string };

/** "name is like this, postcode 10115", "phone contains this". */
export function foundInWords(because: readonly FoundBecause[], words: Words): string {
  return [...new Set(because.map((one) => inWords(one, words)))].join(', ');
}

function inWords(because: FoundBecause, words: Words): string {
  switch (because.type) {
    case 'name':
      return words.say('resolve.found.name', { how: because.how });
    case 'postcode':
      return words.say('resolve.found.postcode', { postcode: because.postcode });
    case 'identifier':
      return words.say('resolve.found.identifier', {
        how: because.how,
        kind: identifierKind(because.namespace, words),
      });
  }
}
