import type { MessageKey } from '../../../words/en.js';
import type { QuestionChoice } from '../question.js';

export function choice(
  value: string,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): QuestionChoice {
  return { value, sentence: { key, values } };
}
