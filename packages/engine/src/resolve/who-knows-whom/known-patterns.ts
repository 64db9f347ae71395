import type { KnownPattern } from '@throughline/core/resolve/who-knows-whom/known-pattern';
import type { ClientBase } from 'pg';
import { countKnownPatterns } from './known-patterns.sql.js';

/** People by who knows what of them, kinds of identifier by name. */
export async function readKnownPatterns(
  client: ClientBase,
  workspace: number,
  namespaces: ReadonlyMap<number, string>,
): Promise<readonly KnownPattern[]> {
  return (await countKnownPatterns(client, workspace)).map(({ recognised, known, people }) => ({
    recognised,
    people,
    known: known.map((code) => ({
      source: Math.floor(code / 65_536),
      namespace: namespaces.get(code % 65_536) ?? String(code % 65_536),
    })),
  }));
}
