import { randomUUID } from 'node:crypto';
import { pauseAfterMs } from '@throughline/core/collect/syncs/pause-after';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { Pool } from 'pg';
import type { Server } from '../database/database-job.js';
import { hostNotAllowed } from '../database/host-not-allowed.js';
import type { SyncContext } from './sync-context.js';
import { dropLease, failSync, keepLease, type LeasedSync, takeDueSync } from './sync-work.sql.js';
import type { Syncs } from './syncs.js';
import { workOnSync } from './work-on-sync.js';

export interface SyncRunnerOptions extends Omit<SyncContext, 'workerPool'> {
  /** Connection string of the worker role. */
  readonly url: string;
  readonly lookEveryMs?: number;
}

interface Working {
  readonly sync: LeasedSync;
  readonly stop: AbortController;
  ended: Promise<void>;
}

const usualLookEveryMs = 500;
const leaseMs = 30_000;
const mostAtOnce = 2;

/** Reads the tables that are due, a few at once, each by one run at a time. See `sync-state.ts`. */
export class SyncRunner implements Syncs {
  readonly #ctx: SyncContext;
  readonly #lookEveryMs: number;
  readonly #owner = randomUUID();
  readonly #working = new Set<Working>();
  #looking: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor({ url, lookEveryMs = usualLookEveryMs, ...options }: SyncRunnerOptions) {
    this.#lookEveryMs = lookEveryMs;
    const workerPool = new Pool({ connectionString: url, max: 3, application_name: 'throughline syncs' });
    workerPool.on('error', (error) => options.log.warn({ error }, 'an idle connection of syncs ended'));
    this.#ctx = { ...options, workerPool };
  }

  open(): void {
    this.#lookAgain();
  }

  async stop(workspace: number, id: string): Promise<void> {
    const found = [...this.#working].filter(({ sync }) => sync.workspace === workspace && sync.id === id);
    for (const { stop } of found) stop.abort();
    await Promise.all(found.map(({ ended }) => ended));
  }

  stopFrom(workspace: number, server: Server): void {
    for (const { stop } of this.#from(workspace, server)) stop.abort(hostNotAllowed());
  }

  countFrom(workspace: number, server: Server): number {
    return this.#from(workspace, server).length;
  }

  /** Ends what is being read; it is read anew after the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#looking);
    await this.#look;
    for (const { stop } of this.#working) stop.abort();
    await Promise.all([...this.#working].map(({ ended }) => ended));
    await this.#ctx.workerPool.end();
  }

  #from(workspace: number, { host, port }: Server): readonly Working[] {
    return [...this.#working].filter(
      ({ sync }) =>
        sync.workspace === workspace &&
        sync.step === 'idle' &&
        sync.connection.host === host &&
        sync.connection.port === port,
    );
  }

  #lookAgain(): void {
    if (this.#isClosed) return;
    this.#looking = setTimeout(() => {
      this.#look = this.#takeDue()
        .catch((error: unknown) => this.#ctx.log.warn({ error }, 'tables that are due could not be looked for'))
        .finally(() => this.#lookAgain());
    }, this.#lookEveryMs);
    this.#looking.unref();
  }

  async #takeDue(): Promise<void> {
    const { workerPool, clock } = this.#ctx;
    while (this.#working.size < mostAtOnce && !this.#isClosed) {
      const sync = await takeDueSync(workerPool, this.#owner, leaseMs, new Date(clock()));
      if (sync === undefined) return;
      const working: Working = { sync, stop: new AbortController(), ended: Promise.resolve() };
      this.#working.add(working);
      working.ended = this.#work(working).finally(() => this.#working.delete(working));
      // What is under way elsewhere is only looked at, so the next look is soon enough.
      if (sync.step !== 'idle') return working.ended;
    }
  }

  async #work({ sync, stop }: Working): Promise<void> {
    const { workerPool, log, clock } = this.#ctx;
    const renewal = setInterval(() => {
      keepLease(workerPool, sync, leaseMs).then(
        (isKept) => isKept || stop.abort(),
        (error: unknown) => log.warn({ error, sync: sync.id }, 'a lease could not be kept'),
      );
    }, leaseMs / 3);
    try {
      await workOnSync(this.#ctx, sync, stop.signal);
    } catch (error) {
      const { reason } = stop.signal;
      const known = [reason, error].find(ThroughlineError.is);
      if (stop.signal.aborted && known === undefined) return;
      log.warn({ error, sync: sync.id, code: known?.code }, 'a table could not be read; it is tried again');
      const failure = {
        code: known?.code ?? 'request.internal',
        detail: known?.message ?? 'something failed on our side; the log of the server has the cause',
      };
      const now = clock();
      const nextAt = new Date(now + pauseAfterMs(sync.failures + 1));
      await failSync(workerPool, sync, failure, new Date(now), nextAt).catch(() => undefined);
    } finally {
      clearInterval(renewal);
      await dropLease(workerPool, sync).catch(() => undefined);
    }
  }
}
