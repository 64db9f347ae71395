import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/**
 * An error as the log may hold it. Messages of databases and libraries quote values, which may be customers' data, so what
 * they quote is left out, and of their other fields only the code is taken.
 */
export function errorForLog(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: ThroughlineError.is(error) ? error.message : withoutQuotes(error.message),
    at: frames(error.stack),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: errorForLog(error.cause, depth + 1) }),
  };
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"|'[^']*'|`[^`]*`|\([^()]*@[^()]*\)|\S+@\S+/g, '…').slice(0, 300);
}

function frames(stack: string | undefined): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
