import type { Reason } from '@throughline/core/collect/reason';
import type { ClientBase } from 'pg';
import type { Authority } from '../intake/log-row.js';

export interface SetAsideItem {
  readonly id: string;
  readonly receivedAt: Date;
  readonly source: number;
  readonly sourceName: string;
  readonly zone: string;
  readonly import: number;
  readonly line: number | null;
  readonly stage: 'intake' | 'import' | 'resolve';
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

const columns = `a.id, a.received_at as "receivedAt", a.source, s.name as "sourceName", s.zone, a.import, a.line::float8 as line, a.stage, a.code,
  a.reason, a.reasons, a.message_id as "messageId", a.authority, a.envelope, a.body, a.status`;

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

/** Waiting items of a reason, the oldest first. */
export async function waitingItems(
  client: ClientBase,
  workspace: number,
  code: string,
  after: SetAsidePlace,
  limit: number,
): Promise<readonly SetAsideItem[]> {
  const found = await client.query<SetAsideItem>(
    `select ${columns}
     from set_aside a
     join source s using (workspace, source)
     where a.workspace = $1 and a.code = $2 and a.status = 'waiting' and (a.received_at, a.id) > ($3::timestamptz, $4::uuid)
     order by a.received_at, a.id
     limit $5`,
    [workspace, code, after.receivedAt, after.id, limit],
  );
  return found.rows;
}

/** The newest waiting items of a reason. */
export async function newestWaiting(
  client: ClientBase,
  workspace: number,
  code: string,
  limit: number,
): Promise<readonly SetAsideItem[]> {
  const found = await client.query<SetAsideItem>(
    `select ${columns}
     from set_aside a
     join source s using (workspace, source)
     where a.workspace = $1 and a.code = $2 and a.status = 'waiting'
     order by a.received_at desc, a.id desc
     limit $3`,
    [workspace, code, limit],
  );
  return found.rows;
}

export async function setAsideItem(
  client: ClientBase,
  workspace: number,
  id: string,
): Promise<SetAsideItem | undefined> {
  const found = await client.query<SetAsideItem>(
    `select ${columns}
     from set_aside a
     join source s using (workspace, source)
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

/** The newest waiting items of a part of a reason, up to that size each. */
export async function newestOfPart(
  client: ClientBase,
  workspace: number,
  code: string,
  part: Pick<PartCount, 'import' | 'source'>,
  limit: number,
  mostBytes: number,
): Promise<readonly SetAsideItem[]> {
  const found = await client.query<SetAsideItem>(
    `select ${columns}
     from set_aside a
     join source s using (workspace, source)
     where a.workspace = $1 and a.code = $2 and a.import = $3 and a.source = $4 and a.status = 'waiting'
       and octet_length(a.body) <= $6
     order by a.received_at desc, a.id desc
     limit $5`,
    [workspace, code, part.import, part.source, limit, mostBytes],
  );
  return found.rows;
}

/** Waiting items of a reason and an import, the oldest first. */
export async function waitingOfImport(
  client: ClientBase,
  workspace: number,
  code: string,
  importId: string,
  after: SetAsidePlace,
  limit: number,
): Promise<readonly SetAsideItem[]> {
  const found = await client.query<SetAsideItem>(
    `select ${columns}
     from set_aside a
     join source s using (workspace, source)
     join import_run r using (workspace, import)
     where a.workspace = $1 and a.code = $2 and r.id = $3 and a.status = 'waiting' and (a.received_at, a.id) > ($4::timestamptz, $5::uuid)
     order by a.received_at, a.id
     limit $6`,
    [workspace, code, importId, after.receivedAt, after.id, limit],
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

/** Leaves out everything that waits for one reason; how many that were. */
export async function leaveOutReason(
  client: ClientBase,
  workspace: number,
  code: string,
  decision: Decision,
): Promise<number> {
  const decided = await client.query(
    `update set_aside
     set status = 'left-out', decided_by = $3, decided_at = $4, note = $5
     where workspace = $1 and code = $2 and status = 'waiting'`,
    [workspace, code, decision.by, decision.at, decision.note],
  );
  return decided.rowCount ?? 0;
}
