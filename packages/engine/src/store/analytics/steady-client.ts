import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type ClickHouseClient,
  type ClickHouseClientConfigOptions,
  ClickHouseError,
  ClickHouseLogLevel,
  createClient,
} from '@clickhouse/client';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { restartingMessage } from './analytics-messages.js';
import { judgeFailure } from './judge-failure.js';

type Connection = NonNullable<ClickHouseClientConfigOptions['connection']>;

export interface SteadyOptions {
  /** How long a call waits for an engine that is away before it fails. */
  readonly waitMs?: number;
}

/**
 * ClickHouse's own client, steady over an engine that goes away and comes back.
 *
 * - A call that certainly did not begin (connection refused, or the engine said so) is sent again until `waitMs` has passed.
 * - A read that was cut off is sent once more; a second cut is an error, so that a query which kills the engine cannot do so for ever.
 * - A write that was cut off may or may not have happened: it fails with `analytics.unavailable`, and the caller repeats it if it carries
 *   an `insert_deduplication_token` or is otherwise harmless twice. So does a stream of rows, which cannot be sent twice.
 * - Errors of the engine itself pass as `ClickHouseError` with code and type.
 */
export function steadyClient(options: ClickHouseClientConfigOptions, steady: SteadyOptions = {}): ClickHouseClient {
  const inner = createClient({ ...options, log: { level: ClickHouseLogLevel.OFF } });
  const waitMs = steady.waitMs ?? 10_000;
  const connection: Connection = {
    ping: (params) => inner.ping(params),
    query: (params) =>
      persistently('read', waitMs, async () => {
        const answer = await inner.exec(params);
        return { ...answer, stream: withClearError(answer.stream) };
      }),
    command: ({ ignore_error_response: _, ...params }) => persistently('write', waitMs, () => inner.command(params)),
    exec: ({ values, ...params }) =>
      persistently(values === undefined ? 'write' : 'stream', waitMs, () =>
        values === undefined ? inner.exec(params) : inner.exec({ ...params, values }),
      ),
    insert: ({ values, ...params }) =>
      persistently(typeof values === 'string' ? 'write' : 'stream', waitMs, async () => {
        const rows = typeof values === 'string' ? Readable.from([values], { objectMode: false }) : values;
        const answer = await inner.exec({ ...params, values: rows });
        await drained(answer.stream);
        return answer;
      }),
    close: () => inner.close(),
  };
  return createClient({ ...options, log: { level: ClickHouseLogLevel.OFF }, connection });
}

/** `stream`: a write whose rows can be sent only once. */
type CallKind = 'read' | 'write' | 'stream';

async function persistently<T>(kind: CallKind, waitMs: number, call: () => Promise<T>): Promise<T> {
  const until = Date.now() + waitMs;
  let cuts = 0;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 250)) {
    try {
      return await call();
    } catch (error) {
      const failure = judgeFailure(error, restartingMessage);
      if (failure === 'answered' || failure === 'given up') throw error;
      if (failure === 'cut off') cuts += 1;
      const mayRepeat = kind === 'read' ? cuts <= 1 : kind === 'write' && failure === 'not begun';
      if (!mayRepeat || Date.now() > until) throw unavailable(error, failure === 'cut off' && kind !== 'read');
    }
    await delay(pauseMs);
  }
}

function unavailable(cause: unknown, isAmbiguous: boolean): ThroughlineError {
  const text = isAmbiguous
    ? 'the analytics engine went away during a write, which may or may not have happened: repeat it under the same token'
    : 'the analytics engine is not there at the moment: try again shortly';
  return new ThroughlineError('analytics.unavailable', text, { cause, details: { ambiguous: isAmbiguous } });
}

/** An answer that breaks off halfway is an error of ours, too, not one of a socket. */
function withClearError(stream: Readable): Readable {
  const emit = stream.emit.bind(stream);
  stream.emit = (event: string | symbol, ...args: unknown[]) => {
    const [error] = args;
    const isCut = event === 'error' && !(error instanceof ClickHouseError);
    return emit(event, ...(isCut ? [unavailable(error, false)] : args));
  };
  return stream;
}

async function drained(stream: Readable): Promise<void> {
  for await (const _ of stream) {
    // the answer to an insert is empty; reading it to its end frees the connection
  }
}
