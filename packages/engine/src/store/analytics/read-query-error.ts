import { QueryError } from './query-error.js';

const engineError = /Code: (\d+)\. DB::Exception: (.*?)\s*\(([A-Z0-9_]{3,})\)\s*$/s;

/** The engine's error as thrown by the binding, with ClickHouse's code and type; anything else becomes code 1002. */
export function readQueryError(error: unknown): QueryError {
  if (error instanceof QueryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const found = engineError.exec(message);
  if (found === null) return new QueryError(1002, 'UNKNOWN_EXCEPTION', message, 500);
  const [, code = '1002', text = message, type = 'UNKNOWN_EXCEPTION'] = found;
  return new QueryError(Number(code), type, text, statusOf.get(type) ?? 500);
}

const statusOf = new Map([
  ['SYNTAX_ERROR', 400],
  ['UNKNOWN_TABLE', 404],
  ['UNKNOWN_DATABASE', 404],
  ['UNKNOWN_IDENTIFIER', 404],
  ['UNKNOWN_FUNCTION', 404],
  ['TIMEOUT_EXCEEDED', 408],
  ['ACCESS_DENIED', 403],
]);
