import type { Answers } from '../answers.js';
import type { Marked } from '../marks/find-marked.js';
import type { Question } from '../question.js';
import { ask } from './ask.js';
import { choice } from './choice.js';

/** More than one line of five is no slip any more: then somebody has to say so. */
const fewOf1 = 0.2;

/** Whether what looks like tests or staff is marked as that. */
export function askMarked(marked: Marked, answers: Answers): Question {
  const topic = marked.mark === 'test' ? 'test-lines' : 'staff-lines';
  return ask(
    {
      topic,
      ...seen(marked),
      sentence: { key: `collect.proposal.question.${topic}`, values: counted(marked) },
      choices: [choice('marked', 'collect.proposal.choice.marked'), choice('kept', 'collect.proposal.choice.kept')],
    },
    answers,
  );
}

/** Lists hold no interaction that could be marked: a test is left out of them or is a customer. */
export function askTestPeople(marked: Marked, answers: Answers): Question {
  return ask(
    {
      topic: 'test-lines',
      ...seen(marked),
      sentence: { key: 'collect.proposal.question.test-people', values: counted(marked) },
      choices: [
        choice('marked', 'collect.proposal.choice.left-out'),
        choice('kept', 'collect.proposal.choice.kept-people'),
      ],
    },
    answers,
  );
}

function seen({ signs, example, count, of }: Marked) {
  return {
    columns: signs.map(({ column }) => column.name),
    example,
    preChosen: count <= fewOf1 * of ? 'marked' : null,
  };
}

function counted({ count, of, example, worthless }: Marked) {
  return { count, of, example, worthless };
}
