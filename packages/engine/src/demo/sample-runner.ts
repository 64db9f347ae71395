import { setTimeout as pause } from 'node:timers/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { Pool } from 'pg';
import { isPassing } from '../collect/import/run/is-passing.js';
import { recordAudit } from '../govern/audit/record-audit.js';
import type { Principal } from '../govern/principal.js';
import { againOnDeadlock } from '../store/postgres/again-on-deadlock.js';
import { inTransaction } from '../store/postgres/in-transaction.js';
import { inWorkspace } from '../store/postgres/in-workspace.js';
import { loadSample } from './load-sample.js';
import { makeSample } from './make-sample.js';
import { closeWorkspace } from './remove-rows.sql.js';
import { removeSample } from './remove-sample.js';
import type { SampleCompanies, WantedSample } from './sample-companies.js';
import { moveSample, sampleHere, sampleToDo, unfinishedSamples } from './sample-company.sql.js';
import type { SampleContext } from './sample-context.js';
import type { SampleState } from './sample-state.js';

export interface SampleRunnerOptions extends Omit<SampleContext, 'workerPool'> {
  /** Connection string of the worker role. */
  readonly url: string;
}

const againAfterMs = 2_000;

/** Works on sample companies, each by itself. Unfinished ones go on when it opens. See `sample-state.ts`. */
export class SampleRunner implements SampleCompanies {
  readonly #ctx: SampleContext;
  readonly #jobs = new Map<number, { stop: AbortController; readonly ended: Promise<void> }>();
  #isClosed = false;

  constructor({ url, ...options }: SampleRunnerOptions) {
    const workerPool = new Pool({ connectionString: url, max: 2, application_name: 'throughline sample company' });
    workerPool.on('error', (error) => options.log.warn({ error }, 'an idle connection of the sample company ended'));
    this.#ctx = { ...options, workerPool };
  }

  async open(): Promise<void> {
    for (const workspace of await unfinishedSamples(this.#ctx.workerPool)) this.#start(workspace);
  }

  async make(by: Principal, wanted: WantedSample): Promise<void> {
    const workspace = await makeSample(this.#ctx, by, wanted, this.#ctx.clock());
    await moveSample(this.#ctx.workerPool, workspace, ['failed'], 'loading');
    this.#start(workspace);
  }

  async remove(by: Principal): Promise<void> {
    const { workerPool, clock } = this.#ctx;
    const { number } = by.workspace;
    const sample = await inWorkspace(this.#ctx, number, sampleHere);
    if (sample === undefined) throw new ThroughlineError('request.not-found', 'there is no sample company here');
    const { workspace } = sample;
    const shut = () =>
      inTransaction(workerPool, async (client) => {
        if (!(await moveSample(client, workspace, ['loading', 'loaded', 'failed'], 'removing'))) return;
        const madeFor = (await sampleToDo(client, workspace))?.madeFor;
        if (madeFor !== undefined)
          await recordAudit(client, { workspace: { number: madeFor, slug: '' }, actor: by.actor }, clock(), {
            action: 'sample-company.removed',
            target: String(workspace),
          });
        await closeWorkspace(client, workspace);
      });
    await againOnDeadlock(shut);
    this.#ctx.writeKeys.forget();
    this.#jobs.get(workspace)?.stop.abort();
    this.#start(workspace);
  }

  /** Stops between two parts; what was not finished goes on at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { stop } of this.#jobs.values()) stop.abort();
    await Promise.all([...this.#jobs.values()].map(({ ended }) => ended));
    await this.#ctx.workerPool.end();
  }

  /** Begins to work on a company, unless somebody does: who works on it looks again before it ends. */
  #start(workspace: number): void {
    if (this.#isClosed || this.#jobs.has(workspace)) return;
    const job = { stop: new AbortController(), ended: Promise.resolve() };
    this.#jobs.set(workspace, job);
    job.ended = this.#work(workspace, job).finally(() => this.#jobs.delete(workspace));
  }

  async #work(workspace: number, job: { stop: AbortController }): Promise<void> {
    const { workerPool, log } = this.#ctx;
    let worked: SampleState | undefined;
    while (!this.#isClosed) {
      try {
        job.stop = new AbortController();
        const sample = await sampleToDo(workerPool, workspace);
        worked = sample?.state;
        if (sample?.state === 'loading') await loadSample(this.#ctx, sample, job.stop.signal);
        else if (sample?.state === 'removing') await removeSample(this.#ctx, sample, job.stop.signal);
        else return;
      } catch (error) {
        if (this.#isClosed) return;
        if (job.stop.signal.aborted) continue;
        if (worked === 'loading' && !isPassing(error)) {
          log.error({ error, workspace }, 'a sample company could not be loaded');
          await moveSample(workerPool, workspace, ['loading'], 'failed', failureOf(error)).catch(() => undefined);
          continue;
        }
        log.warn({ error, workspace, state: worked }, 'work on a sample company waits and goes on by itself');
        await pause(againAfterMs, undefined, { signal: job.stop.signal }).catch(() => undefined);
      }
    }
  }
}

function failureOf(error: unknown) {
  return ThroughlineError.is(error)
    ? { code: error.code, detail: error.message }
    : { code: 'request.internal', detail: 'something failed on our side; the log of the server has the cause' };
}
