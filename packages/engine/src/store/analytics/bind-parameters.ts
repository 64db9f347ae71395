import { badArgument, QueryError } from './query-error.js';
import { quoteName, quoteText } from './quote-sql.js';
import type { SqlToken } from './tokenise-sql.js';

/**
 * Puts the values of `{name:Type}` into the statement as constants of exactly that type.
 *
 * The binding's own parameters are set and reset process-wide, so it lets one parameterised query run at a time; constants
 * run side by side. A value arrives as the client wrote it: in ClickHouse's escaped text form, quoted inside arrays and tuples.
 */
export function bindParameters(sql: string, tokens: readonly SqlToken[], values: ReadonlyMap<string, string>): string {
  let bound = '';
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== 'parameter') continue;
    const value = values.get(token.value);
    if (value === undefined) {
      throw new QueryError(456, 'UNKNOWN_QUERY_PARAMETER', `Substitution \`${token.value}\` is not set.`);
    }
    bound += sql.slice(at, token.start) + constant(value, token.type ?? 'String');
    at = token.end;
  }
  return bound + sql.slice(at);
}

function constant(value: string, type: string): string {
  if (type === 'Identifier') return quoteName(value);
  if (/\bMap\s*\(/i.test(type)) throw badArgument('parameters of type Map are not supported: use Array(Tuple(…))');
  if (/^Nullable\s*\(/i.test(type) && value === '\\N') return `_CAST(null, ${quoteText(type)})`;
  const text = /^(Array|Tuple)\s*\(/i.test(type) ? value : unescapeText(value);
  return `_CAST(${quoteText(text)}, ${quoteText(type)})`;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', r: '\r', n: '\n', t: '\t', 0: '\0' };

function unescapeText(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, character: string) => escapes[character] ?? character);
}
