import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { Pool } from 'pg';
import { WorkInTurn } from '../../work-in-turn.js';
import type { Imports } from '../imports.js';
import { stagedForMs } from '../staged/staged-file.js';
import { removeStaging } from '../staged-files.js';
import { dryRun } from './dry-run.js';
import { isPassing } from './is-passing.js';
import {
  endResolved,
  failRun,
  forgetDryRuns,
  forgetStagedFiles,
  idsWithFiles,
  type RunToDo,
  runToDo,
  unfinishedRuns,
} from './run.sql.js';
import type { RunContext } from './run-context.js';
import { runImport } from './run-import.js';

export interface ImportRunnerOptions extends Omit<RunContext, 'workerPool'> {
  /** Connection string of the worker role. */
  readonly url: string;
}

interface Run {
  readonly workspace: number;
  readonly run: number;
}

const lookEveryMs = 200;
const againAfterMs = 2_000;
const forgetEveryMs = 10 * 60_000;
const dryRunKeptMs = 24 * 3_600_000;

/** Works on imports, one file at a time, in the order in which they were started. Unfinished ones go on when it opens. */
export class ImportRunner implements Imports {
  readonly #options: RunContext;
  readonly #runs = new WorkInTurn<Run>({
    work: (run, signal) => this.#work(run, signal),
    isSame: (one, other) => one.workspace === other.workspace && one.run === other.run,
  });
  #forgetAtMs = 0;
  #looking: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();

  constructor({ url, ...options }: ImportRunnerOptions) {
    const workerPool = new Pool({ connectionString: url, max: 3, application_name: 'throughline imports' });
    workerPool.on('error', (error) => options.log.warn({ error }, 'an idle connection of imports ended'));
    this.#options = { ...options, workerPool };
  }

  async open(): Promise<void> {
    const { workerPool, staging, clock } = this.#options;
    await forgetDryRuns(workerPool, new Date(clock() - dryRunKeptMs));
    const folders = await readdir(staging).catch(() => []);
    await forgetStagedFiles(workerPool, new Date(clock() - stagedForMs), folders.filter(isId));
    const wanted = await idsWithFiles(workerPool);
    for (const name of folders) {
      if (!wanted.has(name)) await rm(join(staging, name), { recursive: true, force: true });
    }
    for (const run of await unfinishedRuns(workerPool)) {
      if (run.state === 'running') this.start(run.workspace, run.import);
    }
    this.#lookAgain();
  }

  start(workspace: number, run: number): void {
    this.#runs.give({ workspace, run });
  }

  stop(workspace: number, run: number): Promise<void> {
    return this.#runs.stop({ workspace, run });
  }

  discard(importId: string): Promise<void> {
    return removeStaging(this.#options.staging, importId);
  }

  /** Stops between two batches; what was not finished goes on at the next start. */
  async close(): Promise<void> {
    clearTimeout(this.#looking);
    await this.#runs.close();
    await this.#look;
    await this.#options.workerPool.end();
  }

  async #work(
    { workspace, run: number }: Run,
    signal: AbortSignal,
  ): Promise<{ readonly againAfterMs: number } | undefined> {
    const { workerPool, log } = this.#options;
    let run: RunToDo | undefined;
    try {
      run = await runToDo(workerPool, workspace, number);
      if (run?.state !== 'running') return undefined;
      if (run.progress?.dryRun === true) await dryRun(this.#options, run, signal);
      else await runImport(this.#options, run, signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      if (run === undefined || isPassing(error)) {
        log.warn({ error, import: run?.id, workspace }, 'an import waits and goes on by itself');
        return { againAfterMs };
      }
      const known = ThroughlineError.is(error) ? error : undefined;
      log.error({ error, import: run.id, code: known?.code }, 'an import failed');
      const failure = {
        code: known?.code ?? 'request.internal',
        detail: known?.message ?? 'something failed on our side; the log of the server has the cause',
      };
      await failRun(workerPool, run, failure, new Date(this.#options.clock())).catch(() => undefined);
    }
    return undefined;
  }

  /** Once in a while removes files that were handed in a day ago and never imported. */
  async #forgetStaged(): Promise<void> {
    const { workerPool, staging, clock } = this.#options;
    if (clock() < this.#forgetAtMs) return;
    this.#forgetAtMs = clock() + forgetEveryMs;
    for (const id of await forgetStagedFiles(workerPool, new Date(clock() - stagedForMs)))
      await removeStaging(staging, id);
  }

  /** Looks for imports of which everything is resolved by now. */
  #lookAgain(): void {
    if (this.#runs.isClosed) return;
    this.#looking = setTimeout(() => {
      this.#look = endResolved(this.#options.workerPool, new Date(this.#options.clock()))
        .then(() => this.#forgetStaged())
        .catch((error: unknown) => this.#options.log.warn({ error }, 'finished imports could not be looked for'))
        .finally(() => this.#lookAgain());
    }, lookEveryMs);
    this.#looking.unref();
  }
}

const isId = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
