import type { Reason } from '@throughline/core/collect/reason';
import type { ClientBase } from 'pg';
import type { Authority, SetAsideRow } from '../intake/log-row.js';

export interface SetAsideItem {
  readonly id: string;
  readonly receivedAt: Date;
  readonly source: number;
  readonly sourceName: string;
  readonly zone: string;
  readonly import: number;
  readonly line: number | null;
  readonly stage: SetAsideRow['stage'];
  readonly code: string;
  readonly reason: string;
  /** Null of what an earlier version set aside. */
  readonly reasons: readonly Reason[] | null;
  readonly messageId: string | null;
  readonly authority: Authority;
  readonly envelope: string | null;
  readonly body: Buffer;
  readonly status: 'waiting' | 'replayed' | 'left-out';
}

const selected = `select a.id, a.received_at as "receivedAt", a.source, s.name as "sourceName", s.zone, a.import, a.line::float8 as line, a.stage,
    a.code, a.reason, a.reasons, a.message_id as "messageId", a.authority, a.envelope, a.body, a.status
  from set_aside a
  join source s using (workspace, source)`;

export interface SetAsideCount {
  readonly code: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** What waits, by reason, the most frequent first. */
export async function countWaiting(client: ClientBase, workspace: number): Promise<readonly SetAsideCount[]> {
  const found = await client.query<SetAsideCount>(
    `select code, count(*)::float8 as count, min(received_at) as "firstAt", max(received_at) as "lastAt"
     from set_aside
     where workspace = $1 and status = 'waiting'
     group by code
     order by count(*) desc, code`,
    [workspace],
  );
  return found.rows;
}

/** The place behind which a page begins. */
export interface SetAsidePlace {
  readonly receivedAt: string;
  readonly id: string;
}

export const beginning: SetAsidePlace = { receivedAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export const placeOfItem = ({ receivedAt, id }: SetAsideItem): SetAsidePlace => ({
  receivedAt: receivedAt.toISOString(),
  id,
});

/** Waiting items of a reason, the oldest first. `import`: of that one alone, unless 0. `until`: received until then. */
export async function waitingItems(
  client: ClientBase,
  workspace: number,
  of: { readonly code: string; readonly import?: number; readonly until?: Date },
  after: SetAsidePlace,
  limit: number,
): Promise<readonly SetAsideItem[]> {
  const found = await client.query<SetAsideItem>(
    `${selected}
     where a.workspace = $1 and a.code = $2 and a.status = 'waiting' and (a.received_at, a.id) > ($3::timestamptz, $4::uuid)
       and ($6 = 0 or a.import = $6) and a.received_at <= $7
     order by a.received_at, a.id
     limit $5`,
    [workspace, of.code, after.receivedAt, after.id, limit, of.import ?? 0, of.until ?? 'infinity'],
  );
  return found.rows;
}

/** The newest waiting items of a reason; of a part alone and up to a size each, if told. */
export async function newestWaiting(
  client: ClientBase,
  workspace: number,
  code: string,
  limit: number,
  of: { readonly part?: Pick<PartCount, 'import' | 'source'>; readonly mostBytes?: number } = {},
): Promise<readonly SetAsideItem[]> {
  const found = await client.query<SetAsideItem>(
    `${selected}
     where a.workspace = $1 and a.code = $2 and a.status = 'waiting'
       and a.import = coalesce($4, a.import) and a.source = coalesce($5, a.source)
       and octet_length(a.body) <= coalesce($6, octet_length(a.body))
     order by a.received_at desc, a.id desc
     limit $3`,
    [workspace, code, limit, of.part?.import ?? null, of.part?.source ?? null, of.mostBytes ?? null],
  );
  return found.rows;
}

export async function setAsideItem(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<SetAsideItem | undefined> {
  const found = await client.query<SetAsideItem>(
    `${selected}
     where a.workspace = $1 and a.id = $2`,
    [workspace, id],
  );
  return found.rows[0];
}

export interface PartCount {
  /** 0: live. */
  readonly import: number;
  readonly source: number;
  readonly sourceName: string;
  readonly count: number;
}

/** What waits for a reason, by import and source, the most frequent first. */
export async function countParts(
  client: ClientBase,
  workspace: number,
  code: string,
  limit: number,
): Promise<readonly PartCount[]> {
  const found = await client.query<PartCount>(
    `select a.import, a.source, s.name as "sourceName", count(*)::float8 as count
     from set_aside a
     join source s using (workspace, source)
     where a.workspace = $1 and a.code = $2 and a.status = 'waiting'
     group by a.import, a.source, s.name
     order by count(*) desc, a.import desc, a.source
     limit $3`,
    [workspace, code, limit],
  );
  return found.rows;
}

export interface ImportOfItem {
  readonly id: string;
  readonly fileName: string;
  readonly mapping: string;
  readonly state: string;
  readonly header: readonly string[] | null;
  readonly months: Readonly<Record<string, number>> | null;
  readonly createdAt: Date;
}

export async function importOfItem(
  client: ClientBase,
  workspace: number,
  run: number,
): Promise<ImportOfItem | undefined> {
  const found = await client.query<ImportOfItem>(
    `select id, file_name as "fileName", mapping, state, resume -> 'point' -> 'header' as header,
       resume -> 'point' -> 'months' as months, created_at as "createdAt"
     from import_run
     where workspace = $1 and import = $2`,
    [workspace, run],
  );
  return found.rows[0];
}

export interface Decision {
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
}

/** Decides on these items as far as they wait; how many did. */
export async function decideItems(
  client: ClientBase,
  workspace: number,
  ids: readonly string[],
  status: 'replayed' | 'left-out',
  decision: Decision,
): Promise<number> {
  const decided = await client.query(
    `update set_aside
     set status = $3, decided_by = $4, decided_at = $5, note = $6
     where workspace = $1 and id = any($2::uuid[]) and status = 'waiting'`,
    [workspace, ids, status, decision.by, decision.at, decision.note],
  );
  return decided.rowCount ?? 0;
}
