import { say } from '../words/say.js';
import { countedInWords } from './identifier-in-words.js';
import { recordInWords } from './record-in-words.js';
import type { RefusalReason, RefusedJoin } from './refused-join.js';
import type { Wording } from './wording.js';

/** What a record asked for, and the rule that kept the two apart. */
export function refusalInWords({ record, a, b, reason }: RefusedJoin, wording: Wording): string {
  return `${recordInWords(record, [a, b], wording)} ${reasonInWords(reason, wording)}`;
}

function reasonInWords(reason: RefusalReason, { sourceName }: Wording): string {
  switch (reason.type) {
    case 'different':
      return say('resolve.explain.apart-different');
    case 'weak':
      return say('resolve.explain.apart-weak');
    case 'limit': {
      const limit = countedInWords(reason.namespace, reason.limit);
      if (reason.source === undefined) return say('resolve.explain.apart-limit', { limit });
      return say('resolve.explain.apart-limit-source', { limit, limitSource: sourceName(reason.source) });
    }
  }
}
