import { setImmediate as turn } from 'node:timers/promises';
import { Client } from 'pg';
import { type LoggedMessage, readLog } from '../batch/log.sql.js';
import { type Readings, readRow } from '../batch/read-batch.js';
import { readSources, type StoredSource } from '../batch/source-book.sql.js';

/** A piece of a log, and what its messages say under these sources. */
export interface RowsAhead {
  readonly rows: readonly LoggedMessage[];
  readonly sources: readonly StoredSource[];
  readonly readings: Readings;
}

const rowsPerTurn = 100;

/**
 * Reads the log on a connection of its own, so that the next batch is read while PostgreSQL works on the one before. Rows of the log never
 * change and offsets are dense, so it does not matter that this is outside the batch's transaction; whether the sources are still set the
 * same must be asked in it.
 */
export class ReadAhead {
  readonly #url: string;
  #client: Client | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** Undefined if it cannot be read now: whoever wants it reads it himself. */
  async read(workspace: number, cursor: number, limit: number): Promise<RowsAhead | undefined> {
    try {
      const client = await this.#connected();
      const sources = await readSources(client, workspace);
      const rows = await readLog(client, workspace, cursor, limit);
      const byNumber = new Map(sources.map((source) => [source.source, source]));
      const readings: Map<LoggedMessage, ReturnType<typeof readRow>> = new Map();
      for (const [i, row] of rows.entries()) {
        if (i % rowsPerTurn === 0) await turn();
        readings.set(row, readRow(row, byNumber));
      }
      return { rows, sources, readings };
    } catch {
      this.#drop();
      return undefined;
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
      application_name: 'throughline read ahead',
      pipeline: true,
    });
    client.on('error', () => this.#drop());
    client.on('end', () => this.#drop());
    this.#client = client;
    await client.connect();
    return client;
  }

  #drop(): void {
    this.#client?.end().catch(() => undefined);
    this.#client = undefined;
  }
}
