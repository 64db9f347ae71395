import type { Answers } from '../answers.js';
import { judgeNumbers } from '../numbers/judge-numbers.js';
import type { KnownNumbers } from '../numbers/known-numbers.js';
import type { Question } from '../question.js';
import { ask } from './ask.js';
import { choice } from './choice.js';

/** The space of the numbers of the first file that had any. */
export const firstNumberSpace = 'crm:customer';

/**
 * Whose numbers these are: those of a system that is in, or numbers of their own. Answers are namespaces. Chosen before by what the customers on both
 * sides have in common; open where that does not decide.
 */
export function askNumberSpace(column: string, own: string, known: KnownNumbers, answers: Answers): Question {
  const { space, verdict } = judgeNumbers(known);
  const spaces = [
    ...new Set([space?.namespace ?? firstNumberSpace, ...known.spaces.map(({ namespace }) => namespace)]),
  ];
  const others = spaces.filter((namespace) => namespace !== own).slice(0, 10);
  const preChosen = { same: space?.namespace ?? null, other: own, unsure: null }[verdict];
  const { found = 0, agreeing = 0, differing = 0 } = space ?? {};
  return ask(
    {
      topic: 'number-space',
      of: column,
      sentence: {
        key: 'collect.proposal.question.number-space',
        values: { column, looked: known.looked, found, agreeing, compared: agreeing + differing },
      },
      choices: [
        ...others.map((namespace) =>
          namespace === firstNumberSpace
            ? choice(namespace, 'collect.proposal.choice.numbers-shared')
            : choice(namespace, 'collect.proposal.choice.numbers-of', { space: namespace.replace(/^crm:/, '') }),
        ),
        choice(own, 'collect.proposal.choice.numbers-own'),
      ],
      preChosen,
    },
    answers,
  );
}
