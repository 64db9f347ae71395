import type { KnownPattern } from '@throughline/core/resolve/who-knows-whom/known-pattern';
import type { ClientBase } from 'pg';
import { bitsOf, countKnownPatterns, coveredSources, pairOfBit } from './known-patterns.sql.js';

/** People by who knows what of them, kinds of identifier by name. */
export async function readKnownPatterns(
  client: ClientBase,
  workspace: number,
  namespaces: ReadonlyMap<number, string>,
): Promise<readonly KnownPattern[]> {
  const sources = (await coveredSources(client, workspace)).map(({ source }) => source);
  const bits = { sources: Math.max(0, ...sources), namespaces: Math.max(0, ...namespaces.keys()) };
  return (await countKnownPatterns(client, workspace, bits)).map(({ recognised, known, people }) => ({
    recognised,
    people,
    known: bitsOf(known).map((bit) => {
      const { source, namespace } = pairOfBit(bits, bit);
      return { source, namespace: namespaces.get(namespace) ?? String(namespace) };
    }),
  }));
}
