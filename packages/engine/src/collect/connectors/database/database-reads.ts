import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Principal } from '../../../govern/principal.js';
import type { AppContext } from '../../../http/app-context.js';
import { uuidV7 } from '../../../store/uuid-v7.js';
import { stageFile } from '../../import/stage-file.js';
import { keepStagedFile } from '../../import/staged/keep-staged-file.js';
import { removeStaging, stagingOf } from '../../import/staged-files.js';
import { keepReading } from '../syncs/keep-reading.js';
import { askDatabase } from './ask-database.js';
import type { TableName } from './database-connection.js';
import { databaseError } from './database-failure.js';
import type { DatabaseTable, ReadLimits, Server, Target } from './database-job.js';
import { hostNotAllowed } from './host-not-allowed.js';
import { askColumns, readLines, readRows } from './read-rows.js';

/** A read as it stands. `file`: the staged file it became. */
export interface DatabaseRead {
  readonly id: string;
  readonly state: 'reading' | 'done' | 'failed';
  readonly table: TableName;
  readonly rows: number;
  readonly bytes: number;
  readonly file: string | null;
  /** The sync that it was read for. */
  readonly sync: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

interface Held {
  readonly workspace: number;
  readonly server: Server;
  readonly stop: AbortController;
  /** Read to be read again and again: for this sync, or for one to be made. */
  readonly kept: { readonly sync: string | null } | undefined;
  read: DatabaseRead;
}

const mostAtOnce = 3;
const mostKept = 100;
const lookMs = 20_000;

/**
 * Looks and reads under way, a few at once, each in a process of its own. They live in memory: a restart ends them, and nothing is left. Passwords are
 * handed to the process and not held, unless the table is to be read again: then the password is stored, sealed.
 */
export class DatabaseReads {
  readonly #ctx: Pick<AppContext, 'appPool' | 'clock' | 'dataFolder' | 'log'>;
  /** See `databaseKey`. */
  readonly #key: Buffer;
  readonly #reads = new Map<string, Held>();
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(ctx: Pick<AppContext, 'appPool' | 'clock' | 'dataFolder' | 'log'>, key: Buffer) {
    this.#ctx = ctx;
    this.#key = key;
  }

  async tables(target: Target, signal: AbortSignal): Promise<readonly DatabaseTable[]> {
    this.#needPlace();
    const folder = stagingOf(this.#ctx.dataFolder.staging, uuidV7(this.#ctx.clock()));
    const asking = { folder, signal: AbortSignal.any([signal, this.#closing.signal]), mostMs: lookMs };
    return (await this.#run(askDatabase({ type: 'tables', target }, asking))).tables;
  }

  /** Begins to read a table; it becomes a staged file. Errors: `database.busy`. */
  start(
    by: Principal,
    target: Target,
    table: TableName,
    limits: ReadLimits & { readonly ms: number },
    kept?: Held['kept'],
  ): DatabaseRead {
    this.#needPlace();
    const id = uuidV7(this.#ctx.clock());
    const read: DatabaseRead = {
      id,
      state: 'reading',
      table,
      rows: 0,
      bytes: 0,
      file: null,
      sync: null,
      problem: null,
    };
    const held: Held = { workspace: by.workspace.number, server: target, stop: new AbortController(), kept, read };
    this.#reads.set(id, held);
    const [oldest] = this.#reads.keys();
    if (this.#reads.size > mostKept && oldest !== undefined && this.#reads.get(oldest)?.read.state !== 'reading')
      this.#reads.delete(oldest);
    void this.#run(this.#read(held, by, target, limits));
    return read;
  }

  find(workspace: number, id: string): DatabaseRead {
    return this.#held(workspace, id).read;
  }

  /** How many reads of a server are under way. */
  countFrom(workspace: number, server: Server): number {
    return this.#from(workspace, server).length;
  }

  /** Ends the reads of a server that are under way: it is not allowed any more. */
  stopFrom(workspace: number, server: Server): void {
    for (const { stop } of this.#from(workspace, server)) stop.abort(hostNotAllowed());
  }

  /** Ends a read that is under way and forgets it; the file of one that is done stays. */
  stop(workspace: number, id: string): void {
    this.#held(workspace, id).stop.abort();
    this.#reads.delete(id);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#running);
  }

  async #read(held: Held, by: Principal, target: Target, limits: ReadLimits & { readonly ms: number }): Promise<void> {
    const { staging } = this.#ctx.dataFolder;
    const { id, table } = held.read;
    const signal = AbortSignal.any([held.stop.signal, this.#closing.signal]);
    const folder = stagingOf(staging, id);
    try {
      const columns = await askColumns(target, table, { folder, signal });
      const { rows, bytes } = await readRows(target, table, columns, { limits }, { folder, signal }, (rows, bytes) => {
        held.read = { ...held.read, rows, bytes };
      });
      if (rows === 0) throw databaseError('empty');
      held.read = { ...held.read, rows, bytes };
      const lines = createReadStream(readLines(folder));
      const staged = await stageFile(folder, undefined, lines, { bytes, hash: null });
      await rm(readLines(folder));
      await keepStagedFile(this.#ctx, by, { id, name: `${table.name}.jsonl`.slice(-300), ...staged }, signal);
      const kept = { target, table, columns, file: id, folder };
      const sync =
        held.kept === undefined ? null : await keepReading(this.#ctx, by, { ...kept, ...held.kept }, this.#key);
      held.read = { ...held.read, state: 'done', file: id, sync };
    } catch (error) {
      await removeStaging(staging, id);
      const { reason } = held.stop.signal;
      const known = [reason, error].find(ThroughlineError.is) ?? databaseError('failed');
      held.read = { ...held.read, state: 'failed', problem: { code: known.code, detail: known.message } };
      if (!signal.aborted) this.#ctx.log.info({ read: id, code: known.code }, 'a table of a database was not read');
    }
  }

  #from(workspace: number, { host, port }: Server): readonly Held[] {
    return [...this.#reads.values()].filter(
      (held) =>
        held.workspace === workspace &&
        held.read.state === 'reading' &&
        held.server.host === host &&
        held.server.port === port,
    );
  }

  #held(workspace: number, id: string): Held {
    const held = this.#reads.get(id);
    if (held?.workspace === workspace) return held;
    throw new ThroughlineError('request.not-found', 'there is no such read; after a restart start it again');
  }

  #needPlace(): void {
    if (this.#running.size < mostAtOnce) return;
    throw new ThroughlineError('database.busy', 'other databases are being read right now; try again when one is done');
  }

  async #run<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }
}
