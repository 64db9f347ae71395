import { randomUUID } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import { type ArchiveLimits, archiveNext } from '../archive/archive-day.js';
import { RecentFile } from '../archive/recent-file.js';
import { sweepArchive } from '../archive/sweep-archive.js';
import { dropLeases, type Lease, takeLeases } from '../worker/lease.sql.js';
import { comparedManifests, compareManifests } from './compare-manifests.js';
import { dropWorkspace } from './delete-rows.sql.js';
import { foldStep, forgetFolded, isFoldDue } from './fold-overrides.js';
import { foldedPartitions } from './folding.sql.js';
import { commitFenced, Overtaken, type ProjectContext } from './project-context.js';
import { ProjectedWords } from './projected-words.js';
import { endAsked, extendLease, type ProjectionState, readProjections } from './projection.sql.js';
import type { RowsAtHand } from './rows-at-hand.js';
import { type GroupLimits, groupLimits, sendGroup } from './send-group.js';

/*
 * The projector fills the analytics engine from manifests. Per workspace, the first of these that applies is one step:
 *
 *   emptying asked  → everything of the workspace goes, then all is sent again (a rebuild)
 *   group under way → sent again, under the same token
 *   comparison due  → what differs is mended (each new lease, each start of the engine, hourly, by command)
 *   archiving due   → the next file of log rows that are old enough
 *   manifests wait  → the next group is sent
 *   fold under way, asked or due → one partition
 *   folded moves due to leave → deleted
 *
 * One owner at a time: the lease of consumer 'project', whose fence each commit checks. Whatever fails is taken up by the next step.
 */

export interface ProjectorOptions {
  /** Pool of the worker role; two connections are taken from it. */
  readonly pool: Pool;
  readonly analytics: {
    client(): ClickHouseClient;
    onRestart?(listener: () => void): () => void;
  };
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** UUID of this owner of leases; made up if left out. */
  readonly owner?: string;
  readonly clock: () => number;
  readonly leaseMs?: number;
  /** Least time between two groups of a workspace, so that a trickle does not make a part each. */
  readonly gapMs?: number;
  readonly compareEveryMs?: number;
  /** How long folded moves stay in the engine: longer than any query may run. */
  readonly graceMs?: number;
  /** No fold is begun by itself for fewer persons than this. */
  readonly foldAtLeast?: number;
  readonly limits?: GroupLimits;
  /** Where log days go when they ended `keepDays` ago; left out, all of them stay and none that left is found. */
  readonly archive?: { readonly folder: string; readonly keepDays: number; readonly limits?: ArchiveLimits };
  /** Where a resolver in the same process puts the rows it made. */
  readonly atHand?: RowsAtHand;
}

interface Owned {
  readonly workspace: number;
  readonly fence: number;
  readonly words: ProjectedWords;
  compareAtMs: number;
  foldCheckAtMs: number;
  sentAtMs: number;
  archiveAtMs: number;
  isSwept: boolean;
}

const foldCheckEveryMs = 10_000;
const archiveCheckEveryMs = 600_000;

