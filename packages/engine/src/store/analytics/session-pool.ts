import { setTimeout as delay } from 'node:timers/promises';
import type { AnalyticsLimits } from './analytics-limits.js';
import type { EngineSession } from './engine-binding.js';
import { queryMark } from './prepare-statement.js';
import { QueryError } from './query-error.js';
import { quoteName, quoteText } from './quote-sql.js';

/** One statement to run. When `signal` fires it is taken from the queue, or cancelled in the engine if it runs. */
export interface PoolJob {
  readonly queryId: string;
  readonly database: string;
  readonly signal: AbortSignal;
}

/**
 * N sessions for statements and one spare to cancel them with.
 *
 *     submitted ─► waiting ─► running ─► settled
 *         │           │          │  ▲
 *         │           │          └──┘ signal: `kill query … async` on the spare, again every 50 ms until the engine lets go
 *         │           └─ signal: out of the queue, never begun
 *         └─ queue full: refused
 *
 * - First come, first served. A session goes to the next job only when the engine has really ended the last one.
 * - The kill is repeated because a query is unknown to the engine's list for its first instant. `kill … sync` hung when measured;
 *   async took 16 ms.
 * - `use` is the one thing that sticks to a session; it is repeated only when the next job wants another database.
 */
export class SessionPool {
  readonly #idle: PooledSession[];
  readonly #spare: EngineSession;
  readonly #limits: Pick<AnalyticsLimits, 'waitingQueries'>;
  readonly #waiting: Waiting[] = [];
  readonly #running = new Map<PoolJob, AbortController>();
  #spareTurn: Promise<unknown> = Promise.resolve();

  constructor(
    sessions: readonly EngineSession[],
    spare: EngineSession,
    limits: Pick<AnalyticsLimits, 'waitingQueries'>,
  ) {
    this.#idle = sessions.map((session) => ({ session, database: undefined }));
    this.#spare = spare;
    this.#limits = limits;
  }

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async run<T>(job: PoolJob, work: (session: EngineSession) => Promise<T>): Promise<T> {
    const pooled = await this.#acquire(job);
    const stop = new AbortController();
    const onAbort = () => stop.abort();
    job.signal.addEventListener('abort', onAbort, { once: true });
    this.#running.set(job, stop);
    stop.signal.addEventListener('abort', () => void this.#cancel(job), { once: true });
    try {
      if (job.signal.aborted) throw cancelled();
      if (pooled.database !== job.database) {
        await pooled.session.query(`use ${quoteName(job.database)}`, 'Null');
        pooled.database = job.database;
      }
      return await work(pooled.session);
    } finally {
      job.signal.removeEventListener('abort', onAbort);
      this.#running.delete(job);
      this.#release(pooled);
    }
  }

  /** Cancels the running and waiting statements of that id; false if there is none. */
  kill(queryId: string): boolean {
    let found = false;
    for (const [job, stop] of this.#running) {
      if (job.queryId !== queryId) continue;
      stop.abort();
      found = true;
    }
    for (const waiting of this.#waiting.filter((one) => one.job.queryId === queryId)) {
      waiting.refuse();
      found = true;
    }
    return found;
  }

  /** Runs a statement of our own beside all others. */
  aside<T>(work: (session: EngineSession) => Promise<T>): Promise<T> {
    const turn = this.#spareTurn.then(() => work(this.#spare));
    this.#spareTurn = turn.catch(() => undefined);
    return turn;
  }

  async #cancel(job: PoolJob): Promise<void> {
    const mark = quoteText(queryMark(job.queryId));
    while (this.#running.has(job)) {
      await this.aside((spare) => spare.query(`kill query where startsWith(query, ${mark}) async`, 'Null')).catch(
        () => undefined,
      );
      await delay(50);
    }
  }

  #acquire(job: PoolJob): Promise<PooledSession> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    if (this.#waiting.length >= this.#limits.waitingQueries) {
      const message = `too many simultaneous queries: ${this.#waiting.length} are waiting already, try again shortly`;
      return Promise.reject(new QueryError(202, 'TOO_MANY_SIMULTANEOUS_QUERIES', message, 503));
    }
    return new Promise((resolve, reject) => {
      const refuse = () => {
        const at = this.#waiting.indexOf(waiting);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(cancelled());
      };
      const give = (session: PooledSession) => {
        job.signal.removeEventListener('abort', refuse);
        resolve(session);
      };
      const waiting: Waiting = { job, give, refuse };
      this.#waiting.push(waiting);
      job.signal.addEventListener('abort', refuse, { once: true });
    });
  }

  #release(pooled: PooledSession): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(pooled);
    else next.give(pooled);
  }
}

interface PooledSession {
  readonly session: EngineSession;
  database: string | undefined;
}

interface Waiting {
  readonly job: PoolJob;
  readonly give: (session: PooledSession) => void;
  readonly refuse: () => void;
}

const cancelled = () => new QueryError(394, 'QUERY_WAS_CANCELLED', 'Query was cancelled.', 500);
