import type { ClientBase, Pool } from 'pg';
import type { MendingAct } from './mending-act.js';
import type { MendingState } from './mending-state.js';
import type { SetAsidePlace } from './set-aside.sql.js';

export interface Mending {
  readonly workspace: number;
  readonly id: string;
  readonly code: string;
  /** 0: whatever the items came with. */
  readonly import: number;
  /** Public id of the import. */
  readonly importId: string | null;
  readonly fileName: string | null;
  readonly act: MendingAct;
  readonly state: MendingState;
  readonly waiting: number;
  readonly replayed: number;
  readonly stillAside: number;
  readonly leftOut: number;
  readonly place: SetAsidePlace;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const selected = `select m.workspace, m.id, m.code, m.import, r.id as "importId", r.file_name as "fileName", m.act, m.state, m.waiting::float8 as waiting,
    m.replayed::float8 as replayed, m.still_aside::float8 as "stillAside", m.left_out::float8 as "leftOut",
    jsonb_build_object('receivedAt', m.place_at::text, 'id', m.place_id) as place, m.failure, m.created_by as "createdBy",
    m.created_at as "createdAt", m.finished_at as "finishedAt"
  from mending m
  left join import_run r using (workspace, import)`;

export type NewMending = Pick<Mending, 'workspace' | 'id' | 'code' | 'import' | 'act' | 'createdBy' | 'createdAt'>;

/** Stores an order with how much waits for it; false if one for the same items is under way. */
export async function insertMending(client: ClientBase, mending: NewMending): Promise<boolean> {
  const stored = await client.query(
    `insert into mending (workspace, id, code, import, act, state, waiting, created_by, created_at)
     select $1, $2, $3, $4, $5, 'running', count(*), $6, $7
     from set_aside
     where workspace = $1 and code = $3 and ($4 = 0 or import = $4) and status = 'waiting' and received_at <= $7
     on conflict (workspace, code, import) where state = 'running' do nothing`,
    [
      mending.workspace,
      mending.id,
      mending.code,
      mending.import,
      JSON.stringify(mending.act),
      mending.createdBy,
      mending.createdAt,
    ],
  );
  return stored.rowCount === 1;
}

export async function runningMending(
  client: ClientBase,
  workspace: number,
  code: string,
  run: number,
): Promise<Mending | undefined> {
  const found = await client.query<Mending>(
    `${selected} where m.workspace = $1 and m.code = $2 and m.import = $3 and m.state = 'running'`,
    [workspace, code, run],
  );
  return found.rows[0];
}

export async function findMending(
  client: ClientBase | Pool,
  workspace: number,
  id: string,
): Promise<Mending | undefined> {
  const found = await client.query<Mending>(`${selected} where m.workspace = $1 and m.id = $2`, [workspace, id]);
  return found.rows[0];
}

/** Those that run, in the order in which they do, then those that ended since, the last first. */
export async function recentMendings(client: ClientBase, workspace: number, since: Date): Promise<readonly Mending[]> {
  const found = await client.query<Mending>(
    `${selected}
     where m.workspace = $1 and (m.state = 'running' or m.finished_at >= $2)
     order by m.state <> 'running', m.finished_at desc, m.created_at, m.id
     limit 20`,
    [workspace, since],
  );
  return found.rows;
}

/** Of all workspaces, in the order in which they were ordered. The worker role's. */
export async function runningMendings(pool: Pool): Promise<readonly Pick<Mending, 'workspace' | 'id'>[]> {
  const found = await pool.query<Pick<Mending, 'workspace' | 'id'>>(
    `select workspace, id
     from mending
     where state = 'running'
     order by created_at, workspace, id`,
  );
  return found.rows;
}

/** How far a batch brought a mending, in the transaction of what it did; false if it does not run any more. */
export async function advanceMending(
  client: ClientBase | Pool,
  { workspace, id }: Pick<Mending, 'workspace' | 'id'>,
  { replayed, stillAside }: { readonly replayed: number; readonly stillAside: number },
  place: SetAsidePlace,
): Promise<boolean> {
  const stored = await client.query(
    `update mending
     set replayed = replayed + $3, still_aside = still_aside + $4, place_at = $5, place_id = $6
     where workspace = $1 and id = $2 and state = 'running'`,
    [workspace, id, replayed, stillAside, place.receivedAt, place.id],
  );
  return stored.rowCount === 1;
}

/** Leaves out the next items of a mending, up to a number, and advances it; how many there were. */
export async function leaveOutNext(
  pool: Pool,
  { workspace, id }: Pick<Mending, 'workspace' | 'id'>,
  at: Date,
  limit: number,
): Promise<number> {
  const stored = await pool.query<{ items: number }>(
    `with under_way as (
       select code, import, act, created_by, created_at, place_at, place_id
       from mending
       where workspace = $1 and id = $2 and state = 'running'
       for update
     ), next as (
       select a.received_at, a.id
       from under_way m
       join set_aside a on a.workspace = $1 and a.code = m.code and (m.import = 0 or a.import = m.import)
       where a.status = 'waiting' and a.received_at <= m.created_at and (a.received_at, a.id) > (m.place_at, m.place_id)
       order by a.received_at, a.id
       limit $4
     ), left_out as (
       update set_aside a
       set status = 'left-out', decided_by = m.created_by, decided_at = $3, note = m.act ->> 'note'
       from next n, under_way m
       where a.workspace = $1 and a.id = n.id and a.status = 'waiting'
       returning a.id
     ), last as (
       select received_at, id
       from next
       order by received_at desc, id desc
       limit 1
     ), advanced as (
       update mending m
       set left_out = m.left_out + (select count(*) from left_out), place_at = l.received_at, place_id = l.id
       from last l
       where m.workspace = $1 and m.id = $2
     )
     select count(*)::integer as items from next`,
    [workspace, id, at, limit],
  );
  return stored.rows[0]?.items ?? 0;
}

/** Ends a mending that runs; false if it had ended. */
export async function endMending(
  client: ClientBase | Pool,
  { workspace, id }: Pick<Mending, 'workspace' | 'id'>,
  state: Exclude<MendingState, 'running'>,
  at: Date,
  failure: Mending['failure'] = null,
): Promise<boolean> {
  const ended = await client.query(
    `update mending
     set state = $3, finished_at = $4, failure = $5
     where workspace = $1 and id = $2 and state = 'running'`,
    [workspace, id, state, at, failure === null ? null : JSON.stringify(failure)],
  );
  return ended.rowCount === 1;
}
