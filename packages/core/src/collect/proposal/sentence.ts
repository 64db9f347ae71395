import type { MessageKey } from '../../words/en.js';

/** A sentence of the catalogue with its values, to be said with `say(key, values)` in the reader's language. */
export interface Sentence {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}
