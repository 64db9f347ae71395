import type { AnalyticsLimits } from './analytics-limits.js';
import { bindParameters } from './bind-parameters.js';
import { capSettings } from './cap-settings.js';
import { guardStatement } from './guard-statement.js';
import { badStatement, refusedStatement } from './query-error.js';
import { type SqlToken, tokeniseSql } from './tokenise-sql.js';

/** A request as it came over HTTP. `sql` is the statement; `rows` what followed it in a body of its own. */
export interface StatementRequest {
  readonly sql: string;
  readonly rows: Uint8Array | undefined;
  readonly queryId: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, string>;
  readonly defaultFormat: string;
}

export type PreparedStatement =
  | { readonly kind: 'query'; readonly sql: string; readonly format: string }
  /** `sql` ends with the name of the format; the engine wants the rows apart from it. */
  | { readonly kind: 'insert'; readonly sql: string; readonly rows: Uint8Array }
  | { readonly kind: 'kill'; readonly queryId: string };

/** Guards a statement, binds its parameters, and writes its settings into it: a SETTINGS clause never outlives its statement. */
export function prepareStatement(
  request: StatementRequest,
  limits: AnalyticsLimits,
  deniedFunctions: ReadonlySet<string>,
): PreparedStatement {
  const head = readHead(request.sql);
  const { tokens } = head;
  const first = tokens[0]?.value;
  if (first === 'kill') return { kind: 'kill', queryId: killedQuery(tokens, request.parameters) };
  guardStatement(tokens, deniedFunctions);
  const settings = capSettings(request.settings, limits);
  const mark = queryMark(request.queryId);
  const bound = (text: string, part: readonly SqlToken[]) => bindParameters(text, part, request.parameters);

  if (first === 'insert') {
    const at = settingsPlace(tokens);
    const before = tokens.filter((token) => token.start < at.start);
    const intoSettings = `${bound(request.sql.slice(0, at.start), before)} settings ${settings}`;
    const rest = shifted(tokens.slice(before.length + (at.value === 'settings' ? 1 : 0)), at);
    const tail = bound(request.sql.slice(rest.from, head.end), rest.tokens);
    const sql = `${mark}${intoSettings}${at.value === 'settings' ? ', ' : ' '}${tail}`;
    return head.rowsFormat === undefined
      ? { kind: 'query', sql, format: 'Null' }
      : {
          kind: 'insert',
          sql,
          rows: request.rows ?? Buffer.from(request.sql.slice(head.end).replace(/^\s*?\n|^\s+/, '')),
        };
  }

  const text = bound(request.sql.slice(0, head.end), tokens);
  if (first === 'system') return { kind: 'query', sql: mark + text, format: 'Null' };
  if (first === 'delete') return { kind: 'query', sql: `${mark}${text} settings ${settings}`, format: 'Null' };
  const asked = namedFormat(request.sql, tokens);
  const format = asked?.name ?? request.defaultFormat;
  if (asked?.hasSettings) return { kind: 'query', sql: `${mark}${text}, ${settings}`, format };
  const clause = asked === undefined ? ` format ${format}` : '';
  return { kind: 'query', sql: `${mark}${text}${clause} settings ${settings}`, format };
}

/** What the text of a running query begins with; a query is found by it to be cancelled. */
export function queryMark(queryId: string): string {
  return `/* query_id:${queryId.replace(/[^\w-]/g, '_').slice(0, 100)} */ `;
}

interface StatementHead {
  readonly tokens: readonly SqlToken[];
  /** Where the statement ends: before a trailing semicolon, or after the format of an INSERT's rows. */
  readonly end: number;
  readonly rowsFormat: string | undefined;
}

function readHead(sql: string): StatementHead {
  const tokens: SqlToken[] = [];
  let ended = false;
  for (const token of tokeniseSql(sql)) {
    if (token.kind === 'symbol' && token.value === ';') {
      ended = true;
      continue;
    }
    if (ended) throw refusedStatement('only one statement per request is allowed');
    tokens.push(token);
    const before = tokens.at(-2);
    const isRows = before?.value === 'format' && before.kind === 'word' && before.depth === 0 && token.kind === 'word';
    if (isRows && isInsertOfRows(tokens)) {
      const rowsFormat = sql.slice(token.start, token.end);
      if (rowsFormat.toLowerCase() === 'values') throw refusedStatement('rows in the format Values are not allowed');
      return { tokens, end: token.end, rowsFormat };
    }
  }
  return { tokens, end: tokens.at(-1)?.end ?? 0, rowsFormat: undefined };
}

/** An INSERT without VALUES or SELECT takes its rows from what follows FORMAT. */
function isInsertOfRows(tokens: readonly SqlToken[]): boolean {
  const hasOwnRows = tokens
    .slice(0, -2)
    .some((token) => token.depth === 0 && token.kind === 'word' && ownRows.has(token.value));
  return tokens[0]?.value === 'insert' && !hasOwnRows;
}

const ownRows = new Set(['select', 'with', 'values']);

/** The token an INSERT's settings stand before (or the word SETTINGS itself). */
function settingsPlace(tokens: readonly SqlToken[]): SqlToken {
  const place = tokens.find(
    (token, index) => index > 2 && token.depth === 0 && token.kind === 'word' && insertTails.has(token.value),
  );
  if (place === undefined) throw badStatement('an insert needs VALUES, SELECT or FORMAT outside of brackets');
  return place;
}

const insertTails = new Set(['settings', 'select', 'with', 'values', 'format']);

/** The rest of a statement, its tokens counted from where it begins. */
function shifted(tokens: readonly SqlToken[], place: SqlToken): { from: number; tokens: readonly SqlToken[] } {
  const from = place.value === 'settings' ? place.end : place.start;
  return { from, tokens: tokens.map((token) => ({ ...token, start: token.start - from, end: token.end - from })) };
}

/** The FORMAT at a statement's end, and whether SETTINGS follow it already. */
function namedFormat(sql: string, tokens: readonly SqlToken[]): { name: string; hasSettings: boolean } | undefined {
  const index = tokens.findLastIndex(
    (token, at) =>
      token.kind === 'word' && token.value === 'format' && token.depth === 0 && tokens[at + 1]?.kind === 'word',
  );
  const name = tokens[index + 1];
  const after = tokens[index + 2];
  if (index < 1 || name === undefined || (after !== undefined && after.value !== 'settings')) return undefined;
  return { name: sql.slice(name.start, name.end), hasSettings: after !== undefined };
}

function killedQuery(tokens: readonly SqlToken[], parameters: ReadonlyMap<string, string>): string {
  const [, query, where, column, equals, value, ...rest] = tokens;
  const shape = [query, where, column, equals].map((token) => token?.value).join(' ');
  const waiting = rest.every((token) => ['async', 'sync', ';'].includes(token.value));
  const queryId = value?.kind === 'parameter' ? parameters.get(value.value) : value?.value;
  if (shape !== 'query where query_id =' || !waiting || queryId === undefined) {
    throw refusedStatement("a query is killed by: kill query where query_id = '…'");
  }
  return queryId;
}
