import { intakeVersion, type LogRow } from './log-row.js';

/** Stands between texts that are joined into one: JSON never holds it unescaped, so it can part log bodies and envelopes (as RFC 7464 does). */
export const recordSeparator = '\u001e';

/** The rows of one request as columns, each the inside of a PostgreSQL array literal or, of `envelopes` and `bodies`, separated texts. */
export interface LogColumns {
  readonly count: number;
  readonly source: string;
  readonly import: string;
  readonly kind: string;
  readonly authority: string;
  readonly message: string;
  readonly content: string;
  readonly occurredAt: string;
  readonly timeFlags: string;
  readonly version: string;
  readonly replayed: string;
  /** Empty between two separators: no envelope. */
  readonly envelopes: string;
  readonly bodies: string;
}

/** Writes rows down as columns; everything of a row but its offset and time of receipt is known when it arrives. */
export function logColumns(rows: readonly LogRow[]): LogColumns {
  return {
    count: rows.length,
    source: join(rows, (row) => row.source),
    import: join(rows, (row) => row.import),
    kind: join(rows, (row) => row.kind),
    authority: join(rows, (row) => row.authority),
    message: join(rows, (row) => row.message),
    content: join(rows, (row) => row.content),
    occurredAt: join(rows, (row) => row.occurredAtMs),
    timeFlags: join(rows, (row) => row.timeFlags),
    version: join(rows, () => intakeVersion),
    replayed: join(rows, (row) => (row.replayed ? 't' : 'f')),
    envelopes: join(rows, (row) => row.envelope ?? '', recordSeparator),
    bodies: join(rows, (row) => row.body, recordSeparator),
  };
}

function join(rows: readonly LogRow[], field: (row: LogRow) => string | number, separator = ','): string {
  let text = '';
  for (const row of rows) text += text === '' ? field(row) : `${separator}${field(row)}`;
  return text;
}
