import type { PoolClient } from 'pg';
import { type AppPool, inWorkspace } from '../../store/postgres/in-workspace.js';
import { type Kept, readKeptAnswer, storeKeptAnswer } from './kept-answer.sql.js';
import { readImportsAtRest, readLag, readResolved } from './lag.sql.js';

const quickMs = 100;
const mostKeptMs = 10 * 60_000;
const storedFromMs = 1_000;

/**
 * Answers about a whole workspace that take long to compute. After an import ended or was taken back, whoever asks waits for a new one: it is what
 * they look for. Else one that is kept is used again
 *
 * - for ten minutes, as long as nothing was resolved or projected since;
 * - else for twenty times as long as computing took, at most ten minutes;
 * - else, if computing takes more than 100 ms, once more, while a new one is computed beside.
 *
 * However many ask at once, each workspace is computed once at a time. One that took long is stored as well, so that after a restart there
 * is something to show while a new one is computed.
 */
export class KeptAnswers<T> {
  readonly #ctx: AppPool & { readonly clock: () => number };
  readonly #compute: (client: PoolClient, workspace: number) => Promise<T>;
  readonly #kept = new Map<number, Kept<T>>();
  readonly #computing = new Map<number, Promise<Kept<T>>>();
  readonly #question: string;
  readonly #read = new Set<number>();

  /** `question`: what is asked, with a version that changes when the answer's shape does; answers are stored under it. */
  constructor(
    ctx: AppPool & { readonly clock: () => number },
    question: string,
    compute: (client: PoolClient, workspace: number) => Promise<T>,
  ) {
    this.#ctx = ctx;
    this.#question = question;
    this.#compute = compute;
  }

  /** `asOf`: everything received before this instant is in the answer. */
  async get(workspace: number): Promise<{ readonly answer: T; readonly asOf: string }> {
    const kept = await this.#known(workspace);
    if (kept === undefined) return this.#renew(workspace);
    const imports = await inWorkspace(this.#ctx, workspace, (client) => readImportsAtRest(client, workspace));
    if (kept.imports !== imports.state) {
      const renewed = await this.#renew(workspace);
      return renewed.imports === imports.state ? renewed : this.#renew(workspace);
    }
    if (kept.isSettling) return this.#renew(workspace);
    const ageMs = this.#ctx.clock() - kept.computedAtMs;
    if (ageMs <= Math.min(mostKeptMs, 20 * kept.tookMs)) return kept;
    const { state } = await inWorkspace(this.#ctx, workspace, (client) => stateOf(client, workspace));
    if (state === kept.state && ageMs <= mostKeptMs) return kept;
    const renewed = this.#renew(workspace);
    if (kept.tookMs <= quickMs) return renewed;
    renewed.catch(() => undefined);
    return kept;
  }

  /**
   * As `get`, but waits for a new answer if anything was resolved or projected since: for whoever computes an answer from this one, which
   * would be kept as if it were of now.
   */
  async getNewest(workspace: number): Promise<{ readonly answer: T; readonly asOf: string }> {
    const { state } = await inWorkspace(this.#ctx, workspace, (client) => stateOf(client, workspace));
    const kept = await this.#known(workspace);
    if (kept?.state === state) return kept;
    const renewed = await this.#renew(workspace);
    // One that was being computed already may be of before.
    return renewed.state === state ? renewed : this.#renew(workspace);
  }

  /** What is held, or else was stored before this process began. */
  async #known(workspace: number): Promise<Kept<T> | undefined> {
    if (!this.#kept.has(workspace) && !this.#read.has(workspace)) {
      const stored = await inWorkspace(this.#ctx, workspace, (client) =>
        readKeptAnswer<T>(client, workspace, this.#question),
      );
      this.#read.add(workspace);
      if (stored !== undefined && !this.#kept.has(workspace)) this.#kept.set(workspace, stored);
    }
    return this.#kept.get(workspace);
  }

  #renew(workspace: number): Promise<Kept<T>> {
    const known = this.#computing.get(workspace);
    if (known !== undefined) return known;
    const computing = inWorkspace(this.#ctx, workspace, async (client) => {
      const computedAtMs = this.#ctx.clock();
      const imports = await readImportsAtRest(client, workspace);
      const { state, behindSeconds, isBehind } = await stateOf(client, workspace);
      const startedAt = performance.now();
      const answer = await this.#compute(client, workspace);
      const tookMs = performance.now() - startedAt;
      const asOf = new Date(computedAtMs - behindSeconds * 1000).toISOString();
      const isSettling = imports.isFresh && isBehind;
      const kept = { answer, asOf, state, imports: imports.state, isSettling, computedAtMs, tookMs };
      this.#kept.set(workspace, kept);
      if (tookMs > storedFromMs && !isSettling) await storeKeptAnswer(client, workspace, this.#question, kept);
      return kept;
    }).finally(() => this.#computing.delete(workspace));
    this.#computing.set(workspace, computing);
    return computing;
  }
}

async function stateOf(
  client: PoolClient,
  workspace: number,
): Promise<{ readonly state: string; readonly behindSeconds: number; readonly isBehind: boolean }> {
  const { offset } = await readResolved(client, workspace);
  const { resolve, project } = await readLag(client);
  return {
    state: `${offset}/${project.batches}`,
    behindSeconds: Math.max(resolve.seconds, project.seconds),
    isBehind: project.batches > 0,
  };
}
