import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { StatementRequest } from './prepare-statement.js';
import { badArgument, QueryError } from './query-error.js';

export interface HttpStatement extends StatementRequest {
  readonly database: string;
  readonly compressAnswer: boolean;
}

/** Reads the part of ClickHouse's HTTP interface that its own client uses. Whatever is not a reserved name is a setting. */
export async function readRequest(
  request: IncomingMessage,
  url: URL,
  options: { readonly database: string; readonly requestBytes: number; readonly newQueryId: () => string },
): Promise<HttpStatement> {
  const body = await inflated(request, await readBody(request, options.requestBytes), options.requestBytes);
  const fields = new Map(url.searchParams);
  const contentType = request.headers['content-type'] ?? '';
  const isForm = contentType.startsWith('multipart/form-data');
  if (isForm) for (const [name, value] of await formFields(body, contentType)) fields.set(name, value);

  const named = fields.get('query');
  const settings = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of fields) {
    if (name.startsWith('param_')) parameters.set(name.slice('param_'.length), value);
    else if (refusedFields.has(name)) throw badArgument(`${name} is not supported by the embedded engine`);
    else if (!reservedFields.has(name)) settings.set(name, value);
  }
  const hasRows = named !== undefined && !isForm && body.length > 0;
  return {
    sql: named ?? body.toString('utf8'),
    rows: hasRows ? body : undefined,
    queryId: fields.get('query_id') || options.newQueryId(),
    settings,
    parameters,
    defaultFormat: headerOf(request, 'x-clickhouse-format') ?? fields.get('default_format') ?? 'TabSeparated',
    database: fields.get('database') ?? headerOf(request, 'x-clickhouse-database') ?? options.database,
    compressAnswer:
      fields.get('enable_http_compression') === '1' && /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''),
  };
}

const reservedFields = new Set(
  'query query_id database default_format user password enable_http_compression wait_end_of_query buffer_size compress decompress send_progress_in_http_headers http_headers_progress_interval_ms cancel_http_readonly_queries_on_client_close http_write_exception_in_output_format'.split(
    ' ',
  ),
);
/** A session would make settings stick; a role means nothing here. */
const refusedFields = new Set(['session_id', 'session_timeout', 'session_check', 'role']);

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

async function readBody(request: IncomingMessage, requestBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > requestBytes) throw tooLarge(requestBytes);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

const decoders = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

async function inflated(request: IncomingMessage, body: Buffer, requestBytes: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity' || encoding === '') return body;
  if (!(encoding in decoders)) {
    throw new QueryError(
      48,
      'NOT_IMPLEMENTED',
      `requests compressed with ${encoding} are not supported: use gzip`,
      415,
    );
  }
  try {
    return await decoders[encoding as keyof typeof decoders](body, { maxOutputLength: requestBytes });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw isTooLarge ? tooLarge(requestBytes) : badArgument(`the request is not valid ${encoding}`);
  }
}

const tooLarge = (bytes: number) =>
  new QueryError(307, 'TOO_MANY_BYTES', `the request is larger than ${bytes} bytes: send it in several`, 413);

async function formFields(body: Buffer, contentType: string): Promise<[string, string][]> {
  const copy = new Uint8Array(body);
  const form = await new Response(copy, { headers: { 'content-type': contentType } }).formData();
  return [...form].map(([name, value]) => [name, String(value)]);
}
