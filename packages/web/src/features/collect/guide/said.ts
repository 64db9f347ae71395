import type { Sentence } from '@throughline/core/collect/proposal/sentence';
import { say } from '@throughline/core/words/say';

export function said({ key, values }: Sentence): string {
  return say(key, values);
}
