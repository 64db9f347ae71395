import { homeNode } from '@throughline/core/resolve/home-node';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { MatchKind, MatchStrength } from '@throughline/core/resolve/match-record';
import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import type { BatchNode } from './batch-nodes.js';
import { matchKindCode, matchStrengthCode } from './codes.js';
import { findMatches, insertMatches, moveMatchesEarlier, type NewMatch } from './identity.sql.js';
import type { ResolveHead } from './resolve-head.sql.js';

/** What a message (or a decision) says about who is who; one for all messages of a batch that say the same. */
export interface Statement {
  /** Public id, if it was given already. */
  readonly id?: string;
  /** Hex SHA-256 of the canonical key. */
  readonly key: string;
  readonly source: number;
  readonly import: number;
  readonly kind: MatchKind;
  readonly strength: MatchStrength;
  firstAtMs: number;
  readonly nodes: readonly BatchNode[];
  readonly decidedBy?: string;
  readonly note?: string;
}

export interface AppliedMatches {
  /** Statements nobody made before. */
  readonly added: readonly Statement[];
  /** Known ones that turn out to have been made earlier. */
  readonly earlier: readonly Statement[];
}

/** Stores new statements and moves known ones to their earliest time; says which could change who is who. */
export async function applyMatches(
  client: ClientBase,
  workspace: number,
  statements: readonly Statement[],
  rules: JoinRules,
  head: ResolveHead,
  nowMs: number,
): Promise<AppliedMatches> {
  if (statements.length === 0) return { added: [], earlier: [] };
  const stored = new Map<string, { readonly match: number; readonly firstAtMs: number }>();
  const found = await findMatches(
    client,
    workspace,
    statements.map((statement) => statement.key),
    statements.map((statement) => statement.import),
  );
  for (const row of found) stored.set(`${row.key}/${row.import}`, row);

  const added: Statement[] = [];
  const earlier: Statement[] = [];
  const moved: { match: number; firstAtMs: number }[] = [];
  const rows: NewMatch[] = [];
  for (const statement of statements) {
    const known = stored.get(`${statement.key}/${statement.import}`);
    if (known === undefined) {
      added.push(statement);
      rows.push(newMatch(statement, rules, head.nextMatch, nowMs));
      head.nextMatch += 1;
    } else if (statement.firstAtMs < known.firstAtMs) {
      earlier.push(statement);
      moved.push({ match: known.match, firstAtMs: statement.firstAtMs });
    }
  }
  if (rows.length > 0) await insertMatches(client, workspace, rows, new Date(nowMs));
  if (moved.length > 0) await moveMatchesEarlier(client, workspace, moved);
  return { added, earlier };
}

function newMatch(statement: Statement, rules: JoinRules, match: number, nowMs: number): NewMatch {
  const home = homeNode(statement.nodes, rules.isBlocked, rules);
  if (home === undefined) throw new Error('a match names no identifier');
  return {
    match,
    id: statement.id ?? uuidV7(nowMs),
    key: statement.key,
    import: statement.import,
    source: statement.source,
    kind: matchKindCode[statement.kind],
    strength: matchStrengthCode[statement.strength],
    firstAtMs: statement.firstAtMs,
    home: home.node,
    nodes: statement.nodes.map(({ node }) => node),
    decidedBy: statement.decidedBy ?? null,
    note: statement.note ?? null,
  };
}
