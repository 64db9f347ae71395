import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { Client, type ClientBase } from 'pg';
import { faultPoint } from '../../store/fault-point.js';
import { appendToLog, ensureLogDay, insertSetAside } from './intake.sql.js';
import { type LogColumns, logColumns } from './log-columns.js';
import type { LogRow, SetAsideRow } from './log-row.js';

/*
 * Group commit. One connection writes the log; while it commits, requests gather for the next group.
 *
 *   waiting ──(connection free)──► in flight: one statement takes offsets and appends ──► answered
 *      │                                │ (of several workspaces, or with anything beside the log: one transaction)
 *      │ more than maxWaitingBytes      │
 *      ▼                                ▼ the group fails: each request alone, so that a poison request fails
 *   refused: intake.busy            refused with its own error; a lost connection fails what was in flight
 *
 * A request is answered only after the commit that holds all of it returned; PostgreSQL runs with fsync and
 * synchronous_commit on, so the answer means disk. A commit whose answer is lost is reported as failed: the caller
 * sends again and de-duplication counts it once.
 */

export interface AppendRequest {
  readonly workspace: number;
  readonly rows: readonly LogRow[];
  readonly setAside: readonly SetAsideRow[];
  /** What is committed together with the rows, before they are written; if it rejects, nothing of the request is kept. It may run twice. */
  readonly beside?: (client: ClientBase) => Promise<void>;
}

export interface Appended {
  /** Offset of the last row of this request; null when all its messages were set aside. */
  readonly lastOffset: bigint | null;
}

export interface IntakeWriterOptions {
  /** Connection string of the intake role. */
  readonly url: string;
  readonly now: () => number;
  /** False while the disk is nearly full: appends are refused with `intake.out-of-space`. */
  readonly hasRoom: () => boolean;
  readonly maxWaitingBytes?: number;
  /** Of one statement; a single larger request is written by itself. */
  readonly maxGroupBytes?: number;
}

interface Waiting {
  readonly workspace: number;
  readonly columns: LogColumns;
  readonly setAside: readonly SetAsideRow[];
  readonly beside: AppendRequest['beside'];
  readonly sizeBytes: number;
  readonly answer: (appended: Appended) => void;
  readonly refuse: (error: unknown) => void;
}

export class IntakeWriter {
  readonly #options: Required<IntakeWriterOptions>;
  #client: Client | undefined;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #flushing: Promise<void> | undefined;
  #closed = false;
  readonly #days = new Set<string>();
  #appendedRows = 0;
  #appendedRequests = 0;

  constructor(options: IntakeWriterOptions) {
    this.#options = { maxWaitingBytes: 48 * 1024 * 1024, maxGroupBytes: 8 * 1024 * 1024, ...options };
  }

  /** Bytes accepted but not yet on disk. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** Rows put into the log since the start. */
  get appendedRows(): number {
    return this.#appendedRows;
  }

  /** Requests answered with "kept" since the start. */
  get appendedRequests(): number {
    return this.#appendedRequests;
  }

