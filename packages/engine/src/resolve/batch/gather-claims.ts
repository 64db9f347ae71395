import { hash } from 'node:crypto';
import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import type { JsonValue } from '@throughline/core/resolve/json-value';
import type { ClaimRow } from './claims.sql.js';
import type { LoggedMessage } from './log.sql.js';

/** Adds up claims of one batch, so that each stored row is written once. */
export class GatheredClaims {
  readonly #rows = new Map<string, { -readonly [K in keyof ClaimRow]: ClaimRow[K] }>();

  add(of: number, row: LoggedMessage, trait: string, value: unknown): void {
    const text = canonicalJson(value as JsonValue);
    const valueHash = hashUuid(text);
    const key = `${of}/${row.source}/${row.import}/${valueHash}/${trait}`;
    const atMs = row.occurredAt.getTime();
    const known = this.#rows.get(key);
    if (known === undefined) {
      this.#rows.set(key, {
        of,
        trait,
        source: row.source,
        import: row.import,
        valueHash,
        value: text,
        firstAtMs: atMs,
        lastAtMs: atMs,
        lastMessage: row.message,
        times: 1,
      });
      return;
    }
    known.times += 1;
    if (atMs < known.firstAtMs) known.firstAtMs = atMs;
    if (atMs > known.lastAtMs || (atMs === known.lastAtMs && row.message > known.lastMessage)) {
      known.lastAtMs = atMs;
      known.lastMessage = row.message;
    }
  }

  get rows(): readonly ClaimRow[] {
    return [...this.#rows.values()];
  }
}

function hashUuid(text: string): string {
  const hex = hash('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
