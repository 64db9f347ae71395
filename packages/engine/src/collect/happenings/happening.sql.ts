import type { HappeningRecord, HappeningSort } from '@throughline/core/collect/records/happening-record';
import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import type { LoggedRecord } from '../records/logged-record.js';

export interface HappeningRow {
  readonly id: string;
  readonly sort: HappeningSort;
  readonly what: string;
  /** Empty: everywhere, or not said. */
  readonly location: string;
  readonly knownFrom: string;
  readonly startsAt: Date;
  /** `YYYY-MM-DD`, if only the day is known. */
  readonly startsOn: string | null;
  readonly endsAt: Date | null;
  readonly endsOn: string | null;
  /** Name of the source that told it; null: a person entered it. */
  readonly source: string | null;
  readonly toldBy: string;
  readonly toldAt: Date;
}

/** Keeps what sources told; the same offset twice is one happening. */
export async function insertTold(
  client: ClientBase,
  workspace: number,
  rows: readonly LoggedRecord<HappeningRecord>[],
): Promise<void> {
  for (const { row, record } of rows) {
    await client.query(
      `insert into happening (workspace, id, source, "offset", import, key, sort, what, location, known_from, starts_at, starts_on,
         ends_at, ends_on, told_by, told_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, s.name, $15
       from source s
       where s.workspace = $1 and s.source = $3
       on conflict do nothing`,
      [
        workspace,
        uuidV7(row.receivedAt.getTime()),
        row.source,
        row.offset,
        row.import,
        record.id === '' ? `#${row.offset}` : record.id,
        record.sort,
        record.what,
        record.location,
        record.knownFrom,
        row.occurredAt,
        record.startsOn,
        record.until === null ? null : new Date(record.until.atMs),
        record.until?.on ?? null,
        row.receivedAt,
      ],
    );
  }
}

const shown = `h.id, h.sort, h.what, h.location, h.known_from as "knownFrom", h.starts_at as "startsAt",
  to_char(h.starts_on, 'YYYY-MM-DD') as "startsOn", h.ends_at as "endsAt", to_char(h.ends_on, 'YYYY-MM-DD') as "endsOn",
  s.name as source, h.told_by as "toldBy", h.told_at as "toldAt"`;

/** What happened, as it is known now, within a period; the latest first. `from` and `to` are open where they are null. */
export async function listHappenings(
  client: ClientBase,
  workspace: number,
  { from, to, limit }: { readonly from: Date | null; readonly to: Date | null; readonly limit: number },
): Promise<readonly HappeningRow[]> {
  const found = await client.query<HappeningRow>(
    `with known as (
       select distinct on (source, coalesce(key, id::text)) id, source, sort, what, location, known_from, starts_at, starts_on, ends_at,
         ends_on, told_by, told_at, removed_at
       from happening
       where workspace = $1
       order by source, coalesce(key, id::text), "offset" desc
     )
     select ${shown}
     from known h
     left join source s on s.workspace = $1 and s.source = h.source
     where h.removed_at is null and ($2::timestamptz is null or h.ends_at is null or h.ends_at > $2)
       and ($3::timestamptz is null or h.starts_at < $3)
     order by h.starts_at desc, h.id
     limit $4`,
    [workspace, from, to, limit],
  );
  return found.rows;
}

/** One that was not removed, locked until the transaction ends. */
export async function lockHappening(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<HappeningRow | undefined> {
  const found = await client.query<HappeningRow>(
    `select ${shown}
     from happening h
     left join source s on s.workspace = $1 and s.source = h.source
     where h.workspace = $1 and h.id = $2 and h.removed_at is null
     for update of h`,
    [workspace, id],
  );
  return found.rows[0];
}

export interface Entered {
  readonly id: string;
  readonly record: HappeningRecord;
  readonly by: string;
  readonly at: Date;
}

/** Enters one, or says anew what one is that was entered. */
export async function putEntered(
  client: ClientBase,
  workspace: number,
  { id, record, by, at }: Entered,
): Promise<void> {
  await client.query(
    `insert into happening (workspace, id, sort, what, location, known_from, starts_at, starts_on, ends_at, ends_on, told_by, told_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (workspace, id) do update set
       sort = excluded.sort, what = excluded.what, location = excluded.location, known_from = excluded.known_from,
       starts_at = excluded.starts_at, starts_on = excluded.starts_on, ends_at = excluded.ends_at, ends_on = excluded.ends_on,
       told_by = excluded.told_by, told_at = excluded.told_at`,
    [
      workspace,
      id,
      record.sort,
      record.what,
      record.location,
      record.knownFrom,
      new Date(record.time.atMs),
      record.startsOn,
      record.until === null ? null : new Date(record.until.atMs),
      record.until?.on ?? null,
      by,
      at,
    ],
  );
}

/** Takes one off the list, or puts it back (`at` null); whether there is one. */
export async function setRemoved(client: ClientBase, workspace: number, id: string, at: Date | null): Promise<boolean> {
  const done = await client.query('update happening set removed_at = $3 where workspace = $1 and id = $2', [
    workspace,
    id,
    at,
  ]);
  return done.rowCount === 1;
}

export async function zoneOfWorkspace(client: ClientBase, workspace: number): Promise<string> {
  const found = await client.query<{ zone: string }>('select zone from workspace where workspace = $1', [workspace]);
  return found.rows[0]?.zone ?? 'UTC';
}
