import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import type { GoldenTrait } from '@throughline/core/resolve/golden-trait';
import { isEmptyValue } from '@throughline/core/resolve/traits/claimed-size';
import { whyUsedInWords } from '@throughline/core/resolve/traits/why-used-in-words';
import type { Wording } from '@throughline/core/resolve/wording';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { readCursor, writeCursor } from '../customers/page-cursor.js';
import { type ContradictedPerson, contradictedPage } from './traits.sql.js';

export interface Contradiction {
  readonly id: string;
  readonly name: string | null;
  /** Each value that a source says now, the one we use first. */
  readonly values: readonly {
    readonly value: unknown;
    readonly used: boolean;
    readonly said: readonly { readonly source: string; readonly at: string }[];
  }[];
  /** Why the first is used. */
  readonly why: string;
}

/** People about whom sources contradict each other in a trait, page by page, with the values beside each other. */
export async function listContradictions(
  client: ClientBase,
  workspace: number,
  { trait, cursor, limit }: { readonly trait: string; readonly cursor: string | undefined; readonly limit: number },
  wording: Wording,
): Promise<{ readonly items: readonly Contradiction[]; readonly next: string | null }> {
  const after = readCursor(z.number().int(), cursor) ?? 0;
  const rows = await contradictedPage(client, workspace, trait, after, limit);
  const last = rows.at(-1);
  return {
    items: rows.flatMap((row) => listed(row, trait, wording)),
    next: last === undefined || rows.length < limit ? null : writeCursor(last.person),
  };
}

function listed({ id, name, golden }: ContradictedPerson, trait: string, wording: Wording): readonly Contradiction[] {
  const used = asGolden(golden).find((one) => one.trait === trait);
  if (used === undefined) return [];
  const values = new Map<string, { value: unknown; used: boolean; said: { source: string; at: string }[] }>();
  for (const [place, { value, source, at }] of [used, ...used.conflicts].entries()) {
    if (place > 0 && isEmptyValue(value)) continue;
    const text = canonicalJson(value);
    const known = values.get(text) ?? { value, used: place === 0, said: [] };
    known.said.push({ source: wording.sourceName(source), at: new Date(at).toISOString() });
    values.set(text, known);
  }
  return [{ id, name, values: [...values.values()], why: whyUsedInWords(used, wording) }];
}

/** The worker writes nothing else there. */
function asGolden(stored: unknown): readonly GoldenTrait[] {
  return stored as readonly GoldenTrait[];
}
