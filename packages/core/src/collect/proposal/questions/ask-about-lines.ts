import { channelName, knownChannels } from '../../channel.js';
import { type Direction, directions } from '../../interaction.js';
import type { Answers } from '../answers.js';
import type { Question } from '../question.js';
import { ask } from './ask.js';
import { choice } from './choice.js';

export function askGroupBy(column: string, lines: number, answers: Answers): Question {
  return ask(
    {
      topic: 'group-by',
      columns: [column],
      sentence: { key: 'collect.proposal.question.group-by', values: { column, lines } },
      choices: [
        choice(column, 'collect.proposal.choice.together', { column }),
        choice('', 'collect.proposal.choice.single'),
      ],
      preChosen: column,
    },
    answers,
  );
}

export function askTimeColumn(columns: readonly string[], answers: Answers): Question {
  return ask(
    {
      topic: 'time-column',
      columns,
      sentence: { key: 'collect.proposal.question.time-column', values: {} },
      choices: columns.map((column) => choice(column, 'collect.proposal.choice.as-it-is', { value: column })),
      preChosen: columns[0] ?? null,
    },
    answers,
  );
}

export function askChannel(preChosen: string | null, answers: Answers): Question {
  return ask(
    {
      topic: 'channel',
      sentence: { key: 'collect.proposal.question.channel', values: {} },
      choices: knownChannels.map((channel) => choice(channel, `collect.channel.${channel}`)),
      preChosen,
      takes: (text) => channelName(text) !== undefined,
    },
    answers,
  );
}

export function askDirection(preChosen: Direction, answers: Answers): Question {
  return ask(
    {
      topic: 'direction',
      sentence: { key: 'collect.proposal.question.direction', values: {} },
      choices: directions.map((direction) => choice(direction, `collect.proposal.choice.${direction}`)),
      preChosen,
    },
    answers,
  );
}
