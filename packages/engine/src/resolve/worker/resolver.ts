import { isDeepStrictEqual } from 'node:util';
import { type JoinRules, joinRules } from '@throughline/core/resolve/join-rules';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { logKind } from '../../collect/intake/log-row.js';
import { faultPoint } from '../../store/fault-point.js';
import type { Archive } from '../archive/read-archived-rows.js';
import type { BatchContext } from '../batch/batch-context.js';
import { CodeBook } from '../batch/code-book.js';
import { rememberedDays } from '../batch/count-once.js';
import { type LoggedMessage, moveCursor, readLog } from '../batch/log.sql.js';
import { resolveBatch } from '../batch/resolve-batch.js';
import { lockHead, storeHead } from '../batch/resolve-head.sql.js';
import { seenDays } from '../batch/seen.sql.js';
import { readSources } from '../batch/source-book.sql.js';
import { SourceReadings } from '../batch/source-readings.js';
import { applyCommand } from '../commands/apply-command.js';
import { readRuleSet } from '../commands/use-rules.sql.js';
import type { InteractionRow } from '../project/interaction-row.js';
import type { RowsAtHand } from '../project/rows-at-hand.js';
import { dropLeases, type Lease, logHeads, takeLeases } from './lease.sql.js';
import { ProgressNotes } from './progress-notes.js';
import { ReadAhead, type RowsAhead } from './read-ahead.js';
import { beginBatch, keepDays } from './resolver.sql.js';
import { WorkBeside } from './work-beside.js';

/*
 * One resolver owns some workspaces at a time, by leases with a fence, and applies their logs in order.
 *
 *   free ──take (fence + 1)──► ours ──batch: begin · apply · cursor where fence = ours · commit──► ours
 *                               │                         │ the fence moved on: roll back, forget the workspace
 *                               │ lease ran out           ▼
 *                               └───────────────────────► free (another may take it; we commit nothing any more)
 *
 * A batch that fails is rolled back whole and tried again, smaller each time down to one row, so that the log line names the row that fails; a
 * row that goes on failing is tried in growing intervals. A command may move everybody of its workspace, so it is applied beside the batches
 * of the others. No workspace waits for another one's trouble.
 */

export interface ResolverOptions {
  /** Connection string of the worker role. */
  readonly url: string;
  /** UUID of this process. */
  readonly owner: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly now: () => number;
  readonly leaseMs?: number;
  readonly batchRows?: number;
  /** Where log rows are found that left the log: what an undone import had hidden may be among them. */
  readonly archive?: Omit<Archive, 'client'>;
  /** Least time between the beginnings of two batches of a workspace, unless a full one waits: a trickle makes fewer, larger ones. */
  readonly gapMs?: number;
  /** Where the rows of committed batches are put for a projector in the same process. */
  readonly atHand?: RowsAtHand;
}

interface Owned {
  readonly workspace: number;
  fence: number;
  cursor: number;
  /** Undefined after a rollback: codes given in it were never stored. */
  book: CodeBook | undefined;
  /** Undefined after a rollback too. */
  readings: SourceReadings | undefined;
  rules: JoinRules | undefined;
  ruleVersion: number;
  batchRows: number;
  beganAtMs: number;
  /** Rests after a row that fails by itself. */
  failures: number;
  notBeforeMs: number;
  /** What comes after `cursor`, being read. */
  ahead: { readonly cursor: number; readonly rows: Promise<RowsAhead | undefined> } | undefined;
}

/**
 * People come with several messages each, and a batch works once for each of them: with 1,000,000 persons and an ordinary day's messages,
 * batches of 16,000 rows brought 7,593 a second into the analytics engine, of 5,000 rows 6,080.
 */
const usualBatchRows = 16_000;
const largestBatchChars = 24 * 1024 * 1024;
const daysEveryMs = 10 * 60_000;
const commandsAtOnce = 2;
const besideTurnMs = 40;
const commandMayEndWithinMs = 3_000;
const firstRestMs = 200;
const longestRestMs = 5_000;

export class Resolver {
  readonly #options: Required<Omit<ResolverOptions, 'archive' | 'atHand'>> &
    Pick<ResolverOptions, 'archive' | 'atHand'>;
  readonly #owned = new Map<number, Owned>();
  readonly #readAhead: ReadAhead;
  readonly #progress: ProgressNotes;
  readonly #beside: WorkBeside;
  #client: Client | undefined;
  #leasedAtMs = Number.NEGATIVE_INFINITY;
  #daysAtMs = Number.NEGATIVE_INFINITY;
  #seenDays: readonly string[] = [];

  constructor(options: ResolverOptions) {
    this.#options = { leaseMs: 10_000, batchRows: usualBatchRows, gapMs: 0, ...options };
    this.#readAhead = new ReadAhead(options.url);
    this.#progress = new ProgressNotes(options.url, options.now);
    this.#beside = new WorkBeside(options.url, commandsAtOnce);
  }

