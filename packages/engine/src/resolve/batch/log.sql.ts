import type { ClientBase } from 'pg';

/** A log row as the resolver reads it. `offset` stays a number: 2^53 messages a workspace are enough. */
export interface LoggedMessage {
  readonly offset: number;
  readonly receivedDay: string;
  readonly receivedAt: Date;
  readonly source: number;
  readonly import: number;
  readonly kind: number;
  readonly authority: number;
  readonly message: string;
  readonly content: string;
  readonly occurredAt: Date;
  readonly timeFlags: number;
  readonly version: number;
  readonly replayed: boolean;
  readonly envelope: string | null;
  readonly body: string;
}

const columns = `"offset"::float8 as "offset", to_char(received_day, 'YYYYMMDD') as "receivedDay", received_at as "receivedAt", source, import,
  kind, authority, message, content::text as content, occurred_at as "occurredAt", time_flags as "timeFlags", intake_version as version, replayed, envelope, body`;

/** The next rows after `cursor`, in log order. */
export async function readLog(
  client: ClientBase,
  workspace: number,
  cursor: number,
  limit: number,
): Promise<readonly LoggedMessage[]> {
  const read = await client.query<LoggedMessage>({
    name: 'read-log',
    text: `select ${columns} from intake where workspace = $1 and intake."offset" > $2 order by intake."offset" limit $3`,
    values: [workspace, cursor, limit],
  });
  return read.rows;
}

/** Rows after `after` up to `upTo`, in log order. */
export async function readLogBetween(
  client: ClientBase,
  workspace: number,
  after: number,
  upTo: number,
  limit: number,
): Promise<readonly LoggedMessage[]> {
  const read = await client.query<LoggedMessage>({
    name: 'read-log-between',
    text: `select ${columns} from intake
      where workspace = $1 and intake."offset" > $2 and intake."offset" <= $3
      order by intake."offset" limit $4`,
    values: [workspace, after, upTo, limit],
  });
  return read.rows;
}

/** Rows at exactly these offsets, in log order. */
export async function readLogAt(
  client: ClientBase,
  workspace: number,
  offsets: readonly number[],
): Promise<readonly LoggedMessage[]> {
  const read = await client.query<LoggedMessage>({
    name: 'read-log-at',
    text: `select ${columns} from intake where workspace = $1 and "offset" = any($2::bigint[]) order by intake."offset"`,
    values: [workspace, offsets],
  });
  return read.rows;
}

/** Moves the cursor if the fence still is ours; false means another worker owns the workspace and this batch must be rolled back. */
export async function moveCursor(
  client: ClientBase,
  workspace: number,
  consumer: string,
  offset: number,
  fence: number,
  leaseMs: number,
): Promise<boolean> {
  const moved = await client.query({
    name: 'move-cursor',
    text: `update consumer set "offset" = $3, leased_until = clock_timestamp() + $5 * interval '1 millisecond'
      where workspace = $1 and name = $2 and fence = $4`,
    values: [workspace, consumer, offset, fence, leaseMs],
  });
  return moved.rowCount === 1;
}
