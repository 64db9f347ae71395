export interface WorkInTurnOptions<Job> {
  /** Resolves with when to try again, or undefined when there is nothing more to do for now. Must not reject. */
  readonly work: (job: Job, signal: AbortSignal) => Promise<{ readonly againAfterMs: number } | undefined>;
  readonly isSame: (one: Job, other: Job) => boolean;
}

/** Works on jobs one at a time, in the order in which they were given. What a job is and where it was left stands in the database. */
export class WorkInTurn<Job> {
  readonly #options: WorkInTurnOptions<Job>;
  readonly #queue: Job[] = [];
  readonly #waiting = new Set<NodeJS.Timeout>();
  #current: { readonly job: Job; readonly stop: AbortController; ended: Promise<void> } | undefined;
  #isClosed = false;

  constructor(options: WorkInTurnOptions<Job>) {
    this.#options = options;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  give(job: Job): void {
    if (this.#isClosed) return;
    this.#queue.push(job);
    this.#next();
  }

  /** Resolves when the job is not being worked on any more. */
  async stop(job: Job): Promise<void> {
    const at = this.#queue.findIndex((one) => this.#options.isSame(one, job));
    if (at >= 0) this.#queue.splice(at, 1);
    const current = this.#current;
    if (current === undefined || !this.#options.isSame(current.job, job)) return;
    current.stop.abort();
    await current.ended;
  }

  /** Stops what is being worked on and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#queue.length = 0;
    this.#current?.stop.abort();
    await this.#current?.ended;
  }

  #next(): void {
    if (this.#current !== undefined || this.#isClosed) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    const stop = new AbortController();
    const current = { job, stop, ended: Promise.resolve() };
    this.#current = current;
    current.ended = this.#options.work(job, stop.signal).then((again) => {
      this.#current = undefined;
      if (again !== undefined && !stop.signal.aborted) this.#later(job, again.againAfterMs);
      this.#next();
    });
  }

  #later(job: Job, afterMs: number): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.give(job);
    }, afterMs).unref();
    this.#waiting.add(timer);
  }
}
