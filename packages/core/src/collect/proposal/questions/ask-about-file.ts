import { isZone } from '../../zone-offset.js';
import type { Answers } from '../answers.js';
import type { FileSample } from '../file-sample.js';
import { type LineKind, lineKinds } from '../line-kind.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Question } from '../question.js';
import { ask } from './ask.js';
import { choice } from './choice.js';

export function askLineKind(likely: readonly LineKind[], answers: Answers): Question {
  const kinds = [...new Set([...likely, ...lineKinds])];
  return ask(
    {
      topic: 'line-kind',
      sentence: { key: 'collect.proposal.question.line-kind', values: {} },
      choices: kinds.map((kind) => choice(kind, `collect.proposal.line-kind.${kind}`)),
      preChosen: kinds[0] ?? 'other',
    },
    answers,
  );
}

/** The file's name without what exports add to it; a source that has this name already is meant. */
export function askSourceName(sample: FileSample, context: ProposalContext, answers: Answers): Question {
  const bare = sample.name
    .replace(/^.*[\\/]/, '')
    .replace(/(?:\.[a-z0-9]{1,8}){1,2}$/i, '')
    .replace(/[_\s-]*(?:export|final|copy|kopie|\(?\d+\)?|v\d+|\d{4}[-_]?\d\d(?:[-_]?\d\d)?)$/gi, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 200);
  const name = bare === '' ? 'Import' : bare.charAt(0).toUpperCase() + bare.slice(1);
  const known = context.sources?.find((source) => source.toLowerCase() === name.toLowerCase());
  const others = (context.sources ?? []).filter((source) => source !== known).slice(0, 20);
  return ask(
    {
      topic: 'source-name',
      sentence: { key: 'collect.proposal.question.source-name', values: {} },
      choices: [known ?? name, ...others].map((value) => choice(value, 'collect.proposal.choice.as-it-is', { value })),
      preChosen: known ?? name,
      takes: (text) => text.trim() !== '' && text.length <= 200,
    },
    answers,
  );
}

export function askZone(columns: readonly string[], context: ProposalContext, answers: Answers): Question {
  return ask(
    {
      topic: 'zone',
      columns,
      sentence: {
        key: 'collect.proposal.question.zone',
        values: { column: columns.join(', '), zone: context.zone },
      },
      choices: [...new Set([context.zone, 'UTC'])].map((value) =>
        choice(value, 'collect.proposal.choice.as-it-is', { value }),
      ),
      preChosen: context.zone,
      takes: isZone,
    },
    answers,
  );
}

/** Lists say what holds now; without a day of today somebody must say when that was. */
export function askAsOf(context: ProposalContext, answers: Answers): Question {
  return ask(
    {
      topic: 'as-of',
      sentence: { key: 'collect.proposal.question.as-of', values: {} },
      choices:
        context.today === undefined
          ? []
          : [choice(context.today, 'collect.proposal.choice.as-it-is', { value: context.today })],
      preChosen: context.today ?? null,
      takes: (text) => /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(text),
    },
    answers,
  );
}
