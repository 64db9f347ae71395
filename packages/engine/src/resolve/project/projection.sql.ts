import type { ClientBase } from 'pg';

/** A group of manifests that is being sent: `lo` to `hi`, `sent` rows, under tokens of `epoch`. */
export interface SendGroup {
  readonly epoch: number;
  readonly lo: number;
  readonly hi: number;
  readonly sent: number;
}

export interface ProjectionState {
  readonly workspace: number;
  /** Last batch that is in the engine. */
  readonly cursor: number;
  /** Last batch there is. */
  readonly last: number;
  readonly epoch: number;
  readonly group: SendGroup | null;
  readonly emptying: boolean;
  readonly foldAsked: boolean;
  readonly compareAsked: boolean;
  readonly forgetVersion: number;
  readonly forgetDue: boolean;
  /** Newest override that is sent and not folded; 0: none. */
  readonly openVersion: number;
}

export async function readProjections(
  client: ClientBase,
  workspaces: readonly number[],
): Promise<readonly ProjectionState[]> {
  const read = await client.query<ProjectionState>({
    name: 'read-projections',
    text: `select c.workspace, c."offset"::float8 as cursor, (h.next_batch - 1)::float8 as last, h.epoch,
        case when p.lo is null then null
          else json_build_object('epoch', p.epoch, 'lo', p.lo, 'hi', p.hi, 'sent', p.sent) end as "group",
        coalesce(p.emptying, false) as emptying, coalesce(p.fold_asked, false) as "foldAsked",
        coalesce(p.compare_asked, false) as "compareAsked", coalesce(p.forget_version, 0)::float8 as "forgetVersion",
        coalesce(p.forget_version > 0 and p.forget_after <= clock_timestamp(), false) as "forgetDue",
        coalesce((select o.version from override o where o.workspace = c.workspace and not o.folded order by o.version limit 1), 0)::float8
          as "openVersion"
      from consumer c
      join resolve_head h on h.workspace = c.workspace
      left join projection p on p.workspace = c.workspace
      where c.name = 'project' and c.workspace = any($1::integer[])
      order by c.workspace`,
    values: [workspaces],
  });
  return read.rows;
}

/** Records what is about to be sent, before it is. */
export async function recordGroup(client: ClientBase, workspace: number, group: SendGroup): Promise<void> {
  await client.query({
    name: 'record-group',
    text: `insert into projection (workspace, epoch, lo, hi, sent) values ($1, $2, $3, $4, $5)
      on conflict (workspace) do update set epoch = excluded.epoch, lo = excluded.lo, hi = excluded.hi, sent = excluded.sent`,
    values: [workspace, group.epoch, group.lo, group.hi, group.sent],
  });
}

export async function clearGroup(client: ClientBase, workspace: number): Promise<void> {
  await client.query({
    name: 'clear-group',
    text: 'update projection set epoch = null, lo = null, hi = null, sent = null where workspace = $1',
    values: [workspace],
  });
}

/** Begins a new epoch, under which no token was used yet, and returns it. Manifests sent again under it carry it. */
export async function beginEpoch(client: ClientBase, workspace: number, batches: readonly number[]): Promise<number> {
  const begun = await client.query<{ epoch: number }>(
    'update resolve_head set epoch = epoch + 1 where workspace = $1 returning epoch',
    [workspace],
  );
  const epoch = begun.rows[0]?.epoch;
  if (epoch === undefined) throw new Error(`workspace ${workspace} has no resolve head`);
  if (batches.length > 0)
    await client.query('update manifest set epoch = $2 where workspace = $1 and batch = any($3::bigint[])', [
      workspace,
      epoch,
      batches,
    ]);
  return epoch;
}

/**
 * Asks for everything to be sent again from the first batch, into an emptied engine. Raises the fence, so that a projector in the midst of
 * something commits nothing any more.
 */
export async function askRebuild(client: ClientBase, workspace: number): Promise<void> {
  await client.query(`insert into projection (workspace) values ($1) on conflict do nothing`, [workspace]);
  await client.query(
    `update consumer set "offset" = 0, fence = fence + 1, owner = null, leased_until = '-infinity'
     where workspace = $1 and name = 'project'`,
    [workspace],
  );
  await client.query(
    `update projection set emptying = true, epoch = null, lo = null, hi = null, sent = null, fold_asked = false,
       compare_asked = true, forget_version = 0, forget_after = 'infinity' where workspace = $1`,
    [workspace],
  );
  await client.query('delete from folded_partition where workspace = $1', [workspace]);
  await client.query('update override set folded = false where workspace = $1 and folded', [workspace]);
  await beginEpoch(client, workspace, []);
}

export async function askFold(client: ClientBase, workspace: number): Promise<void> {
  await client.query(
    `insert into projection (workspace, fold_asked) values ($1, true) on conflict (workspace) do update set fold_asked = true`,
    [workspace],
  );
}

export async function askCompare(client: ClientBase, workspace: number): Promise<void> {
  await client.query(
    `insert into projection (workspace, compare_asked) values ($1, true) on conflict (workspace) do update set compare_asked = true`,
    [workspace],
  );
}

export async function endAsked(
  client: ClientBase,
  workspace: number,
  asked: 'emptying' | 'fold_asked' | 'compare_asked',
): Promise<void> {
  await client.query(`update projection set ${asked} = false where workspace = $1`, [workspace]);
}

/** Holds the workspace until the transaction ends; false if another owner has it by now. */
export async function holdFence(client: ClientBase, workspace: number, fence: number): Promise<boolean> {
  const held = await client.query({
    name: 'hold-fence',
    text: `select from consumer where workspace = $1 and name = 'project' and fence = $2 for update`,
    values: [workspace, fence],
  });
  return held.rowCount === 1;
}

export async function extendLease(
  client: ClientBase,
  workspace: number,
  fence: number,
  leaseMs: number,
): Promise<boolean> {
  const extended = await client.query({
    name: 'extend-project-lease',
    text: `update consumer set leased_until = clock_timestamp() + $3 * interval '1 millisecond'
      where workspace = $1 and name = 'project' and fence = $2`,
    values: [workspace, fence, leaseMs],
  });
  return extended.rowCount === 1;
}
