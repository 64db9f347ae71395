import type { ClickHouseClient } from '@clickhouse/client';
import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import type { Archive } from '../archive/read-archived-rows.js';
import { extendLease, holdFence } from './projection.sql.js';
import type { RowsAtHand } from './rows-at-hand.js';

/** What work on one leased workspace needs. */
export interface ProjectContext {
  readonly client: ClientBase;
  readonly engine: ClickHouseClient;
  readonly workspace: number;
  readonly fence: number;
  readonly leaseMs: number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Left out, only the log is read. */
  readonly archive?: Pick<Archive, 'folder' | 'recent'>;
  /** Rows that need not be made from the log. */
  readonly atHand?: RowsAtHand;
}

/** Another owner has the workspace by now; nothing more may be written for it from here. */
export class Overtaken extends Error {
  constructor(workspace: number) {
    super(`another worker has taken workspace ${workspace} over`);
    this.name = 'Overtaken';
  }
}

/** Commits `work` if the workspace still is ours, else throws `Overtaken` and leaves nothing. */
export async function commitFenced(ctx: ProjectContext, work: () => Promise<unknown>): Promise<void> {
  await ctx.client.query('begin');
  try {
    if (!(await holdFence(ctx.client, ctx.workspace, ctx.fence))) throw new Overtaken(ctx.workspace);
    await work();
    await ctx.client.query('commit');
  } catch (error) {
    await ctx.client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Keeps the lease through long work; throws `Overtaken` if it is gone. */
export async function keepLease(ctx: ProjectContext): Promise<void> {
  if (!(await extendLease(ctx.client, ctx.workspace, ctx.fence, ctx.leaseMs))) throw new Overtaken(ctx.workspace);
}
