import type { Words } from '../words/words.js';
import type { Identifier } from './identifier.js';
import { countedInWords, identifierInWords } from './identifier-in-words.js';
import { namesInWords } from './names-in-words.js';

/** "e-mail address and loyalty card", "sign-in and 2 browsers": each kind once, in the order given. */
export function identifiersInWords(identifiers: readonly Identifier[], words: Words): string {
  const counts = new Map<string, number>();
  for (const { namespace } of identifiers) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  return namesInWords(
    [...counts].map(([namespace, count]) =>
      count === 1 ? identifierInWords(namespace, words) : countedInWords(namespace, count, words),
    ),
    words,
  );
}