export class Projector {
  readonly #options: Required<Omit<ProjectorOptions, 'analytics' | 'archive' | 'atHand'>> &
    Pick<ProjectorOptions, 'analytics' | 'archive' | 'atHand'>;
  readonly #owned = new Map<number, Owned>();
  readonly #stopListening: () => void;
  readonly #recent = new RecentFile();
  #leasedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: ProjectorOptions) {
    this.#options = {
      owner: randomUUID(),
      leaseMs: 10_000,
      gapMs: 150,
      compareEveryMs: 3_600_000,
      graceMs: 180_000,
      foldAtLeast: 1_000,
      limits: groupLimits,
      ...options,
    };
    this.#stopListening = options.analytics.onRestart?.(() => this.compareSoon()) ?? (() => undefined);
  }

  /** Compares every workspace at its next step; call it when the engine was started anew. */
  compareSoon(): void {
    for (const owned of this.#owned.values()) owned.compareAtMs = Number.NEGATIVE_INFINITY;
  }

  /** Does one thing for each workspace we own. What fails is thrown, and taken up again by the next call. */
  async step(): Promise<'idle' | 'worked'> {
    const client = await this.#options.pool.connect();
    let isBroken: Error | undefined;
    try {
      if (this.#options.clock() - this.#leasedAtMs > this.#options.leaseMs / 3) await this.#lease(client);
      if (this.#owned.size === 0) return 'idle';
      let worked = false;
      for (const state of await readProjections(client, [...this.#owned.keys()])) {
        const owned = this.#owned.get(state.workspace);
        if (owned !== undefined && (await this.#advance(client, owned, state))) worked = true;
      }
      return worked ? 'worked' : 'idle';
    } catch (error) {
      isBroken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  /** Gives the leases back. */
  async stop(): Promise<void> {
    this.#stopListening();
    this.#owned.clear();
    const client = await this.#options.pool.connect();
    try {
      await dropLeases(client, this.#options.owner);
    } finally {
      client.release();
    }
  }

  async #lease(client: PoolClient): Promise<void> {
    const { owner, leaseMs } = this.#options;
    const leases = await takeLeases(client, 'project', owner, leaseMs);
    const ours = new Set(leases.map((lease) => lease.workspace));
    for (const workspace of this.#owned.keys()) if (!ours.has(workspace)) this.#owned.delete(workspace);
    for (const lease of leases)
      if (this.#owned.get(lease.workspace)?.fence !== lease.fence) this.#owned.set(lease.workspace, fresh(lease));
    this.#leasedAtMs = this.#options.clock();
  }

  async #advance(client: PoolClient, owned: Owned, state: ProjectionState): Promise<boolean> {
    const { analytics, archive, atHand, leaseMs, log } = this.#options;
    const ctx: ProjectContext = {
      client,
      engine: analytics.client(),
      workspace: owned.workspace,
      fence: owned.fence,
      leaseMs,
      log,
      ...(archive === undefined ? {} : { archive: { folder: archive.folder, recent: this.#recent } }),
      ...(atHand === undefined ? {} : { atHand }),
    };
    const heart = setInterval(() => this.#beat(owned), leaseMs / 3);
    try {
      return await this.#one(ctx, owned, state);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      log.warn({ workspace: owned.workspace, fence: owned.fence }, error.message);
      this.#owned.delete(owned.workspace);
      this.#leasedAtMs = Number.NEGATIVE_INFINITY;
      return true;
    } finally {
      clearInterval(heart);
    }
  }

  /** Keeps the lease through a long statement, on a second connection. */
  #beat({ workspace, fence }: Owned): void {
    const { pool, leaseMs } = this.#options;
    pool
      .connect()
      .then((client) => extendLease(client, workspace, fence, leaseMs).finally(() => client.release()))
      .catch((error: unknown) => this.#options.log.warn({ error, workspace }, 'the lease could not be extended'));
  }

  async #one(ctx: ProjectContext, owned: Owned, state: ProjectionState): Promise<boolean> {
    const nowMs = this.#options.clock();
    if (state.emptying) {
      await dropWorkspace(ctx.engine, ctx.workspace);
      await commitFenced(ctx, () => endAsked(ctx.client, ctx.workspace, 'emptying'));
      return true;
    }
    if (state.group !== null) {
      await sendGroup(ctx, state, owned.words);
      return true;
    }
    const isCaughtUp = state.cursor >= state.last;
    if (isCaughtUp) this.#recent.forget();
    if (nowMs >= owned.compareAtMs || (state.compareAsked && isCaughtUp)) {
      const { clock, compareEveryMs } = this.#options;
      await compareManifests(ctx, state, owned.words, state.compareAsked ? 'all' : comparedManifests);
      if (state.compareAsked) await commitFenced(ctx, () => endAsked(ctx.client, ctx.workspace, 'compare_asked'));
      owned.compareAtMs = clock() + compareEveryMs;
      return true;
    }
    if (nowMs >= owned.archiveAtMs && (await this.#archive(ctx, owned, nowMs))) return true;
    if (!isCaughtUp) {
      if (nowMs - owned.sentAtMs < this.#options.gapMs && state.last - state.cursor < manyBatches) return false;
      const sent = await sendGroup(ctx, state, owned.words, this.#options.limits);
      owned.sentAtMs = this.#options.clock();
      if (sent !== undefined) return true;
    }
    return this.#fold(ctx, owned, state, nowMs);
  }

  /** Archives one file, then lets everything else go first for as long as that took. What fails is tried again later, and stops nothing else. */
  async #archive(ctx: ProjectContext, owned: Owned, nowMs: number): Promise<boolean> {
    const { archive, clock } = this.#options;
    owned.archiveAtMs = nowMs + archiveCheckEveryMs;
    if (archive === undefined) return false;
    try {
      if (!owned.isSwept) await sweepArchive(ctx, archive.folder);
      owned.isSwept = true;
      if (!(await archiveNext(ctx, { ...archive, nowMs }))) return false;
      const endedMs = clock();
      owned.archiveAtMs = endedMs + (endedMs - nowMs);
      return true;
    } catch (error) {
      if (error instanceof Overtaken) throw error;
      ctx.log.error({ error, workspace: ctx.workspace }, 'log rows could not be archived; they stay in the log');
      return false;
    }
  }

  async #fold(ctx: ProjectContext, owned: Owned, state: ProjectionState, nowMs: number): Promise<boolean> {
    const { foldAtLeast, graceMs } = this.#options;
    if (state.forgetDue) {
      await forgetFolded(ctx, state);
      return true;
    }
    if (state.openVersion === 0 && !state.foldAsked) return false;
    if (!state.foldAsked && nowMs < owned.foldCheckAtMs) return false;
    const isUnderWay = (await foldedPartitions(ctx.client, ctx.workspace)).size > 0;
    if (!isUnderWay && !state.foldAsked && !(await isFoldDue(ctx, state, foldAtLeast))) {
      owned.foldCheckAtMs = this.#options.clock() + foldCheckEveryMs;
      return false;
    }
    await foldStep(ctx, state, graceMs);
    return true;
  }
}

const manyBatches = 50;

function fresh(lease: Lease): Owned {
  const longAgo = Number.NEGATIVE_INFINITY;
  return {
    workspace: lease.workspace,
    fence: lease.fence,
    words: new ProjectedWords(),
    compareAtMs: longAgo,
    foldCheckAtMs: longAgo,
    sentAtMs: longAgo,
    archiveAtMs: longAgo,
    isSwept: false,
  };
}