  /**
   * Applies at most one batch of each workspace we own, of at most `most` rows, and begins their commands. Throws what failed, once every
   * workspace has had its turn; after an error of the connection the next call connects anew.
   */
  async step(most = this.#options.batchRows): Promise<'idle' | 'worked'> {
    this.#beside.throwFailure();
    const client = await this.#connected();
    const nowMs = this.#options.now();
    if (nowMs - this.#leasedAtMs > this.#options.leaseMs / 3) await this.#lease(client);
    if (nowMs - this.#daysAtMs > daysEveryMs) await this.#prepareDays(client, nowMs);
    const heads = await logHeads(client, [...this.#owned.keys()]);
    let worked = false;
    const failures: unknown[] = [];
    for (const owned of this.#owned.values()) {
      if (this.#beside.has(owned.workspace) || nowMs < owned.notBeforeMs) continue;
      const waiting = (heads.get(owned.workspace) ?? 0) - owned.cursor;
      if (waiting <= 0 || (waiting < owned.batchRows && nowMs - owned.beganAtMs < this.#options.gapMs)) continue;
      owned.beganAtMs = nowMs;
      try {
        if (await this.#batch(client, owned, most)) worked = true;
      } catch (error) {
        if (this.#client !== client) throw error;
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    if (!worked && !this.#beside.isEmpty) {
      await this.#beside.oneDone(besideTurnMs);
      return 'worked';
    }
    return worked ? 'worked' : 'idle';
  }

  /** Ends the connections, whose server processes keep what the largest batch needed; the next step connects anew. Not during a step. */
  async rest(): Promise<void> {
    this.#options.atHand?.forget();
    await this.#readAhead.stop();
    await this.#progress.stop();
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async stop(): Promise<void> {
    await this.#beside.stop(commandMayEndWithinMs);
    await this.#readAhead.stop();
    await this.#progress.stop();
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    await dropLeases(client, this.#options.owner).catch(() => undefined);
    await client.end().catch(() => undefined);
  }

  async #connected(): Promise<Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new Client({
      connectionString: this.#options.url,
      application_name: 'throughline resolve',
      pipeline: true,
    });
    const drop = (): void => {
      if (this.#client === client) this.#client = undefined;
      this.#owned.clear();
      this.#leasedAtMs = Number.NEGATIVE_INFINITY;
    };
    client.on('error', drop);
    client.on('end', drop);
    await client.connect();
    this.#client = client;
    return client;
  }

  async #lease(client: Client): Promise<void> {
    const { owner, leaseMs, batchRows } = this.#options;
    const leases = await takeLeases(client, 'resolve', owner, leaseMs);
    const ours = new Set(leases.map((lease) => lease.workspace));
    // A command may hold its workspace's row, which taking skips.
    for (const workspace of this.#owned.keys())
      if (!ours.has(workspace) && !this.#beside.has(workspace)) this.#owned.delete(workspace);
    for (const lease of leases) {
      const known = this.#owned.get(lease.workspace);
      if (known === undefined || known.fence !== lease.fence) this.#owned.set(lease.workspace, fresh(lease, batchRows));
    }
    this.#leasedAtMs = this.#options.now();
  }

  async #prepareDays(client: Client, nowMs: number): Promise<void> {
    const day = (days: number): string => new Date(nowMs + days * 86_400_000).toISOString().slice(0, 10);
    await keepDays(client, [day(0), day(1)], day(-rememberedDays));
    this.#seenDays = await seenDays(client);
    this.#daysAtMs = nowMs;
  }

  /** Whether there was anything to do that could be done now. */
  async #batch(client: Client, owned: Owned, most: number, isBeside = false): Promise<boolean> {
    try {
      await client.query(beginBatch);
      const head = await lockHead(client, owned.workspace);
      const book = owned.book ?? (await CodeBook.read(client, owned.workspace));
      const rules = await this.#rulesOf(client, owned, head.ruleVersion);
      const ahead = owned.ahead?.cursor === owned.cursor ? await owned.ahead.rows : undefined;
      owned.ahead = undefined;
      const limit = Math.min(most, owned.batchRows);
      const rows = upToCommand(
        ahead !== undefined && ahead.rows.length > 0
          ? ahead.rows.slice(0, limit)
          : await readLog(client, owned.workspace, owned.cursor, limit),
      );
      const last = rows.at(-1);
      if (last === undefined) {
        await client.query('rollback');
        return false;
      }
      if (last.kind === logKind.command && !isBeside) {
        await client.query('rollback');
        return this.#beside.start(owned.workspace, (own) => this.#commandBeside(own, owned));
      }
      for (const row of rows)
        if (!this.#seenDays.includes(row.receivedDay)) await this.#knowDay(client, row.receivedDay);
      if (rows.length >= limit)
        owned.ahead = { cursor: last.offset, rows: this.#readAhead.read(owned.workspace, last.offset, limit) };
      const stored = await readSources(client, owned.workspace);
      const sources = new Map(stored.map((source) => [source.source, source]));
      const readings = owned.readings ?? (await SourceReadings.read(client, owned.workspace));
      await readings.note(client, sources.values(), owned.cursor + 1);
      const nowMs = this.#options.now();
      const { archive, atHand } = this.#options;
      const made: [batch: number, rows: readonly InteractionRow[]][] = [];
      const ctx: BatchContext = {
        client,
        workspace: owned.workspace,
        rules,
        book,
        head,
        sources,
        readings,
        ahead: isDeepStrictEqual(ahead?.sources, stored) ? ahead?.readings : undefined,
        seenDays: this.#seenDays,
        archive,
        handOver: atHand === undefined ? undefined : (batch, rows) => made.push([batch, rows]),
        nowMs,
        cause: 'messages',
        progress: (progress) => this.#progress.note(owned.workspace, progress),
      };
      if (last.kind === logKind.command) await applyCommand(ctx, last);
      else await resolveBatch(ctx, rows);
      await storeHead(client, owned.workspace, head);
      faultPoint('resolve.written');
      if (!(await moveCursor(client, owned.workspace, 'resolve', last.offset, owned.fence, this.#options.leaseMs))) {
        await client.query('rollback');
        this.#options.log.warn(
          { workspace: owned.workspace, fence: owned.fence },
          'another worker has taken this workspace over; nothing of this batch was applied',
        );
        this.#owned.delete(owned.workspace);
        return false;
      }
      faultPoint('resolve.applied');
      await client.query('commit');
      faultPoint('resolve.committed');
      for (const [batch, rows] of made) atHand?.put(owned.workspace, batch, rows);
      owned.cursor = last.offset;
      owned.book = book;
      owned.readings = readings;
      owned.batchRows = nextBatchRows(rows, this.#options.batchRows);
      owned.failures = 0;
      return true;
    } catch (error) {
      owned.book = undefined;
      owned.readings = undefined;
      // A day's table may be gone by another worker's hand, or never have been made since we were rolled back.
      this.#daysAtMs = Number.NEGATIVE_INFINITY;
      await client.query('rollback').catch(() => undefined);
      this.#options.log.error(
        { error, workspace: owned.workspace, cursor: owned.cursor, rows: owned.batchRows },
        'a batch failed and was rolled back',
      );
      if (owned.batchRows === 1) {
        owned.notBeforeMs = this.#options.now() + Math.min(firstRestMs * 2 ** owned.failures, longestRestMs);
        owned.failures += 1;
      }
      owned.batchRows = Math.max(1, Math.floor(owned.batchRows / 10));
      throw error;
    }
  }

  /** Whoever lost the connection meanwhile has read where the workspace stood before the command, and must read it again. */
  async #commandBeside(client: Client, owned: Owned): Promise<void> {
    try {
      await this.#batch(client, owned, 1, true);
    } finally {
      if (this.#owned.get(owned.workspace) !== owned) {
        this.#owned.delete(owned.workspace);
        this.#leasedAtMs = Number.NEGATIVE_INFINITY;
      }
    }
  }

  async #rulesOf(client: Client, owned: Owned, version: number): Promise<JoinRules> {
    if (owned.rules === undefined || owned.ruleVersion !== version) {
      owned.rules = joinRules(await readRuleSet(client, owned.workspace, version));
      owned.ruleVersion = version;
    }
    return owned.rules;
  }

  /** Rows of a day that was not prepared: a log restored from elsewhere, or a clock that jumped. */
  async #knowDay(client: Client, day: string): Promise<void> {
    await keepDays(client, [`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`], '2000-01-01');
    this.#seenDays = await seenDays(client);
  }
}

function fresh(lease: Lease, batchRows: number): Owned {
  return {
    workspace: lease.workspace,
    fence: lease.fence,
    cursor: lease.offset,
    book: undefined,
    readings: undefined,
    rules: undefined,
    ruleVersion: -1,
    batchRows,
    beganAtMs: Number.NEGATIVE_INFINITY,
    failures: 0,
    notBeforeMs: Number.NEGATIVE_INFINITY,
    ahead: undefined,
  };
}

/** A command is applied alone: the rows before it, or it. */
function upToCommand(rows: readonly LoggedMessage[]): readonly LoggedMessage[] {
  const at = rows.findIndex((row) => row.kind === logKind.command);
  return at < 0 ? rows : rows.slice(0, Math.max(1, at));
}

/** Large messages make smaller batches, so that memory stays bounded; a batch that went well lets the next one grow again. */
function nextBatchRows(rows: readonly LoggedMessage[], most: number): number {
  let chars = 0;
  for (const row of rows) chars += row.body.length;
  const perRow = Math.max(1, chars / Math.max(1, rows.length));
  return Math.max(1, Math.min(most, rows.length * 10 + 10, Math.floor(largestBatchChars / perRow)));
}
