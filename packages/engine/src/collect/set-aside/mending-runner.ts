import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { isPassing } from '../import/run/is-passing.js';
import { WorkInTurn } from '../work-in-turn.js';
import { endMending, findMending, type Mending, runningMendings } from './mending.sql.js';
import type { Mendings } from './mendings.js';
import type { ReplayContext } from './replay-items.js';
import { leaveOutWaiting, replayWaiting } from './work-on-mending.js';

export interface MendingRunnerOptions extends ReplayContext {
  /** Connection string of the worker role. */
  readonly url: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

type Job = Pick<Mending, 'workspace' | 'id'>;

const againAfterMs = 2_000;

/** Works on mendings, one at a time, in the order in which they were ordered. Unfinished ones go on when it opens. See `mending-state.ts`. */
export class MendingRunner implements Mendings {
  readonly #options: MendingRunnerOptions;
  readonly #pool: Pool;
  readonly #jobs = new WorkInTurn<Job>({
    work: (job, signal) => this.#work(job, signal),
    isSame: (one, other) => one.workspace === other.workspace && one.id === other.id,
  });
  #batch: Promise<unknown> = Promise.resolve();

  constructor(options: MendingRunnerOptions) {
    this.#options = options;
    this.#pool = new Pool({ connectionString: options.url, max: 2, application_name: 'throughline mendings' });
    this.#pool.on('error', (error) => options.log.warn({ error }, 'an idle connection of mendings ended'));
  }

  async open(): Promise<void> {
    for (const { workspace, id } of await runningMendings(this.#pool)) this.start(workspace, id);
  }

  start(workspace: number, id: string): void {
    this.#jobs.give({ workspace, id });
  }

  stop(workspace: number, id: string): Promise<void> {
    return this.#jobs.stop({ workspace, id });
  }

  async pass(): Promise<void> {
    await this.#batch.catch(() => undefined);
  }

  /** Stops between two batches; what was not finished goes on at the next start. */
  async close(): Promise<void> {
    await this.#jobs.close();
    await this.#pool.end();
  }

  async #work({ workspace, id }: Job, signal: AbortSignal): Promise<{ readonly againAfterMs: number } | undefined> {
    const { log, clock } = this.#options;
    let mending: Mending | undefined;
    try {
      mending = await findMending(this.#pool, workspace, id);
      if (mending?.state !== 'running') return undefined;
      await this.#batches(mending, signal);
      if (!signal.aborted) await endMending(this.#pool, mending, 'done', new Date(clock()));
    } catch (error) {
      if (signal.aborted) return undefined;
      if (mending === undefined || isPassing(error)) {
        log.warn({ error, mending: id, workspace }, 'a mending waits and goes on by itself');
        return { againAfterMs };
      }
      const known = ThroughlineError.is(error) ? error : undefined;
      log.error({ error, mending: id, code: known?.code }, 'a mending failed');
      const failure = {
        code: known?.code ?? 'request.internal',
        detail: known?.message ?? 'something failed on our side; the log of the server has the cause',
      };
      await endMending(this.#pool, mending, 'failed', new Date(clock()), failure).catch(() => undefined);
    }
    return undefined;
  }

  async #batches(mending: Mending, signal: AbortSignal): Promise<void> {
    let place: Mending['place'] | undefined = mending.place;
    while (place !== undefined && !signal.aborted) {
      const from: Mending['place'] = place;
      const batch =
        mending.act.type === 'leave-out'
          ? leaveOutWaiting(this.#pool, mending, from, this.#options.clock)
          : replayWaiting(this.#options, this.#pool, mending, from);
      this.#batch = batch;
      place = await batch;
    }
  }
}
