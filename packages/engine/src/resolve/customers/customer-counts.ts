import type { PoolClient } from 'pg';
import { type AppPool, inWorkspace } from '../../store/postgres/in-workspace.js';
import { readResolved } from '../lag/lag.sql.js';
import { countPersons, type StoredCounts } from './customers.sql.js';

export interface CustomerCounts extends StoredCounts {
  /** Everything received before this instant is in the counts. */
  readonly asOf: string;
}

interface Counted {
  readonly counts: CustomerCounts;
  /** How far the log was resolved. */
  readonly offset: string;
  readonly countedAtMs: number;
  readonly tookMs: number;
}

const quickMs = 20;
const mostFreshMs = 5_000;
const mostStaleMs = 60_000;

/**
 * How many customers and visitors each workspace has. Counting a million takes a while, so an answer is used again
 *
 * - as long as nothing was resolved since: then it is right;
 * - else for twenty times as long as counting took, at most 5 s;
 * - else, if counting takes more than 20 ms, up to a minute more, while a new one is counted beside.
 */
export class CustomerCounter {
  readonly #ctx: AppPool & { readonly clock: () => number };
  readonly #counted = new Map<number, Counted>();
  readonly #counting = new Set<number>();

  constructor(ctx: AppPool & { readonly clock: () => number }) {
    this.#ctx = ctx;
  }

  /** `client` is a connection in the workspace. */
  async get(client: PoolClient, workspace: number): Promise<CustomerCounts> {
    const known = this.#counted.get(workspace);
    if (known === undefined) return this.#count(workspace, client);
    const nowMs = this.#ctx.clock();
    const { offset, behindSeconds } = await readResolved(client, workspace);
    if (known.offset === offset) return { ...known.counts, asOf: asOf(nowMs, behindSeconds) };
    const ageMs = nowMs - known.countedAtMs;
    if (ageMs <= Math.min(mostFreshMs, 20 * known.tookMs)) return known.counts;
    if (known.tookMs <= quickMs || ageMs > mostStaleMs) return this.#count(workspace, client);
    this.#countBeside(workspace);
    return known.counts;
  }

  /** On a connection of its own, which nobody waits for. */
  #countBeside(workspace: number): void {
    if (this.#counting.has(workspace)) return;
    this.#counting.add(workspace);
    inWorkspace(this.#ctx, workspace, (client) => this.#count(workspace, client))
      .catch(() => undefined)
      .finally(() => this.#counting.delete(workspace));
  }

  async #count(workspace: number, client: PoolClient): Promise<CustomerCounts> {
    const countedAtMs = this.#ctx.clock();
    const { offset, behindSeconds } = await readResolved(client, workspace);
    const startedAt = performance.now();
    const counts = { ...(await countPersons(client, workspace)), asOf: asOf(countedAtMs, behindSeconds) };
    this.#counted.set(workspace, { counts, offset, countedAtMs, tookMs: performance.now() - startedAt });
    return counts;
  }
}

function asOf(nowMs: number, behindSeconds: number): string {
  return new Date(nowMs - behindSeconds * 1000).toISOString();
}
