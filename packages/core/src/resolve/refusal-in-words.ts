import { countedInWords } from './identifier-in-words.js';
import type { RefusalReason } from './refused-join.js';
import type { Wording } from './wording.js';

/** Which rule kept two apart, as it stands after "because": "one person has at most 10 loyalty cards". */
export function refusalInWords(
  reason: RefusalReason,
  { sourceName, words }: Pick<Wording, 'sourceName' | 'words'>,
): string {
  switch (reason.type) {
    case 'different':
      return words.say('resolve.explain.apart-different');
    case 'weak':
      return words.say('resolve.explain.apart-weak');
    case 'hub':
      return words.say('resolve.explain.apart-hub');
    case 'limit': {
      const limit = countedInWords(reason.namespace, reason.limit, words);
      if (reason.withinDays !== undefined) {
        return words.say('resolve.explain.apart-limit-days', { limit, days: reason.withinDays });
      }
      if (reason.source === undefined) return words.say('resolve.explain.apart-limit', { limit });
      return words.say('resolve.explain.apart-limit-source', { limit, limitSource: sourceName(reason.source) });
    }
  }
}
