import { say } from '../words/say.js';
import { countedInWords } from './identifier-in-words.js';
import type { RefusalReason } from './refused-join.js';
import type { Wording } from './wording.js';

/** Which rule kept two apart, as it stands after "because": "one person has at most 10 loyalty cards". */
export function refusalInWords(reason: RefusalReason, { sourceName }: Pick<Wording, 'sourceName'>): string {
  switch (reason.type) {
    case 'different':
      return say('resolve.explain.apart-different');
    case 'weak':
      return say('resolve.explain.apart-weak');
    case 'hub':
      return say('resolve.explain.apart-hub');
    case 'limit': {
      const limit = countedInWords(reason.namespace, reason.limit);
      if (reason.withinDays !== undefined) {
        return say('resolve.explain.apart-limit-days', { limit, days: reason.withinDays });
      }
      if (reason.source === undefined) return say('resolve.explain.apart-limit', { limit });
      return say('resolve.explain.apart-limit-source', { limit, limitSource: sourceName(reason.source) });
    }
  }
}
