import type { Words } from '@throughline/core/words/words';
import { speech } from './speech.js';

/** The sentences of the product, in the language of this window. */
export function sentences(): Words {
  return speech.get().sentences;
}
