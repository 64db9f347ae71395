import { uniqueColumns } from '../mapping/unique-columns.js';
import type { Answers } from './answers.js';
import type { ColumnProposal, ColumnUse } from './column-proposal.js';
import { candidates } from './columns/candidates.js';
import { answeredMeanings, chooseColumns } from './columns/choose-columns.js';
import type { ChosenColumn } from './columns/chosen-column.js';
import { settleColumns } from './columns/settle-columns.js';
import { draftMapping } from './draft/draft-mapping.js';
import type { FileSample } from './file-sample.js';
import { type LineKind, lineKinds } from './line-kind.js';
import { findNotices } from './notices/find-notices.js';
import type { Proposal } from './proposal.js';
import type { ProposalContext } from './proposal-context.js';
import type { Question } from './question.js';
import { askLineKind } from './questions/ask-about-file.js';
import { readDates } from './readings/read-dates.js';
import { readNumbers } from './readings/read-numbers.js';
import { readScores } from './readings/read-scores.js';
import { thinnedSample } from './thinned-sample.js';

/**
 * How a file would be read: what each column means, what a line is, what has to be asked, and a mapping that says so. Pure: the same sample, context
 * and answers give the same proposal, so a change of mind is another call with other answers. Never throws on what a file may hold.
 *
 * Columns are looked at alone (what forms their values have, and a little their names), then together; then the readings of dates, numbers and scores
 * are settled, and the mapping is drafted.
 */
export function proposeMapping(given: FileSample, context: ProposalContext, answers: Answers): Proposal {
  const sample = thinnedSample(given);
  const alone = answeredMeanings(candidates(sample, uniqueColumns(sample.columns), context), answers);
  const settled = settleColumns(sample, alone, answeredKind(answers));
  const lineKind = askLineKind(settled.lineKinds, answers);
  const kind = lineKinds.find((one) => one === lineKind.chosen) ?? 'other';

  const dates = readDates(chooseColumns(settled.columns, answers), context, answers);
  const numbers = readNumbers(dates.columns, context, answers);
  const { columns, questions: scores } = readScores(numbers.columns, { name: sample.name, lineKind: kind }, answers);

  const lines = { kind, grouping: settled.grouping };
  const drafted = draftMapping(sample, columns, lines, context, answers);
  const questions = [lineKind, ...dates.questions, ...numbers.questions, ...scores, ...drafted.questions];
  const found = { grouping: settled.grouping, lineKind: kind, priceOnly: drafted.priceOnly };
  return {
    lineKind: kind,
    columns: columns.map((column) => proposalOf(column, drafted.uses)),
    questions: inOrder(questions),
    notices: findNotices(sample, columns, found),
    mapping: drafted.mapping,
    isReady: questions.every(({ chosen }) => chosen !== null),
  };
}

function answeredKind({ questions }: Answers): LineKind | undefined {
  return lineKinds.find((kind) => kind === questions?.['line-kind']);
}

function proposalOf(column: ChosenColumn, uses: ReadonlyMap<number, ColumnUse>): ColumnProposal {
  const { name, position, meaning, evidence, reading, isChosen, whyLeftOut, alternatives, isAnswered, facts } = column;
  return {
    column: name,
    position,
    meaning,
    sentence: { key: `collect.proposal.looks-like.${meaning}`, values: { column: name } },
    evidence,
    reading,
    isChosen,
    use: uses.get(position) ?? null,
    whyLeftOut,
    alternatives,
    examples: [...facts.counts.keys()].slice(0, 3),
    isAnswered,
  };
}

/** What a line is comes first, then what is open, then what is pre-chosen and can be changed. */
function inOrder(questions: readonly Question[]): readonly Question[] {
  const rank = ({ topic, chosen }: Question) => (topic === 'line-kind' ? 0 : chosen === null ? 1 : 2);
  return [...questions].sort((a, b) => rank(a) - rank(b));
}