  /** Resolves when everything of the request is on disk. Errors: `intake.busy`, `intake.out-of-space`, `intake.unavailable`. */
  append(request: AppendRequest): Promise<Appended> {
    if (this.#closed) return Promise.reject(unavailable('the server is stopping; send again'));
    if (!this.#options.hasRoom()) {
      return Promise.reject(
        new ThroughlineError('intake.out-of-space', 'the disk is nearly full; free some space, then send again', {
          details: { retryAfterS: 5 },
        }),
      );
    }
    if (request.rows.length === 0 && request.setAside.length === 0) return Promise.resolve({ lastOffset: null });
    if (this.#waitingBytes > this.#options.maxWaitingBytes) {
      return Promise.reject(
        new ThroughlineError('intake.busy', 'more arrives than can be stored right now; send again in a second', {
          details: { retryAfterS: 1 },
        }),
      );
    }
    return new Promise((answer, refuse) => {
      let sizeBytes = 0;
      for (const row of request.rows) sizeBytes += row.body.length + 200;
      for (const row of request.setAside) sizeBytes += row.body.byteLength + 300;
      const { workspace, rows, setAside, beside } = request;
      this.#waiting.push({ workspace, columns: logColumns(rows), setAside, beside, sizeBytes, answer, refuse });
      this.#waitingBytes += sizeBytes;
      this.#flushing ??= this.#flushAll();
    });
  }

  /** Writes what waits, then closes the connection; later appends are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#flushing !== undefined) await this.#flushing;
    await this.#client?.end().catch(() => undefined);
    this.#client = undefined;
  }

  async #flushAll(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#takeGroup();
      try {
        this.#answer(group, await this.#write(group));
      } catch (error) {
        await this.#writeOneByOne(group, error);
      }
      for (const request of group) this.#waitingBytes -= request.sizeBytes;
    }
    this.#flushing = undefined;
  }

  #takeGroup(): readonly Waiting[] {
    let bytes = 0;
    let taken = 0;
    for (const request of this.#waiting) {
      if (taken > 0 && bytes + request.sizeBytes > this.#options.maxGroupBytes) break;
      bytes += request.sizeBytes;
      taken += 1;
    }
    return this.#waiting.splice(0, taken);
  }

  async #writeOneByOne(group: readonly Waiting[], cause: unknown): Promise<void> {
    for (const request of group) {
      if (group.length === 1 && !isConnectionLoss(cause) && !isMissingDay(cause)) {
        request.refuse(refusal(cause));
        continue;
      }
      try {
        this.#answer([request], await this.#write([request]));
      } catch (error) {
        request.refuse(refusal(error));
      }
    }
  }

  #answer(group: readonly Waiting[], lastOffsets: readonly (bigint | null)[]): void {
    group.forEach((request, i) => {
      request.answer({ lastOffset: lastOffsets[i] ?? null });
    });
  }

  /** Writes the group in one transaction; the last offset of each request, in the group's order. */
  async #write(group: readonly Waiting[]): Promise<readonly (bigint | null)[]> {
    const client = await this.#connected();
    const receivedAt = new Date(this.#options.now());
    const day = receivedAt.toISOString().slice(0, 10);
    try {
      if (!this.#days.has(day)) {
        await ensureLogDay(client, day);
        this.#days.add(day);
      }
      const workspaces = [...new Set(group.map((request) => request.workspace))].sort((a, b) => a - b);
      const setAside = group.flatMap(({ workspace, setAside }) => setAside.map((row) => ({ workspace, row })));
      const beside = group.flatMap((request) => request.beside ?? []);
      const isOneStatement = workspaces.length === 1 && setAside.length === 0 && beside.length === 0;
      if (!isOneStatement) await client.query('begin');
      for (const keep of beside) await keep(client);
      const next = new Map<number, bigint>();
      // Head rows are locked in the order of the workspaces' numbers, so that two writers never wait for each other in a circle.
      for (const workspace of workspaces) {
        const parts = group.flatMap((request) =>
          request.workspace === workspace && request.columns.count > 0 ? [request.columns] : [],
        );
        if (parts.length === 0) continue;
        const appending = appendToLog(client, day, receivedAt, workspace, parts);
        faultPoint('intake.sent');
        next.set(workspace, await appending);
      }
      if (setAside.length > 0) {
        await insertSetAside(
          client,
          receivedAt,
          setAside.map((item) => item.workspace),
          setAside.map((item) => item.row),
        );
      }
      if (!isOneStatement) await client.query('commit');
      faultPoint('intake.committed');
      for (const request of group) this.#appendedRows += request.columns.count;
      this.#appendedRequests += group.length;
      return lastOffsets(group, next);
    } catch (error) {
      if (isMissingDay(error)) this.#days.clear();
      await client.query('rollback').catch(() => this.#drop(client));
      throw error;
    }
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new Client({ connectionString: this.#options.url, application_name: 'throughline intake' });
    client.on('error', () => this.#drop(client));
    client.on('end', () => this.#drop(client));
    await client.connect();
    this.#client = client;
    return client;
  }

  #drop(client: Client): void {
    if (this.#client === client) this.#client = undefined;
    client.end().catch(() => undefined);
  }
}

/** The last offset of each request: within a workspace they lie in the group's order. */
function lastOffsets(group: readonly Waiting[], first: ReadonlyMap<number, bigint>): readonly (bigint | null)[] {
  const next = new Map(first);
  return group.map(({ workspace, columns }) => {
    if (columns.count === 0) return null;
    const after = (next.get(workspace) ?? 0n) + BigInt(columns.count);
    next.set(workspace, after);
    return after - 1n;
  });
}

const unavailable = (message: string, cause?: unknown) =>
  new ThroughlineError('intake.unavailable', message, { cause, details: { retryAfterS: 1 } });

function refusal(error: unknown): unknown {
  return ThroughlineError.is(error)
    ? error
    : unavailable('the log could not be written; nothing of this request was kept; send again', error);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** PostgreSQL's undefined_table: the partition of the day is gone or not there yet. */
const isMissingDay = (error: unknown): boolean => codeOf(error) === '42P01';

/** No SQLSTATE, or class 57 (operator intervention) and 08 (connection). */
const isConnectionLoss = (error: unknown): boolean =>
  !/^[0-9A-Z]{5}$/.test(codeOf(error)) || /^(57|08)/.test(codeOf(error));
