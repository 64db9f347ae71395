import type { Words } from '../words/words.js';
import type { Identifier } from './identifier.js';
import { identifierKind } from './identifier-in-words.js';

const speakForThemselves: ReadonlySet<string> = new Set(['email', 'phone']);

/** What to call somebody of whom no name is known: "Household 936"; an e-mail address or a phone number as it is. */
export function identifierLabel({ namespace, value }: Identifier, words: Words): string {
  if (speakForThemselves.has(namespace)) return value;
  const kind = identifierKind(namespace, words);
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${value}`;
}
