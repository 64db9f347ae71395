import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AnalyticsLimits } from './analytics-limits.js';
import { restartingMessage } from './analytics-messages.js';
import type { EngineAnswer } from './engine-binding.js';
import type { Engine } from './open-engine.js';
import { prepareStatement } from './prepare-statement.js';
import { QueryError } from './query-error.js';
import { readQueryError } from './read-query-error.js';
import { readRequest } from './read-request.js';

export interface HttpOptions {
  readonly port: number;
  readonly password: string;
  readonly database: string;
  readonly limits: AnalyticsLimits;
  /** Called after each statement, with its error if it had one. */
  readonly onStatementEnd: (error: QueryError | undefined) => void;
}

export interface HttpServing {
  /** Requests whose answer has not been written yet. */
  readonly open: number;
  /** From now on statements are answered with `restartingMessage` instead of being begun. */
  refuseFurther(): void;
  close(): void;
}

/** Serves ClickHouse's HTTP interface on 127.0.0.1, as far as its own client uses it. Rejects if the port is taken. */
export async function serveHttp(engine: Engine, options: HttpOptions): Promise<HttpServing> {
  let open = 0;
  let refusing = false;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    open += 1;
    let failed: QueryError | undefined;
    try {
      if (refusing) throw new QueryError(202, 'TOO_MANY_SIMULTANEOUS_QUERIES', restartingMessage, 503);
      await answerRequest(request, response, engine, options, () => refusing);
    } catch (error) {
      failed = readQueryError(error);
      sendError(request, response, failed);
    } finally {
      open -= 1;
      options.onStatementEnd(failed);
    }
  };
  const server = createServer(
    { keepAliveTimeout: 30_000, requestTimeout: 0, maxHeaderSize: 8 * 1024 * 1024 },
    (request, response) => {
      void answer(request, response);
    },
  );
  await listen(server, options.port);
  return {
    get open() {
      return open;
    },
    refuseFurther: () => {
      refusing = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  engine: Engine,
  options: HttpOptions,
  isRefusing: () => boolean,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/ping') return void response.end('Ok.\n');
  if (!isAuthentic(request, options.password)) {
    throw new QueryError(516, 'AUTHENTICATION_FAILED', 'the user or the password is wrong', 401);
  }
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const statement = await readRequest(request, url, {
    database: options.database,
    requestBytes: options.limits.requestBytes,
    newQueryId: randomUUID,
  });
  if (isRefusing()) throw new QueryError(202, 'TOO_MANY_SIMULTANEOUS_QUERIES', restartingMessage, 503);
  if (statement.database === 'default')
    throw new QueryError(497, 'ACCESS_DENIED', 'the database default is not allowed');
  const prepared = prepareStatement(statement, options.limits, engine.deniedFunctions);
  response.setHeader('X-ClickHouse-Query-Id', statement.queryId.replace(/[^\w-]/g, '_'));
  if (prepared.kind === 'kill') {
    engine.pool.kill(prepared.queryId);
    return void response.end();
  }
  const startedAt = process.hrtime.bigint();
  const job = { queryId: statement.queryId, database: statement.database, signal: gone.signal };
  const result = await engine.pool.run(job, (session) =>
    prepared.kind === 'insert'
      ? session.insert(prepared.sql, prepared.rows)
      : session.query(prepared.sql, prepared.format),
  );
  response.setHeader('X-ClickHouse-Summary', summary(result, process.hrtime.bigint() - startedAt));
  if (prepared.kind === 'query') response.setHeader('X-ClickHouse-Format', prepared.format);
  await sendBytes(response, result.bytes, statement.compressAnswer);
}

/** Basic authentication as the client sends it, or ClickHouse's own header. */
function isAuthentic(request: IncomingMessage, password: string): boolean {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const key = request.headers['x-clickhouse-key'];
  const given =
    basic === undefined
      ? key
      : Buffer.from(basic, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '');
  if (typeof given !== 'string') return false;
  const [actual, expected] = [Buffer.from(given), Buffer.from(password)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function summary(result: EngineAnswer, elapsed: bigint): string {
  return JSON.stringify({
    read_rows: String(result.rowsRead),
    read_bytes: String(result.bytesRead),
    written_rows: String(result.rowsWritten),
    written_bytes: String(result.bytesWritten),
    total_rows_to_read: '0',
    result_rows: String(result.rowsWritten),
    result_bytes: String(result.rowsWritten === 0 ? result.bytes.length : result.bytesWritten),
    elapsed_ns: String(elapsed),
  });
}

const gzipped = promisify<Uint8Array, { level: number }, Buffer>(gzip);

async function sendBytes(response: ServerResponse, bytes: Uint8Array, compress: boolean): Promise<void> {
  const isWorthIt = compress && bytes.length > 1_024;
  const body = isWorthIt ? await gzipped(bytes, { level: 1 }) : bytes;
  if (isWorthIt) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/** A request whose body was not read to its end cannot share its connection with another. */
function sendError(request: IncomingMessage, response: ServerResponse, error: QueryError): void {
  if (response.destroyed || response.headersSent) return;
  if (!request.complete) response.setHeader('Connection', 'close');
  response.writeHead(error.status, {
    'X-ClickHouse-Exception-Code': String(error.code),
    'Content-Type': 'text/plain; charset=UTF-8',
  });
  response.end(error.text);
}
