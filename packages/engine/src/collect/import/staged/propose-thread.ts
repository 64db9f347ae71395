import type { Answers } from '@throughline/core/collect/proposal/answers';
import type { NumberedLine } from '@throughline/core/collect/proposal/numbers/known-numbers';
import { numberedLines } from '@throughline/core/collect/proposal/numbers/numbered-lines';
import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import { answerQuestions } from '../../../store/answer-questions.js';
import { mappingYaml, type ProposalInputs, proposalFor } from './proposal-inputs.js';
import { keptSample } from './staged-sample.js';

/** What a proposal is asked by. */
export interface ProposalWanted {
  /** The staging folder of the file. */
  readonly folder: string;
  readonly inputs: ProposalInputs;
  readonly answers: Answers;
}

export interface ProposalMade {
  readonly proposal: Proposal;
  readonly yaml: string;
  /** The lines by which the customer numbers of the file are held against those that are known. */
  readonly numbered: readonly NumberedLine[];
}

/* A thread that proposes mappings: up to half a second of work for a wide file. */

answerQuestions<ProposalWanted, ProposalMade>(async ({ folder, inputs, answers }) => {
  const sampled = await keptSample(folder);
  const proposal = proposalFor(sampled, inputs, answers);
  return { proposal, yaml: mappingYaml(proposal.mapping), numbered: numberedLines(sampled.sample, proposal) };
});
