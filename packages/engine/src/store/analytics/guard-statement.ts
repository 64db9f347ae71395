import { refusedStatement } from './query-error.js';
import type { SqlToken } from './tokenise-sql.js';

/**
 * The second wall around the embedded engine, which has no rights of its own and reads any file of the machine.
 * The platform builds all SQL itself; this refuses what none of its statements needs.
 *
 * - Only statements that stay within the tables; nothing sticky (SET, USE), nothing about files, users or backups.
 * - A name followed by a bracket must not be a table function outside the allow-list. `deniedFunctions` comes from the engine
 *   itself, so that one added by a newer engine is refused until it is allowed here.
 * - The database `default` reads file names as table names, so it is refused, as are strings in a table's place.
 * - Engines and dictionary sources come from an allow-list.
 */
export function guardStatement(tokens: readonly SqlToken[], deniedFunctions: ReadonlySet<string>): void {
  const first = tokens.find((token) => token.value !== '(');
  if (first?.kind !== 'word' || !allowedStatements.has(first.value)) {
    throw refusedStatement(`statements that begin with ${first?.value ?? 'nothing'} are not allowed`);
  }
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const after = tokens[index + 2];
    if (token.kind === 'word' || token.kind === 'quoted') {
      const name = token.value.toLowerCase();
      if (next?.value === '(' && deniedFunctions.has(name))
        throw refusedStatement(`the function ${name} is not allowed`);
      if (next?.value === '.' && name === 'default') throw refusedStatement('the database default is not allowed');
    }
    if (token.kind !== 'word') return;
    if (cappedSettings.has(token.value)) {
      throw refusedStatement(`${token.value} must be given beside the statement, not in it`);
    }
    if (forbiddenWords.has(token.value)) throw refusedStatement(`${token.value} is not allowed`);
    if (tablePlaces.has(token.value) && next?.kind === 'string') throw refusedStatement('a string cannot be a table');
    if (first.value !== 'create') return;
    if (token.value === 'engine') guardEngine(next?.value === '=' ? after : next);
    if (token.value === 'source' && next?.value === '(') guardSource(tokens, index + 2);
  });
  if (first.value === 'system') guardSystem(tokens);
}

const allowedStatements = new Set(
  'select with insert create alter drop truncate rename exchange show describe desc explain exists optimize kill check delete system undrop'.split(
    ' ',
  ),
);
const allowedEngines = /^(\w*mergetree|memory|null|join|set|log|tinylog|stripelog|dictionary|atomic|materializedview)$/;
const cappedSettings = new Set(
  'max_execution_time max_memory_usage max_memory_usage_for_user max_result_bytes timeout_overflow_mode result_overflow_mode'.split(
    ' ',
  ),
);
const forbiddenWords = new Set(['outfile', 'infile', 'executable']);
const tablePlaces = new Set(['from', 'join', 'into', 'table', 'describe', 'desc']);

function guardEngine(name: SqlToken | undefined): void {
  if (name === undefined || (name.kind !== 'word' && name.kind !== 'quoted')) return;
  if (!allowedEngines.test(name.value.toLowerCase())) throw refusedStatement(`the engine ${name.value} is not allowed`);
}

function guardSource(tokens: readonly SqlToken[], from: number): void {
  const name = tokens[from];
  if (name?.value.toLowerCase() !== 'clickhouse') {
    throw refusedStatement(`the dictionary source ${name?.value ?? ''} is not allowed`);
  }
  if (tokens.slice(from).some((token) => token.kind === 'word' && token.value === 'host')) {
    throw refusedStatement('a dictionary cannot read from another host');
  }
}

function guardSystem(tokens: readonly SqlToken[]): void {
  const [, verb, noun] = tokens.map((token) => token.value);
  if (verb !== 'reload' || (noun !== 'dictionary' && noun !== 'dictionaries')) {
    throw refusedStatement('of the system statements only reload dictionary is allowed');
  }
}
