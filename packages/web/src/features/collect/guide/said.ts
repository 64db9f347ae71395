import type { Sentence } from '@throughline/core/collect/proposal/sentence';
import { sentences } from '../../../words/sentences.js';

export function said({ key, values }: Sentence): string {
  return sentences().say(key, values);
}
