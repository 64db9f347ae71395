import { type DestinationStream, type Logger, pino } from 'pino';
import { errorForLog } from './error-for-log.js';

/**
 * The server's log, as JSON lines. It never holds bodies, query strings, cookies, keys or addresses of people: requests are
 * written by us with route and status alone, and what slips into a field with such a name is cut out.
 */
export function createLog(options: { readonly level?: string; readonly to?: DestinationStream } = {}): Logger {
  return pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: errorForLog,
        error: (error: unknown) => (error instanceof Error ? errorForLog(error) : error),
      },
      redact: {
        paths: secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[left out]',
      },
    },
    options.to ?? pino.destination({ dest: 1, sync: true }),
  );
}

const secretFields = ['authorization', 'cookie', 'token', 'password', 'writeKey', 'secret', 'body', 'query', 'email'];
