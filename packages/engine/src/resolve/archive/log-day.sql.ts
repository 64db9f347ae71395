import type { ClientBase } from 'pg';
import type { ArchiveLine } from './archive-line.js';

export interface OldestDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** First and last offset that the day has in the log. */
  readonly lo: number;
  readonly hi: number;
}

/** The receive day at the beginning of a workspace's log, if that is before `before`. */
export async function oldestDay(client: ClientBase, workspace: number, before: string): Promise<OldestDay | undefined> {
  const read = await client.query<OldestDay>({
    name: 'oldest-log-day',
    text: `select to_char(f.received_day, 'YYYY-MM-DD') as day, f."offset"::float8 as lo,
        (select max(i."offset") from intake i where i.workspace = $1 and i.received_day = f.received_day)::float8 as hi
      from (select received_day, "offset" from intake where workspace = $1 order by "offset" limit 1) f
      where f.received_day < $2::date`,
    values: [workspace, before],
  });
  return read.rows[0];
}

/** Whether everything up to an offset is resolved and in the engine, and no import is being read or taken back that has rows up to it. */
export async function isSettled(client: ClientBase, workspace: number, hi: number): Promise<boolean> {
  const read = await client.query<{ settled: boolean }>({
    name: 'is-log-settled',
    text: `select exists (select from consumer c where c.workspace = $1 and c.name = 'resolve' and c."offset" >= $2)
        and not exists (
          select from consumer c join manifest m on m.workspace = c.workspace and m.batch > c."offset"
          where c.workspace = $1 and c.name = 'project' and m.lo <= $2)
        and not exists (
          select from import_run r
          where r.workspace = $1 and r.state in ('waiting', 'running', 'resolving', 'undoing')
            and exists (select from intake i where i.workspace = $1 and i.import = r.import and i."offset" <= $2))
        as settled`,
    values: [workspace, hi],
  });
  return read.rows[0]?.settled === true;
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;

/** Rows from an offset on, of whatever day, in the log's order. Their places are left empty. */
export async function readLines(
  client: ClientBase,
  workspace: number,
  from: number,
  limit: number,
): Promise<readonly ArchiveLine[]> {
  const read = await client.query<[...ArchiveLine]>({
    name: 'read-log-lines',
    rowMode: 'array',
    text: `select workspace, intake."offset"::text, to_char(received_day, 'YYYY-MM-DD'), ${instant('received_at')}, source, import, kind, authority,
        message::text, content::text, ${instant('occurred_at')}, time_flags, intake_version, replayed, envelope, body,
        null::text, null::text, null::text
      from intake
      where workspace = $1 and intake."offset" >= $2
      order by intake."offset"
      limit $3`,
    values: [workspace, from, limit],
  });
  return read.rows;
}

export interface FoundPlace {
  readonly offset: string;
  readonly batch: string;
  readonly node: string;
  readonly person: string;
}

/** What manifests in force say of the rows from `lo` to `hi`. */
export async function placesBetween(
  client: ClientBase,
  workspace: number,
  lo: number,
  hi: number,
): Promise<readonly FoundPlace[]> {
  const read = await client.query<FoundPlace>({
    name: 'places-between',
    text: `select t.o::text as "offset", m.batch::text as batch, t.n::text as node, t.p::text as person
      from manifest m
      cross join lateral unnest(m.offsets, m.nodes, m.persons) as t(o, n, p)
      where m.workspace = $1 and m.hi >= $2 and m.lo <= $3 and not m.removes and not m.superseded and t.o between $2 and $3
      order by m.batch`,
    values: [workspace, lo, hi],
  });
  return read.rows;
}

/** Deletes the log rows from `lo` to `hi` of one receive day; how many. */
export async function deleteFromLog(
  client: ClientBase,
  workspace: number,
  day: string,
  lo: number,
  hi: number,
): Promise<number> {
  const deleted = await client.query(
    'delete from intake where workspace = $1 and received_day = $2 and "offset" between $3 and $4',
    [workspace, day, lo, hi],
  );
  return deleted.rowCount ?? 0;
}

/**
 * Drops the log's partitions before `keepFrom` that are empty. It needs the whole log for an instant, so it gives up after a moment
 * (`lock_not_available`), and nothing is dropped.
 */
export async function dropEmptyDays(client: ClientBase, keepFrom: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '1s'`);
    await client.query('select drop_empty_log_days($1::date)', [keepFrom]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
