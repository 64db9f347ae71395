import type { Words } from '../words/words.js';
import type { Sentence } from './proposal/sentence.js';
import type { SetAsideCode } from './set-aside-reason.js';

/** Why something is set aside, kept as data so that everybody reads it in their own language. A value may be a sentence itself. */
export interface Reason {
  readonly code: SetAsideCode;
  readonly values: Readonly<Record<string, string | number | Sentence>>;
}

/** One sentence for a person; it quotes field names and choices, never ids or traits. */
export function reasonInWords({ code, values }: Reason, { say }: Words): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? say(value.key, value.values) : value,
  ]);
  return say(`collect.set-aside.${code}`, Object.fromEntries(said));
}

export function reasonsInWords(reasons: readonly Reason[], words: Words): string {
  return reasons.map((reason) => reasonInWords(reason, words)).join('; ');
}
