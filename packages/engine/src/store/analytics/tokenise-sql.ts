import { badStatement } from './query-error.js';

/** One token of ClickHouse SQL. `depth` counts the brackets it lies in; `value` is without quotes, for words in lower case. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';
  readonly value: string;
  /** Of a parameter `{name:Type}`. */
  readonly type?: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/**
 * Splits a statement as ClickHouse's lexer does: comments fall away, strings and quoted names are one token each.
 *
 * - Lazy, so that the rows after an INSERT's FORMAT are never read as SQL.
 * - What ClickHouse might read differently (typographic quotes, other characters outside ASCII) is refused outside of strings and comments.
 */
export function* tokeniseSql(sql: string): Generator<SqlToken> {
  let at = 0;
  let depth = 0;
  while (at < sql.length) {
    const found = matchAt(sql, at);
    const start = at;
    at = found.end;
    if (found.kind === 'space') continue;
    const value = sql.slice(start, at);
    if (value === ')' || value === ']') depth -= 1;
    yield tokenOf(found, value, start, at, depth);
    if (value === '(' || value === '[') depth += 1;
  }
}

type Lexeme = { readonly kind: SqlToken['kind'] | 'space'; readonly end: number };

const lexemes: readonly (readonly [Lexeme['kind'], RegExp])[] = [
  ['space', /[\s\u00a0]+|--[^\n]*|#[ !][^\n]*|\/\*[\s\S]*?\*\//y],
  ['string', /'(?:[^'\\]|\\[\s\S]|'')*'/y],
  ['string', /\$([A-Za-z_]*)\$[\s\S]*?\$\1\$/y],
  ['quoted', /`(?:[^`\\]|\\[\s\S]|``)*`|"(?:[^"\\]|\\[\s\S]|"")*"/y],
  ['parameter', /\{\s*[A-Za-z_]\w*\s*:[^{}]+\}/y],
  ['number', /\d[\w.]*/y],
  ['word', /[A-Za-z_][\w$]*/y],
  ['symbol', /[!-/:-@[\]^{|}~]/y],
];

function matchAt(sql: string, at: number): Lexeme {
  for (const [kind, pattern] of lexemes) {
    pattern.lastIndex = at;
    if (pattern.test(sql)) {
      const text = sql.slice(at, pattern.lastIndex);
      if (kind === 'symbol' && /['"`$#]|\/\*/.test(text)) break;
      return { kind, end: pattern.lastIndex };
    }
  }
  throw badStatement(
    `the statement cannot be read from position ${at}: a quote is open, or a character is not allowed here`,
  );
}

function tokenOf(lexeme: Lexeme, text: string, start: number, end: number, depth: number): SqlToken {
  const kind = lexeme.kind === 'space' ? 'symbol' : lexeme.kind;
  if (kind === 'parameter') {
    const colon = text.indexOf(':');
    const value = text.slice(1, colon).trim();
    return { kind, value, type: text.slice(colon + 1, -1).trim(), start, end, depth };
  }
  const value =
    kind === 'word' ? text.toLowerCase() : kind === 'quoted' || kind === 'string' ? text.slice(1, -1) : text;
  return { kind, value, start, end, depth };
}
