import { Client } from 'pg';
import type { RuleProgress } from '../rules/rule-progress.js';
import { writeRuleProgress } from '../rules/rule-progress.sql.js';

const everyMs = 500;
const mostMs = 2_000;

/**
 * Says on a connection of its own how far long work has come, since nobody sees into an open transaction. What cannot be told now is not
 * told: it never holds the work up.
 */
export class ProgressNotes {
  readonly #url: string;
  readonly #now: () => number;
  #client: Client | undefined;
  #notedAtMs = Number.NEGATIVE_INFINITY;

  constructor(url: string, now: () => number) {
    this.#url = url;
    this.#now = now;
  }

  async note(workspace: number, progress: RuleProgress): Promise<void> {
    const nowMs = this.#now();
    if (nowMs - this.#notedAtMs < everyMs) return;
    this.#notedAtMs = nowMs;
    try {
      await writeRuleProgress(await this.#connected(), workspace, progress, new Date(nowMs));
    } catch {
      await this.stop();
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new Client({
      connectionString: this.#url,
      application_name: 'throughline progress',
      statement_timeout: mostMs,
    });
    const drop = (): void => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', drop);
    client.on('end', drop);
    await client.connect();
    this.#client = client;
    return client;
  }
}
