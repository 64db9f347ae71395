import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

interface Beside {
  readonly client: Client;
  readonly done: Promise<void>;
}

/**
 * Work on single workspaces that may take long, each on a connection of its own, in pipeline mode, so that no other workspace waits for it. One
 * at a time for each workspace, and at most `most` in all.
 */
export class WorkBeside {
  readonly #url: string;
  readonly #most: number;
  readonly #running = new Map<number, Beside>();
  readonly #failures: unknown[] = [];

  constructor(url: string, most: number) {
    this.#url = url;
    this.#most = most;
  }

  get isEmpty(): boolean {
    return this.#running.size === 0;
  }

  has(workspace: number): boolean {
    return this.#running.has(workspace);
  }

  /** False if that much is under way already, and nothing was begun. */
  start(workspace: number, work: (client: Client) => Promise<unknown>): boolean {
    if (this.#running.size >= this.#most) return false;
    const client = new Client({
      connectionString: this.#url,
      application_name: 'throughline resolve beside',
      pipeline: true,
    });
    // What was asked of it fails by itself.
    client.on('error', () => undefined);
    const done = client
      .connect()
      .then(() => work(client))
      .catch((error: unknown) => {
        this.#failures.push(error);
      })
      .then(() => client.end().catch(() => undefined))
      .finally(() => this.#running.delete(workspace));
    this.#running.set(workspace, { client, done });
    return true;
  }

  /** Throws what one of them failed with, each once. */
  throwFailure(): void {
    if (this.#failures.length > 0) throw this.#failures.shift();
  }

  /** Until one of them has ended, or so long. */
  async oneDone(atMostMs: number): Promise<void> {
    const tooLong = new AbortController();
    const waiting = pause(atMostMs, undefined, { signal: tooLong.signal }).catch(() => undefined);
    await Promise.race([waiting, ...[...this.#running.values()].map(({ done }) => done)]);
    tooLong.abort();
  }

  /** Lets what is under way end for so long, then cuts it off, which PostgreSQL rolls back. */
  async stop(withinMs: number): Promise<void> {
    const untilMs = performance.now() + withinMs;
    while (!this.isEmpty && performance.now() < untilMs) await this.oneDone(untilMs - performance.now());
    const running = [...this.#running.values()];
    await Promise.all(running.map(({ client, done }) => client.end().then(() => done)));
    this.#failures.length = 0;
  }
}
