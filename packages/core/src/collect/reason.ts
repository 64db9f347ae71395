import type { MessageKey } from '../words/en.js';
import type { Words } from '../words/words.js';
import type { SetAsideCode } from './set-aside-reason.js';

/** Why something is set aside, kept as data so that everybody reads it in their own language. A value may be a sentence itself. */
export interface Reason {
  readonly code: SetAsideCode;
  readonly values: ReasonValues;
}

export type ReasonValues = Readonly<Record<string, string | number | ReasonSentence>>;

export interface ReasonSentence {
  readonly key: MessageKey;
  readonly values: ReasonValues;
}

/** A reason as a value of another one. */
export function reasonAsSentence({ code, values }: Reason): ReasonSentence {
  return { key: `collect.set-aside.${code}`, values };
}

/** One sentence for a person; it quotes field names and choices, never ids or traits. */
export function reasonInWords(reason: Reason, words: Words): string {
  return sentenceInWords(reasonAsSentence(reason), words);
}

export function reasonsInWords(reasons: readonly Reason[], words: Words): string {
  return reasons.map((reason) => reasonInWords(reason, words)).join('; ');
}

function sentenceInWords({ key, values }: ReasonSentence, words: Words): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? sentenceInWords(value, words) : value,
  ]);
  return words.say(key, Object.fromEntries(said));
}
