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
  const columns = { ...empty, count: rows.length };
  let [comma, separator] = ['', ''];
  for (const row of rows) {
    columns.source += `${comma}${row.source}`;
    columns.import += `${comma}${row.import}`;
    columns.kind += `${comma}${row.kind}`;
    columns.authority += `${comma}${row.authority}`;
    columns.message += comma + row.message;
    columns.content += comma + row.content;
    columns.occurredAt += `${comma}${row.occurredAtMs}`;
    columns.timeFlags += `${comma}${row.timeFlags}`;
    columns.version += `${comma}${intakeVersion}`;
    columns.replayed += comma + (row.replayed ? 't' : 'f');
    columns.envelopes += separator + (row.envelope ?? '');
    columns.bodies += separator + row.body;
    [comma, separator] = [',', recordSeparator];
  }
  return columns;
}

const empty = {
  source: '',
  import: '',
  kind: '',
  authority: '',
  message: '',
  content: '',
  occurredAt: '',
  timeFlags: '',
  version: '',
  replayed: '',
  envelopes: '',
  bodies: '',
};
