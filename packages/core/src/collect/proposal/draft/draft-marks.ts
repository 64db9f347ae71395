import type { MappingCondition, MappingRule } from '../../mapping/mapping.js';
import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { findMarked, type Marked } from '../marks/find-marked.js';
import { findSigns } from '../marks/find-signs.js';
import type { Sign } from '../marks/sign.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Question } from '../question.js';
import { askMarked, askTestPeople } from '../questions/ask-about-marks.js';
import { templateOf } from './template-of.js';

export interface DraftedMarks {
  readonly rules: readonly MappingRule[];
  readonly questions: readonly Question[];
}

/** The rules, with what tells tests and staff: marks on interactions, lines passed over in lists. */
export function draftMarks(
  rules: readonly MappingRule[],
  columns: readonly ChosenColumn[],
  isList: boolean,
  { ownDomains = [] }: ProposalContext,
  answers: Answers,
): DraftedMarks {
  const signs = findSigns(columns, ownDomains);
  const found = (['test', 'internal'] as const).flatMap((mark) => findMarked(mark, signs, columns) ?? []);
  if (isList) return withoutTests(rules, found, answers);
  const questions = found.map((marked) => askMarked(marked, answers));
  const marks = Object.fromEntries(
    found.flatMap(({ mark, signs: own }, at) =>
      questions[at]?.chosen === 'marked' ? [[mark, { any: own.map(likeSign) }]] : [],
    ),
  );
  if (Object.keys(marks).length === 0) return { rules, questions };
  const marked = rules.map((rule) =>
    rule.make === 'interaction' ? { ...rule, marks: { ...rule.marks, ...marks } } : rule,
  );
  return { rules: marked, questions };
}

/** What a colleague buys as a customer, a list cannot tell: of staff nothing is left out. */
function withoutTests(rules: readonly MappingRule[], found: readonly Marked[], answers: Answers): DraftedMarks {
  const tests = found.find(({ mark }) => mark === 'test');
  if (tests === undefined) return { rules, questions: [] };
  const question = askTestPeople(tests, answers);
  if (question.chosen !== 'marked') return { rules, questions: [question] };
  const customers = () =>
    tests.signs.map(({ column, patterns }) => ({ value: templateOf(column), unlike: [...patterns] }));
  return {
    rules: rules.map((rule) => ({ ...rule, when: [...(rule.when ?? []), ...customers()] })),
    questions: [question],
  };
}

function likeSign({ column, patterns }: Sign): MappingCondition {
  return { value: templateOf(column), like: [...patterns] };
}
