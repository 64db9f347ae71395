import type { ClientBase } from 'pg';

export interface SourceRow {
  readonly source: number;
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly team: string | null;
  readonly trust: number;
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
  readonly groups: 'account' | 'household';
  readonly completeUntil: Date | null;
  readonly archivedAt: Date | null;
}

const columns = `source, id, name, channel, team, trust, zone, country, currency, groups,
  complete_until as "completeUntil", archived_at as "archivedAt"`;

/** All sources but the one that stands for people's own decisions, archived ones last. */
export async function listSources(client: ClientBase, workspace: number): Promise<readonly SourceRow[]> {
  const found = await client.query<SourceRow>(
    `select ${columns}
     from source
     where workspace = $1 and source > 0
     order by archived_at is not null, source`,
    [workspace],
  );
  return found.rows;
}

/** The source, locked until the transaction ends. */
export async function lockSource(client: ClientBase, workspace: number, id: string): Promise<SourceRow | undefined> {
  const found = await client.query<SourceRow>(
    `select ${columns}
     from source
     where workspace = $1 and id = $2 and source > 0
     for update`,
    [workspace, id],
  );
  return found.rows[0];
}

export interface WorkspaceDefaults {
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
}

/** What sources of the workspace start with. The row stays locked, so that source numbers are given one after the other. */
export async function lockWorkspace(client: ClientBase, workspace: number): Promise<WorkspaceDefaults> {
  const found = await client.query<WorkspaceDefaults>(
    `select zone, country, currency
     from workspace
     where workspace = $1
     for update`,
    [workspace],
  );
  const row = found.rows[0];
  if (row === undefined) throw new Error(`workspace ${workspace} is not there`);
  return row;
}

/** The new source's number; undefined if the name is taken. The workspace's row must be locked. */
export async function insertSource(
  client: ClientBase,
  workspace: number,
  row: Omit<SourceRow, 'source' | 'archivedAt'> & { readonly at: Date },
): Promise<number | undefined> {
  const made = await client.query<{ source: number }>(
    `insert into source (workspace, source, id, name, channel, team, trust, zone, country, currency, groups,
       complete_until, created_at)
     select $1, coalesce(max(source), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from source
     where workspace = $1
     on conflict (workspace, lower(name)) do nothing
     returning source`,
    [
      workspace,
      row.id,
      row.name,
      row.channel,
      row.team,
      row.trust,
      row.zone,
      row.country,
      row.currency,
      row.groups,
      row.completeUntil,
      row.at,
    ],
  );
  return made.rows[0]?.source;
}

export async function isNameTaken(
  client: ClientBase,
  workspace: number,
  name: string,
  except: number,
): Promise<boolean> {
  const found = await client.query(
    `select source
     from source
     where workspace = $1 and lower(name) = lower($2) and source <> $3`,
    [workspace, name, except],
  );
  return found.rows.length > 0;
}

export async function updateSource(client: ClientBase, workspace: number, row: SourceRow): Promise<void> {
  await client.query(
    `update source
     set name = $3, channel = $4, team = $5, trust = $6, zone = $7, country = $8, currency = $9, groups = $10,
       complete_until = $11, archived_at = $12
     where workspace = $1 and source = $2`,
    [
      workspace,
      row.source,
      row.name,
      row.channel,
      row.team,
      row.trust,
      row.zone,
      row.country,
      row.currency,
      row.groups,
      row.completeUntil,
      row.archivedAt,
    ],
  );
}

/** received = stored + duplicates + set aside; what was replayed from there counts as stored. */
export interface SourceDayRow {
  readonly source: number;
  /** `YYYY-MM-DD`, the receive day in UTC. */
  readonly day: string;
  readonly stored: number;
  readonly duplicates: number;
  readonly setAside: number;
}

export async function listSourceDays(
  client: ClientBase,
  workspace: number,
  since: string,
): Promise<readonly SourceDayRow[]> {
  const found = await client.query<SourceDayRow>(
    `with counted as (
       select source, day, stored, duplicates from source_day where workspace = $1 and day >= $2::date
     ), aside as (
       select source, (received_at at time zone 'UTC')::date as day, count(*) as messages
       from set_aside
       where workspace = $1 and received_at >= $2::timestamp at time zone 'UTC' and status <> 'replayed'
       group by 1, 2
     )
     select source, to_char(day, 'YYYY-MM-DD') as day, coalesce(c.stored, 0)::float8 as stored,
       coalesce(c.duplicates, 0)::float8 as duplicates, coalesce(a.messages, 0)::float8 as "setAside"
     from counted c full join aside a using (source, day)
     order by source, day`,
    [workspace, since],
  );
  return found.rows;
}

export interface SourceTotalRow {
  readonly source: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly setAside: number;
  readonly lastReceivedAt: Date;
}

export async function sumSources(client: ClientBase, workspace: number): Promise<readonly SourceTotalRow[]> {
  const found = await client.query<SourceTotalRow>(
    `with counted as (
       select source, sum(stored) as stored, sum(duplicates) as duplicates, max(last_received_at) as last_received_at
       from source_day
       where workspace = $1
       group by source
     ), aside as (
       select source, count(*) filter (where status <> 'replayed') as messages, max(received_at) as last_received_at
       from set_aside
       where workspace = $1
       group by source
     )
     select source, coalesce(c.stored, 0)::float8 as stored, coalesce(c.duplicates, 0)::float8 as duplicates,
       coalesce(a.messages, 0)::float8 as "setAside", greatest(c.last_received_at, a.last_received_at) as "lastReceivedAt"
     from counted c full join aside a using (source)`,
    [workspace],
  );
  return found.rows;
}
