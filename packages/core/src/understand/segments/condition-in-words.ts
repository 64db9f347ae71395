import type { Clause, DeedClause, GroupClause } from './clause.js';
import type { Condition } from './condition.js';
import { type ConditionWording, listInWords, tidy } from './condition-wording.js';
import { filterInWords } from './filter-in-words.js';
import { boundsOf } from './number-test.js';
import { numberTestInWords, valueInWords, valueTestInWords } from './test-in-words.js';
import { durationInWords, windowInWords } from './window-in-words.js';

/** The whole condition as one sentence: "People who had a purchase through Store in the last 90 days." */
export function conditionInWords({ where }: Condition, wording: ConditionWording): string {
  const isGroup = where.type === 'all' || where.type === 'any';
  const clause = isGroup ? groupInWords(where, wording) : clauseInWords(where, wording);
  return tidy(wording.words.say('understand.segment.people', { clause }));
}

/** One clause, as it stands in the sentence; groups in brackets. */
export function clauseInWords(clause: Clause, wording: ConditionWording): string {
  const { say } = wording.words;
  if (clause.type === 'all' || clause.type === 'any')
    return say('understand.segment.group', { list: groupInWords(clause, wording) });
  if (clause.type !== 'not') return tidy(plainInWords(clause, wording, 'no'));
  const { of } = clause;
  if (of.type === 'not') return clauseInWords(of.of, wording);
  if (of.type === 'all' || of.type === 'any')
    return say('understand.segment.not-group', { group: clauseInWords(of, wording) });
  return tidy(plainInWords(of, wording, 'yes'));
}

function groupInWords({ type, of }: Exclude<GroupClause, { type: 'not' }>, wording: ConditionWording): string {
  const parts = of.map((part) => clauseInWords(part, wording));
  return listInWords(parts, type === 'all' ? 'and' : 'or', wording.words);
}

type Plain = Exclude<Clause, GroupClause>;

function plainInWords(clause: Plain, wording: ConditionWording, not: 'yes' | 'no'): string {
  const { words } = wording;
  switch (clause.type) {
    case 'trait':
      return words.say('understand.segment.trait', {
        ...{ not, trait: clause.trait, test: valueTestInWords(clause.test, words) },
      });
    case 'member': {
      const segment = valueInWords(wording.segmentName(clause.segment), words);
      return words.say('understand.segment.member', { not, segment });
    }
    default:
      return deedInWords(clause, wording, not);
  }
}

function deedInWords(clause: DeedClause, wording: ConditionWording, not: 'yes' | 'no'): string {
  const { words } = wording;
  const { say } = words;
  const when = clause.type === 'since' ? '' : windowInWords(clause.in, wording);
  switch (clause.type) {
    case 'did': {
      const { times } = clause;
      const what = filterInWords(clause.what, wording);
      const most = times === undefined ? 1 : Math.max(...boundsOf(times));
      const often =
        times === undefined ? '' : say('understand.segment.times', { number: numberTestInWords(times, words), most });
      return say('understand.segment.did', { not, what, times: often, when });
    }
    case 'sum': {
      const what = filterInWords(clause.what, wording);
      if (clause.of.type === 'value') {
        const number = numberTestInWords(clause.test, words, clause.of.currency);
        return say('understand.segment.sum', { not, what, when, number });
      }
      const property = clause.of.path.join('.');
      const number = numberTestInWords(clause.test, words);
      return say('understand.segment.sum-property', { not, what, when, number, property });
    }
    case 'first':
    case 'last': {
      const { was } = clause;
      return say('understand.segment.edge', {
        ...{ not, when, which: clause.type, what: filterInWords(clause.what, wording) },
        ...{ hasWas: was === undefined ? 'no' : 'yes', was: was === undefined ? '' : filterInWords(was, wording) },
      });
    }
    case 'since': {
      const { atLeast, lessThan } = clause;
      return say('understand.segment.since', {
        ...{ not, which: clause.which, what: filterInWords(clause.what, wording) },
        ends: atLeast === undefined ? 'less' : lessThan === undefined ? 'least' : 'both',
        atLeast: atLeast === undefined ? '' : durationInWords(atLeast, words),
        lessThan: lessThan === undefined ? '' : durationInWords(lessThan, words),
      });
    }
    case 'sequence': {
      const [first, ...rest] = clause.steps;
      const steps = [
        ...(first === undefined ? [] : [filterInWords(first.what, wording)]),
        ...rest.map(({ what, within, without }) =>
          say('understand.segment.sequence-step', {
            what: filterInWords(what, wording),
            hasWithin: within === undefined ? 'no' : 'yes',
            within: within === undefined ? '' : durationInWords(within, words),
            hasWithout: without === undefined ? 'no' : 'yes',
            without: without === undefined ? '' : filterInWords(without, wording),
          }),
        ),
      ].join(', ');
      return say('understand.segment.sequence', { not, steps, when });
    }
  }
}
