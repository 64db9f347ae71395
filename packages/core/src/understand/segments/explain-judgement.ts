import { amountText } from '../../collect/amount.js';
import { dayInWords } from '../../resolve/day-in-words.js';
import { clauseInWords } from './condition-in-words.js';
import type { ConditionWording } from './condition-wording.js';
import type { JudgedClause } from './judge-condition.js';
import { valueInWords } from './test-in-words.js';

/** One clause of why somebody is in or not. */
export interface Reason {
  /** 0 for the whole condition. */
  readonly depth: number;
  readonly holds: boolean;
  readonly clause: string;
  /** What was seen: "2 times", "on 12 May"; empty for groups. */
  readonly found: string;
}

/** Why somebody is in or not, clause by clause in the order of the condition; groups and other segments before their parts. */
export function explainJudgement(judged: JudgedClause, wording: ConditionWording, depth = 0): readonly Reason[] {
  const { holds } = judged;
  const here = { depth, holds, clause: clauseInWords(judged.clause, wording), found: foundInWords(judged, wording) };
  const parts = 'parts' in judged ? judged.parts : [];
  return [here, ...parts.flatMap((part) => explainJudgement(part, wording, depth + 1))];
}

function foundInWords(judged: JudgedClause, wording: ConditionWording): string {
  const none = { times: 0, sum: '', day: '', value: '' };
  const say = (values: Readonly<Record<string, string | number>>): string =>
    wording.words.say('understand.segment.found', { ...none, ...values });
  if ('value' in judged)
    return judged.value === undefined
      ? say({ type: 'trait', value: wording.words.say('understand.segment.test', { is: 'missing', value: '' }) })
      : say({ type: 'trait', value: valueInWords(judged.value, wording.words) });
  if (!('found' in judged)) return '';
  const { found } = judged;
  switch (found.type) {
    case 'times':
      return say({ type: 'times', times: found.times });
    case 'sum':
      return say({ type: 'sum', sum: amountText(found.micros) });
    case 'at':
      return say({ type: 'at', day: dayInWords(found.placedMs, wording) });
    case 'never':
      return say({ type: 'never' });
  }
}
