import type { Words } from '../../words/words.js';

/** Below a thousand people, and for fewer than one of a hundred, a count says more than a percentage. */
export function shareInWords(part: number, of: number, { say, language }: Words): string {
  if (of < 1_000 || part * 100 < of) return new Intl.NumberFormat(language).format(part);
  return say('resolve.customers.share', { percent: Math.round((part / of) * 100) });
}
