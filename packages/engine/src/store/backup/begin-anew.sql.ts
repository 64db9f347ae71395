import type { ClientBase } from 'pg';

/**
 * Makes loaded rows the beginning of a new life, for each workspace:
 *
 * - a new epoch, since the analytics engine drops rows under tokens that it knows;
 * - nothing counts as projected: the projector empties what an analytics store may hold and sends every manifest again;
 * - nobody holds a lease, and whoever still thinks so commits nothing.
 */
export async function beginAnew(client: ClientBase): Promise<number> {
  await client.query('update resolve_head set epoch = epoch + 1');
  await client.query(`
    update consumer
    set owner = null,
      fence = fence + 1,
      leased_until = '-infinity',
      "offset" = case name when 'project' then 0 else "offset" end`);
  await client.query('delete from projection');
  await client.query(
    'insert into projection (workspace, emptying, compare_asked) select workspace, true, true from workspace',
  );
  await client.query('delete from folded_partition');
  await client.query('update override set folded = false where folded');
  const read = await client.query<{ workspaces: number }>('select count(*)::integer as workspaces from workspace');
  return read.rows[0]?.workspaces ?? 0;
}

/** Answers kept for idempotency keys are sealed under the instance's secret; without it they cannot be read again. */
export async function forgetSealedAnswers(client: ClientBase): Promise<void> {
  await client.query('delete from idempotency_key');
}

/** How many tables, views and sequences stand where ours will; 0: the database is empty. */
export async function countRelations(client: ClientBase): Promise<number> {
  const read = await client.query<{ relations: number }>(`
    select count(*)::integer as relations
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth')
      and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and not exists (
        select
        from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
      )`);
  return read.rows[0]?.relations ?? 0;
}

export async function analyse(client: ClientBase): Promise<void> {
  await client.query('analyze');
}
