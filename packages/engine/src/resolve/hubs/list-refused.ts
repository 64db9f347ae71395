import { refusalInWords } from '@throughline/core/resolve/refusal-in-words';
import type { RefusalReason } from '@throughline/core/resolve/refused-join';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import type { IdentityFrame } from '../customers/identity-frame.js';
import { type AfterRefused, countRefused, type RefusedJoinRow, refusedPage } from './refused-joins.sql.js';

export interface RefusedSide {
  readonly namespace: string;
  readonly value: string;
  readonly person: string;
  readonly name: string | null;
}

export interface ListedRefusal {
  readonly match: string;
  readonly at: string;
  readonly source: string;
  readonly a: RefusedSide;
  readonly b: RefusedSide;
  readonly because: string;
}

export interface RefusedList {
  readonly opening: string;
  readonly reasons: readonly { readonly because: string; readonly joins: number }[];
  readonly items: readonly ListedRefusal[];
  readonly next: string | null;
}

const beginning: AfterRefused = { component: -1, match: -1, a: -1, b: -1 };

/** Joins that were asked for and refused, with the reason of each; they are asked again whenever a rule or anything near them changes. */
export async function listRefused(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  page: { readonly cursor: string | undefined; readonly limit: number },
  words: Words,
): Promise<RefusedList> {
  const counts = (await countRefused(client, workspace)).map(({ reason, joins }) => ({ reason: parse(reason), joins }));
  const ofRules = counts.filter(({ reason }) => reason.type !== 'hub');
  const rows = await refusedPage(client, workspace, afterOf(page.cursor), page.limit);
  const last = rows.at(-1);
  return {
    opening: words.say('resolve.refused.opening', { joins: ofRules.reduce((sum, { joins }) => sum + joins, 0) }),
    reasons: ofRules.map(({ reason, joins }) => ({ because: becauseOf(reason, frame, words), joins })),
    items: rows.map((row) => listed(row, frame, words)),
    next:
      last === undefined || rows.length < page.limit ? null : [last.component, last.match, last.a, last.b].join('.'),
  };
}

function listed(row: RefusedJoinRow, frame: IdentityFrame, words: Words): ListedRefusal {
  const namespaceOf = (code: number): string => frame.namespaces.get(code) ?? String(code);
  return {
    match: row.matchId,
    at: row.at.toISOString(),
    source: frame.sourceName(row.source),
    a: { namespace: namespaceOf(row.aNamespace), value: row.aValue, person: row.aPerson, name: row.aName },
    b: { namespace: namespaceOf(row.bNamespace), value: row.bValue, person: row.bPerson, name: row.bName },
    because: becauseOf(parse(row.reason), frame, words),
  };
}

/** What the resolver stored; of a "different" decision it keeps the number, which a sentence does not need. */
function parse(reason: string): RefusalReason {
  return JSON.parse(reason) as RefusalReason;
}

function becauseOf(reason: RefusalReason, frame: IdentityFrame, words: Words): string {
  return refusalInWords(reason, { sourceName: frame.sourceName, words });
}

function afterOf(cursor: string | undefined): AfterRefused {
  const parts = (cursor ?? '').split('.').map(Number);
  const [component, match, a, b] = parts;
  if (component === undefined || match === undefined || a === undefined || b === undefined) return beginning;
  return parts.every(Number.isSafeInteger) ? { component, match, a, b } : beginning;
}
