import type { Pool } from 'pg';
import { hashSecretToken } from '../../govern/tokens/secret-token.js';
import type { FoundKey } from './found-key.js';
import { findWriteKeyByHash } from './write-key.sql.js';

/** The key's source; undefined if there is no such key or it was revoked. */
export function findWriteKey(ctx: { readonly writeKeys: WriteKeys }, key: string): Promise<FoundKey | undefined> {
  return ctx.writeKeys.find(key);
}

const keptForMs = 10_000;
const mostKept = 20_000;

/**
 * Looks up write keys. Answers, "no such key" too, are kept for 10 seconds; a key revoked through this process ends at once,
 * one revoked elsewhere within those seconds.
 */
export class WriteKeys {
  readonly #pool: Pool;
  readonly #clock: () => number;
  readonly #kept = new Map<string, { readonly found: Promise<FoundKey | undefined>; readonly untilMs: number }>();

  constructor(options: { readonly appPool: Pool; readonly clock: () => number }) {
    this.#pool = options.appPool;
    this.#clock = options.clock;
  }

  find(key: string): Promise<FoundKey | undefined> {
    if (!/^wk_(pub|srv)_[\w-]{20,100}$/.test(key)) return Promise.resolve(undefined);
    const now = this.#clock();
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.untilMs > now) return kept.found;
    if (this.#kept.size >= mostKept) this.#kept.clear();
    const found = findWriteKeyByHash(this.#pool, hashSecretToken(key));
    this.#kept.set(key, { found, untilMs: now + keptForMs });
    found.catch(() => this.#kept.delete(key));
    return found;
  }

  /** Asks the database again from now on: for after a key was made or revoked. */
  forget(): void {
    this.#kept.clear();
  }
}
