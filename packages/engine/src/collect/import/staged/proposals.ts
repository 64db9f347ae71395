import type { Answers } from '@throughline/core/collect/proposal/answers';
import type { KnownNumbers, NumberedLine } from '@throughline/core/collect/proposal/numbers/known-numbers';
import type { ClientBase } from 'pg';
import type { AppContext } from '../../../http/app-context.js';
import { AnsweringThread } from '../../../store/answering-thread.js';
import { compiledEntry } from '../../../store/compiled-entry.js';
import { inWorkspace } from '../../../store/postgres/in-workspace.js';
import { stagingOf } from '../staged-files.js';
import { type ProposalInputs, proposalInputs } from './proposal-inputs.js';
import type { ProposalMade, ProposalWanted } from './propose-thread.js';
import { wantedStagedFile } from './wanted-staged-file.js';

/** What the room downstream knows of customer numbers, passed in. */
export interface NumbersKnown {
  readonly hasAny: (client: ClientBase, workspace: number) => Promise<boolean>;
  readonly compare: (
    client: ClientBase,
    workspace: number,
    lines: readonly NumberedLine[],
    country: string,
  ) => Promise<KnownNumbers>;
}

export interface ProposalAsked {
  /** Of a file that was handed in. */
  readonly file: string;
  readonly source: string | undefined;
  /** Undefined where a mapping stands in their place. */
  readonly answers: Answers | undefined;
}

/** The answers that count: none where a mapping stands in their place. */
export function answersAsked(given: {
  readonly answers?: Answers | undefined;
  readonly mapping?: string | undefined;
}): Pick<ProposalAsked, 'answers'> {
  return { answers: given.mapping === undefined ? (given.answers ?? {}) : undefined };
}

type Context = Pick<AppContext, 'appPool' | 'clock' | 'dataFolder'>;

/** Proposals for files that were handed in, made in a thread, so that no event waits for them. */
export class Proposals {
  readonly #ctx: Context;
  readonly #known: NumbersKnown;
  readonly #thread = new AnsweringThread<ProposalWanted, ProposalMade>(
    compiledEntry(import.meta.url, './propose-thread.js'),
    'proposals',
  );

  constructor(ctx: Context, known: NumbersKnown) {
    this.#ctx = ctx;
    this.#known = known;
  }

  async propose(workspace: number, { answers = {}, ...asked }: ProposalAsked): Promise<ProposalMade> {
    const inputs = await this.inputs(workspace, { ...asked, answers });
    return this.#made(asked.file, inputs, answers);
  }

  /** What a proposal is made from besides the file. Errors: `request.not-found`. */
  async inputs(workspace: number, { file, source, answers }: ProposalAsked): Promise<ProposalInputs> {
    const { inputs, hasNumbers } = await inWorkspace(this.#ctx, workspace, async (client) => {
      await wantedStagedFile(client, workspace, file);
      return {
        inputs: await proposalInputs(client, workspace, source, this.#ctx.clock()),
        hasNumbers: await this.#known.hasAny(client, workspace),
      };
    });
    if (answers === undefined || !hasNumbers) return inputs;
    const { numbered } = await this.#made(file, inputs, answers);
    if (numbered.length === 0) return inputs;
    const { country } = inputs.context;
    const numbers = await inWorkspace(this.#ctx, workspace, (client) =>
      this.#known.compare(client, workspace, numbered, country),
    );
    return { ...inputs, context: { ...inputs.context, numbers } };
  }

  #made(file: string, inputs: ProposalInputs, answers: Answers): Promise<ProposalMade> {
    return this.#thread.ask({ folder: stagingOf(this.#ctx.dataFolder.staging, file), inputs, answers });
  }
}
