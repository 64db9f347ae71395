import type { PoolClient } from 'pg';
import { type AppPool, inWorkspace } from '../../store/postgres/in-workspace.js';
import { resolvedOffset } from '../commands/resolved-offset.sql.js';
import { readLag } from '../lag/lag.sql.js';
import { countPersons, type StoredCounts } from './customers.sql.js';

export interface CustomerCounts extends StoredCounts {
  /** Everything received before this instant is in the counts. */
  readonly asOf: string;
}

interface Counted {
  readonly counts: CustomerCounts;
  readonly offset: bigint;
  readonly countedAtMs: number;
  readonly freshForMs: number;
}

const mostFreshMs = 5_000;
const mostStaleMs = 60_000;

/**
 * How many customers and visitors each workspace has. Counting a million takes a while, so an answer is used again
 *
 * - as long as nothing was resolved since: then it is right;
 * - else for twenty times as long as counting took, at most 5 s;
 * - else, if counting is slow, up to a minute more, while a new one is counted beside.
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
    if (known.offset === (await resolvedOffset(client, workspace))) {
      return { ...known.counts, asOf: await asOf(client, nowMs) };
    }
    const ageMs = nowMs - known.countedAtMs;
    if (ageMs <= known.freshForMs) return known.counts;
    const isQuick = known.freshForMs < mostFreshMs;
    if (isQuick || ageMs > mostStaleMs) return this.#count(workspace, client);
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
    const offset = await resolvedOffset(client, workspace);
    const countedAtMs = this.#ctx.clock();
    const at = await asOf(client, countedAtMs);
    const startedAt = performance.now();
    const counts = { ...(await countPersons(client, workspace)), asOf: at };
    const freshForMs = Math.min(mostFreshMs, 20 * (performance.now() - startedAt));
    this.#counted.set(workspace, { counts, offset, countedAtMs, freshForMs });
    return counts;
  }
}

async function asOf(client: PoolClient, nowMs: number): Promise<string> {
  const { resolve } = await readLag(client);
  return new Date(nowMs - resolve.seconds * 1000).toISOString();
}
