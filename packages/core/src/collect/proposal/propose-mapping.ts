import type { Mapping } from '../mapping/mapping.js';
import type { Answers } from './answers.js';
import type { ColumnProposal } from './column-proposal.js';
import type { FileSample } from './file-sample.js';
import type { Proposal } from './proposal.js';
import type { ProposalContext } from './proposal-context.js';

/**
 * How a file would be read: what each column means, what a line is, what has to be asked, and a mapping that says so. Pure: the same sample, context
 * and answers give the same proposal, so a change of mind is another call with other answers. Never throws on what a file may hold.
 */
export function proposeMapping(sample: FileSample, context: ProposalContext, answers: Answers): Proposal {
  const columns = sample.columns.map((column, position) => asProperty(column, position, answers));
  return {
    lineKind: 'other',
    columns,
    questions: [],
    notices: [],
    mapping: draft(sample, context, columns),
    isReady: true,
  };
}

function asProperty(column: string, position: number, answers: Answers): ColumnProposal {
  const isChosen = answers.columns?.[column]?.isChosen ?? true;
  return {
    column,
    position,
    meaning: 'text',
    sentence: { key: 'collect.proposal.looks-like.text', values: { column } },
    evidence: { key: 'collect.proposal.evidence.nothing-else', values: {} },
    reading: null,
    isChosen,
    use: isChosen ? { type: 'property', name: column } : null,
    whyLeftOut: isChosen ? null : 'answered',
    alternatives: [],
    examples: [],
    isAnswered: !isChosen,
  };
}

function draft(sample: FileSample, context: ProposalContext, columns: readonly ColumnProposal[]): Mapping {
  return {
    version: 1,
    source: sample.name,
    file: { format: sample.format },
    zone: context.zone,
    'as of': context.today ?? '2000-01-01',
    rows: [
      {
        rule: 'line',
        make: 'interaction',
        name: 'Line',
        properties: Object.fromEntries(
          columns.flatMap(({ column, use }) => (use === null ? [] : [[column, `{${column}}`]])),
        ),
      },
    ],
  } as Mapping;
}
