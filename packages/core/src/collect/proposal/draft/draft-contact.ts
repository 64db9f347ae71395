import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { ProposalContext } from '../proposal-context.js';
import { askAsOf } from '../questions/ask-about-file.js';
import type { Drafted } from './drafted.js';
import type { Identifiers } from './identifiers-of.js';
import { personRules } from './person-rules.js';

/** A list of people: what is known of each, as of the day of the list. */
export function draftContact(
  columns: readonly ChosenColumn[],
  identifiers: Identifiers,
  context: ProposalContext,
  answers: Answers,
): Drafted {
  const others = columns.filter(({ position }) => !identifiers.uses.has(position));
  const { rules, uses } = personRules(identifiers, others, { isList: true });
  const asOf = askAsOf(context, answers);
  return {
    rules,
    uses: new Map([...identifiers.uses, ...uses]),
    questions: context.today === undefined || asOf.isAnswered ? [asOf] : [],
    channel: null,
    asOf: asOf.chosen ?? '2000-01-01',
    priceOnly: null,
  };
}
