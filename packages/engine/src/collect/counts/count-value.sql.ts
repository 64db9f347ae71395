import type { BucketSpan } from '@throughline/core/collect/records/bucket';
import type { CountRecord } from '@throughline/core/collect/records/count-record';
import type { ClientBase } from 'pg';
import type { LoggedRecord } from '../records/logged-record.js';

/** Adds values as they came; the same offset twice is one value. */
export async function insertCounts(
  client: ClientBase,
  workspace: number,
  rows: readonly LoggedRecord<CountRecord>[],
): Promise<void> {
  await client.query(
    `insert into count_value (workspace, "offset", source, import, measure, location, touchpoint, per, starts_at, value, adds, received_at)
     select $1, o, s, i, m, l, t, p, a, v, d, r
     from unnest($2::bigint[], $3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
       $10::numeric[], $11::boolean[], $12::timestamptz[]) as given(o, s, i, m, l, t, p, a, v, d, r)
     on conflict do nothing`,
    [
      workspace,
      rows.map(({ row }) => row.offset),
      rows.map(({ row }) => row.source),
      rows.map(({ row }) => row.import),
      rows.map(({ record }) => record.measure),
      rows.map(({ record }) => record.location),
      rows.map(({ record }) => record.touchpoint),
      rows.map(({ record }) => record.per),
      rows.map(({ row }) => row.occurredAt),
      rows.map(({ record }) => record.value),
      rows.map(({ record }) => record.adds),
      rows.map(({ row }) => row.receivedAt),
    ],
  );
}

export interface MeasureRow {
  readonly measure: string;
  readonly per: BucketSpan;
  readonly adds: boolean;
  readonly places: number;
  readonly buckets: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lastReceivedAt: Date;
}

/** What is counted, and in which buckets; the latest first. */
export async function listMeasures(client: ClientBase, workspace: number): Promise<readonly MeasureRow[]> {
  const found = await client.query<MeasureRow>(
    `select measure, per, bool_and(adds) as adds, count(distinct (source, location, touchpoint))::float8 as places,
       count(distinct (source, location, touchpoint, starts_at))::float8 as buckets,
       min(starts_at) as "firstAt", max(starts_at) as "lastAt", max(received_at) as "lastReceivedAt"
     from count_value
     where workspace = $1
     group by measure, per
     order by max(starts_at) desc, measure, per`,
    [workspace],
  );
  return found.rows;
}

export interface CountsWanted {
  readonly measure: string;
  readonly per: BucketSpan;
  /** Calendar days of the workspace, both included: `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

/** The calendar day of the workspace on which the latest bucket begins. */
export async function lastDayOfCounts(
  client: ClientBase,
  workspace: number,
  measure: string,
  per: BucketSpan,
): Promise<string | undefined> {
  const found = await client.query<{ day: string }>(
    `select to_char(c.starts_at at time zone w.zone, 'YYYY-MM-DD') as day
     from count_value c
     join workspace w on w.workspace = $1
     where c.workspace = $1 and c.measure = $2 and c.per = $3
     order by c.starts_at desc
     limit 1`,
    [workspace, measure, per],
  );
  return found.rows[0]?.day;
}

/** Parameters: workspace, measure, per, from, to. */
const wanted = `workspace = $1 and measure = $2 and per = $3
    and starts_at >= $4::date::timestamp at time zone (select zone from workspace where workspace = $1)
    and starts_at < ($5::date + 1)::timestamp at time zone (select zone from workspace where workspace = $1)`;

/** The value of each bucket that counts now. */
const current = `select distinct on (starts_at, source, location, touchpoint) starts_at, source, location, touchpoint, value, adds
  from count_value
  where ${wanted}
  order by starts_at, source, location, touchpoint, "offset" desc`;

/** What adds is added, a level is averaged. */
const together = 'case when bool_and(adds) then sum(value) else avg(value) end';

export interface DayOfCounts {
  /** `YYYY-MM-DD`, of the workspace. */
  readonly day: string;
  readonly value: number;
  readonly buckets: number;
}

/** Of each calendar day on which a bucket begins. */
export async function countsByDay(
  client: ClientBase,
  workspace: number,
  { measure, per, from, to }: CountsWanted,
): Promise<readonly DayOfCounts[]> {
  const found = await client.query<DayOfCounts>(
    `with current as (${current})
     select to_char((starts_at at time zone (select zone from workspace where workspace = $1))::date, 'YYYY-MM-DD') as day, (${together})::float8 as value,
       count(*)::float8 as buckets
     from current
     group by 1
     order by 1`,
    [workspace, measure, per, from, to],
  );
  return found.rows;
}

export interface PlaceOfCounts {
  readonly location: string;
  readonly touchpoint: string;
  readonly source: string;
  readonly value: number;
  readonly buckets: number;
}

/** Of each place that counts, the largest first. */
export async function countsByPlace(
  client: ClientBase,
  workspace: number,
  { measure, per, from, to }: CountsWanted,
): Promise<readonly PlaceOfCounts[]> {
  const found = await client.query<PlaceOfCounts>(
    `with current as (${current})
     select c.location, c.touchpoint, s.name as source, (${together})::float8 as value, count(*)::float8 as buckets
     from current c
     join source s on s.workspace = $1 and s.source = c.source
     group by c.location, c.touchpoint, s.source, s.name
     order by value desc, c.location, c.touchpoint, s.name
     limit 1000`,
    [workspace, measure, per, from, to],
  );
  return found.rows;
}

export interface HeldValue {
  readonly location: string;
  readonly touchpoint: string;
  readonly source: string;
  readonly startsAt: Date;
  readonly value: number;
  readonly receivedAt: Date;
  /** The one that counts; it took the place of the others. */
  readonly isCurrent: boolean;
}

/** Buckets that were told differently at other times, with every value they ever had, the newest first. */
export async function replacedCounts(
  client: ClientBase,
  workspace: number,
  { measure, per, from, to }: CountsWanted,
  limit: number,
): Promise<readonly HeldValue[]> {
  const found = await client.query<HeldValue>(
    `with held as (
       select location, touchpoint, source, starts_at, value, received_at, min(value) over bucket <> max(value) over bucket as differs,
         row_number() over (bucket order by "offset" desc) as place
       from count_value
       where ${wanted}
       window bucket as (partition by starts_at, source, location, touchpoint)
     )
     select h.location, h.touchpoint, s.name as source, h.starts_at as "startsAt", h.value::float8 as value,
       h.received_at as "receivedAt", h.place = 1 as "isCurrent"
     from held h
     join source s on s.workspace = $1 and s.source = h.source
     where h.differs
     order by h.starts_at desc, h.location, h.touchpoint, h.source, h.place
     limit $6`,
    [workspace, measure, per, from, to, limit],
  );
  return found.rows;
}
